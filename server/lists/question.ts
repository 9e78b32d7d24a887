import type { Connection, Parameters, Value } from '../../db/statement.ts';
import { rows } from '../../db/statement.ts';
import { policyOf, type FieldKind, type Role } from '../policy/contract.ts';
import { conditionsOf } from './condition.ts';
import type { ListQuery } from './query.ts';
import { usedParameters, type Key, type ListField, type ListSource } from './source.ts';

/** A list query put into SQL: which rows, in which order; pages, counts and exports ask it piece by piece. */
export interface Question {
  source: ListSource;
  query: ListQuery;
  where: string;
  parameters: Parameters;
  sort: ListField;
  sortKind: FieldKind;
  descending: boolean;
  /** The sort field is the id itself: a key needs no second part. */
  byId: boolean;
}

export async function ask(connection: Connection, source: ListSource, query: ListQuery, role: Role): Promise<Question> {
  source.guard?.(query);
  const filter = conditionsOf(source, query, role);
  const narrowing = (await source.narrow?.(connection, query)) ?? null;
  const conditions = [...(source.where ? [source.where] : []), ...filter.sql, ...(narrowing ? [narrowing.sql] : [])];
  const sort = source.fields[query.sort.field] as ListField;
  return {
    source,
    query,
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    parameters: { ...source.parameters, ...filter.parameters, ...narrowing?.parameters },
    sort,
    sortKind: policyOf(source.resource).fields[query.sort.field] as FieldKind,
    descending: query.sort.direction === 'DESC',
    byId: sort.sql === idOf(source).sql,
  };
}

export function idOf(source: ListSource): ListField {
  return source.fields.id as ListField;
}

/** The source's own condition, ready to be followed by another. */
export function onlyOwn(source: ListSource): string {
  return source.where === undefined ? '' : `${source.where} AND `;
}

/** Runs a statement with those of the question's parameters that it names. */
export function askRows<T>(connection: Connection, question: Question, sql: string, more: Parameters = {}): Promise<T[]> {
  return rows<T>(connection, sql, usedParameters(sql, { ...question.parameters, ...more }));
}

/**
 * The keys from `skip` rows after (or, backwards, before) a key on, nearest first: only what the order needs is read.
 * Nulls stand last and ties go up by id, whichever way the list is sorted.
 */
export async function keysFrom(
  connection: Connection,
  question: Question,
  from: { key: Key | null; skip: number; count: number; backwards?: boolean },
): Promise<Key[]> {
  const { source, sort, byId } = question;
  const id = idOf(source).sql;
  const backwards = from.backwards ?? false;
  const after = from.key === null ? null : beyondKey(question, from.key, backwards);
  // The key first: of several bounds SQLite enters the index by the one that it reads first, and would walk up to the key otherwise.
  const where = [after?.sql ?? '', question.where.replace(/^WHERE /, '')].filter((part) => part !== '').join(' AND ');
  const value = question.sortKind === 'amount' ? `CAST(${sort.sql} AS TEXT)` : sort.sql;
  const found = await askRows<{ value?: string | number | null; id: string | number }>(
    connection,
    question,
    `SELECT ${byId ? '' : `${value} AS value, `}${id} AS id FROM ${source.from} ${where === '' ? '' : `WHERE ${where}`}
     ORDER BY ${orderBy(question, sort.sql, id, backwards)} LIMIT :page_size OFFSET :page_skip`,
    { ...after?.parameters, page_size: from.count, page_skip: from.skip },
  );
  return found.map((item) => ({ id: item.id, value: byId ? item.id : keyValueOf(question.sortKind, item.value ?? null) }));
}

function keyValueOf(kind: FieldKind, value: string | number | null): Key['value'] {
  return kind === 'amount' && value !== null ? BigInt(value) : value;
}

/** The order of the list over a sort value and an id, or the same backwards. */
export function orderBy({ sort, byId, descending }: Question, value: string, id: string, backwards = false): string {
  const direction = descending !== backwards ? 'DESC' : 'ASC';
  if (byId) return `${id} ${direction}`;
  const nulls = sort.nullable ? (backwards ? ' NULLS FIRST' : ' NULLS LAST') : '';
  return `${value} ${direction}${nulls}, ${id} ${backwards ? 'DESC' : 'ASC'}`;
}

/**
 * The rows after a key (backwards: before it). `value >= v AND (value > v OR id > i)`: the first half is what an index can
 * start from. `name` keeps the parameters of two such conditions apart.
 */
export function beyondKey(
  question: Question,
  key: Key,
  backwards = false,
  name = 'key',
): { sql: string; parameters: Parameters } {
  const { sort, source, byId, descending } = question;
  const id = idOf(source).sql;
  const [keyId, keyValue] = [`${name}_id`, `${name}_value`];
  const beyond = descending !== backwards ? '<' : '>';
  if (byId) return { sql: `${id} ${beyond} :${keyId}`, parameters: { [keyId]: key.id } };
  const later = backwards ? '<' : '>';
  if (key.value === null) {
    const tie = `(${sort.sql} IS NULL AND ${id} ${later} :${keyId})`;
    return { sql: backwards ? `(${sort.sql} IS NOT NULL OR ${tie})` : tie, parameters: { [keyId]: key.id } };
  }
  const present = `(${sort.sql} ${beyond}= :${keyValue} AND (${sort.sql} ${beyond} :${keyValue} OR ${id} ${later} :${keyId}))`;
  const parameters: Record<string, Value> = { [keyValue]: key.value, [keyId]: key.id };
  return { sql: sort.nullable && !backwards ? `(${present} OR ${sort.sql} IS NULL)` : present, parameters };
}
