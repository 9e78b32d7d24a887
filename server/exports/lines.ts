import { dialectOf } from '../../db/connection.ts';
import type { Connection, Parameters } from '../../db/statement.ts';
import { fieldsOf, policyOf, type FieldKind, type Role } from '../policy/contract.ts';
import type { ListQuery } from '../lists/query.ts';
import { ask, askRows, beyondKey, idOf, keysFrom, onlyOwn, orderBy, type Question } from '../lists/question.ts';
import type { Key, ListField, ListSource } from '../lists/source.ts';
import { cell, rawColumn } from './cells.ts';

/** Keys read at once: many, because an order without an index is sorted anew for each such page. */
const KEYS_A_PAGE = 60_000;
/** Lines that the database puts together into one answer: by their ids, or as a piece of an index (cheaper the longer). */
const LINES_BY_ID = 5_000;
const LINES_OF_SPAN = 15_000;

/** Which rows make an answer, as a condition. */
interface Picked {
  where: string;
  parameters: Parameters;
}

/**
 * The CSV of a list, whatever its size: the header, then lines by the thousand, LF at each line's end.
 * Keys are read in pages and lines made by the database, one answer ahead of who takes them; memory stays flat.
 */
export async function* csvOf(connection: Connection, source: ListSource, query: ListQuery, role: Role): AsyncGenerator<string> {
  const columns = columnsOf(source, role);
  yield `${columns.join(',')}\n`;
  const question = await ask(connection, source, query, role);
  let ahead: Promise<string> | null = null;
  for await (const picked of isSpanOfIndex(question) ? spans(connection, question) : pickedById(connection, question)) {
    const ready: string = ahead === null ? '' : await ahead;
    ahead = linesOf(connection, question, columns, picked);
    // Who stops early leaves this one unasked: its failure is nobody's then.
    ahead.catch(() => undefined);
    if (ready !== '') yield ready;
  }
  if (ahead !== null) yield await ahead;
}

/** Whether the rows stand side by side in the index of their order, so that a piece is read without looking for each. */
function isSpanOfIndex({ source, query, byId }: Question): boolean {
  const indexed = byId || (source.indexed ?? []).includes(query.sort.field);
  return indexed && query.filter.every((condition) => condition.field === query.sort.field && condition.operator !== 'in');
}

/** The source's own columns, or the policy's fields; of them what the database can tell and the role sees in the clear. */
function columnsOf(source: ListSource, role: Role): string[] {
  const access = fieldsOf(role, source.resource);
  const offered = source.columns ?? access.readable.filter((name) => name !== 'id' || !('uid' in source.fields));
  return offered.filter((name) => access.readable.includes(name) && !access.masked.includes(name) && source.fields[name] !== undefined);
}

/** Of an index only the key at each piece's end is read, and that of the row after it. */
async function* spans(connection: Connection, question: Question): AsyncGenerator<Picked> {
  let after: Key | null = null;
  for (;;) {
    const [last, next]: Key[] = await keysFrom(connection, question, { key: after, skip: LINES_OF_SPAN - 1, count: 2 });
    yield spanOf(question, after, next ?? null);
    if (last === undefined || next === undefined) return;
    after = last;
  }
}

function spanOf(question: Question, after: Key | null, before: Key | null): Picked {
  const lower = after === null ? null : beyondKey(question, after);
  const upper = before === null ? null : beyondKey(question, before, true, 'end');
  const own = question.where.replace(/^WHERE /, '');
  return {
    // The keys first, as in keysFrom.
    where: [lower?.sql ?? '', upper?.sql ?? '', own].filter((part) => part !== '').join(' AND ') || '1 = 1',
    parameters: { ...lower?.parameters, ...upper?.parameters },
  };
}

async function* pickedById(connection: Connection, question: Question): AsyncGenerator<Picked> {
  let after: Key | null = null;
  for (;;) {
    const page: Key[] = await keysFrom(connection, question, { key: after, skip: 0, count: KEYS_A_PAGE });
    for (let from = 0; from < page.length; from += LINES_BY_ID) {
      yield withIds(connection, question, page.slice(from, from + LINES_BY_ID));
    }
    if (page.length < KEYS_A_PAGE) return;
    after = page.at(-1) as Key;
  }
}

function withIds(connection: Connection, { source }: Question, keys: Key[]): Picked {
  const kind = typeof keys[0]?.id === 'number' ? 'integer' : 'text';
  const ids = dialectOf(connection).rowset('ids', { id: kind });
  return {
    where: `${onlyOwn(source)}${idOf(source).sql} IN (SELECT k.id FROM ${ids} k)`,
    parameters: { ids: JSON.stringify(keys.map(({ id }) => ({ id }))) },
  };
}

async function linesOf(connection: Connection, question: Question, columns: string[], { where, parameters }: Picked): Promise<string> {
  const { source } = question;
  const dialect = dialectOf(connection);
  const kinds = policyOf(source.resource).fields;
  const raw = columns.map((name, place) => `${rawColumn(source.fields[name] as ListField)} AS c${place}`);
  const cells = columns.map((name, place) => cell(`c${place}`, source.fields[name] as ListField, kinds[name] as FieldKind, dialect));
  // Materialized, so that no expression of a field is evaluated once for each time that its cell names it.
  const sql = `WITH picked AS MATERIALIZED (
      SELECT ${raw.join(', ')}, ${question.sort.sql} AS sort_value, ${idOf(source).sql} AS sort_id FROM ${source.from} WHERE ${where})
    SELECT string_agg(line, '\n') AS text FROM (
      SELECT ${cells.join(` || ',' || `)} AS line FROM picked ORDER BY ${orderBy(question, 'sort_value', 'sort_id')}) lines`;
  const [answer] = await askRows<{ text: string | null }>(connection, question, sql, parameters);
  return answer?.text ? `${answer.text}\n` : '';
}
