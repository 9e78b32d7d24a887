import { preparedRows, type Connection, type Parameters } from '../../db/statement.ts';
import { formatInstantOrNull } from '../calendar.ts';
import { formatAmount } from '../money.ts';
import { fieldsOf, policyOf, type FieldKind, type Role } from '../policy/contract.ts';
import { MAX_ROWS } from './query.ts';
import { idOf, onlyOwn } from './question.ts';
import { usedParameters, type ListRow, type ListSource } from './source.ts';

/** What stands for personal data that the role may know of but not see: its form, nothing of its value. */
const MASKED = '•••';
/** One row, a page, a long one, or the most that may be asked for. */
const LENGTHS = [1, 25, 100, MAX_ROWS];

/** The rows with these ids, in this order, with wire values of the fields that the role may read. */
export async function readRows(connection: Connection, source: ListSource, ids: (string | number)[], role: Role): Promise<ListRow[]> {
  if (ids.length === 0) return [];
  const access = fieldsOf(role, source.resource);
  const kinds = policyOf(source.resource).fields;
  const read = access.readable.filter((name) => source.fields[name] !== undefined);
  const columns = read.map((name) => `${columnOf(source, name, kinds[name] as FieldKind)} AS "${name}"`);
  const hidden = Object.entries(source.hidden ?? {}).map(([name, sql]) => `${sql} AS "${name}"`);
  const id = idOf(source).sql;
  const asked = filledUp(ids);
  const sql = `SELECT ${id} AS list_id, ${[...columns, ...hidden].join(', ')} FROM ${source.from}
    WHERE ${onlyOwn(source)}${id} IN (${asked.map((_, place) => `:i${place}`).join(', ')})`;
  const parameters: Parameters = { ...source.parameters, ...Object.fromEntries(asked.map((one, place) => [`i${place}`, one])) };
  const found = await preparedRows<ListRow>(connection, sql, usedParameters(sql, parameters));
  const byId = new Map(found.map((row) => [row.list_id as string | number, row]));
  const ordered = ids.map((one) => byId.get(one)).filter((row) => row !== undefined);
  for (const row of ordered) {
    for (const name of read) row[name] = wireValue(row[name], kinds[name] as FieldKind, source.fields[name]?.wire);
  }
  const finished = source.finish ? await source.finish(connection, ordered) : ordered;
  return finished.map((row) => shown(row, access));
}

/** With the last one again, so that lists of many lengths are asked for by few texts. */
function filledUp(ids: (string | number)[]): (string | number)[] {
  const length = LENGTHS.find((one) => one >= ids.length) as number;
  return [...ids, ...Array<string | number>(length - ids.length).fill(ids.at(-1) as string | number)];
}

function columnOf(source: ListSource, name: string, kind: FieldKind): string {
  const field = source.fields[name];
  if (!field) throw new Error(`${source.resource} has no field ${name}`);
  if (field.wire !== undefined) return field.wire;
  return kind === 'amount' || kind === 'serial' ? `CAST(${field.sql} AS TEXT)` : field.sql;
}

function wireValue(value: unknown, kind: FieldKind, wire: string | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (wire !== undefined) return value;
  switch (kind) {
    case 'amount':
      return formatAmount(BigInt(value as string));
    case 'instant':
      return formatInstantOrNull(value as number);
    case 'boolean':
      return value === 1;
    case 'json':
      return JSON.parse(value as string) as unknown;
    default:
      return value;
  }
}

/** Only what the role may read, in the order of the policy. */
function shown(row: ListRow, access: { readable: readonly string[]; masked: readonly string[] }): ListRow {
  const answer: ListRow = {};
  for (const name of access.readable) {
    if (!(name in row)) continue;
    answer[name] = access.masked.includes(name) && row[name] !== null ? MASKED : row[name];
  }
  return answer;
}
