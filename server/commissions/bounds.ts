import { addDays, DAY_MS, dayStart, parseInstant } from '../calendar.ts';
import { row, type Connection } from '../../db/statement.ts';
import type { Condition, ListQuery } from '../lists/query.ts';
import type { Narrowing } from '../lists/source.ts';
import { Refusal } from '../refusal.ts';
import { MAX_FILTER_DAYS, MAX_SORT_DAYS } from './contract.ts';

/** What bounds a question about records: an index leads from it to few of them. */
const lookups = ['inviter_uid', 'invitee_uid', 'trade_id', 'id', 'record_id', 'reverses', 'payout_line_id'];
/** Orders that an index serves, and conditions that such an order can be walked with. */
export const indexedSorts = ['id', 'record_id', 'executed_at'];
const walkable = [...indexedSorts, 'run_day'];

/** Throws needs_bound where a filter or sort would read every record, and says which bounds help (DESIGN 9). */
export function refuseUnbounded(query: ListQuery): void {
  if (query.filter.some(isLookup)) return;
  const days = Math.min(executedDays(query.filter), runDays(query.filter));
  const sortIsIndexed = indexedSorts.includes(query.sort.field);
  const unwalkable = query.filter.find((condition) => !walkable.includes(condition.field));
  if (!sortIsIndexed && days > MAX_SORT_DAYS) throw needsBound(query.sort.field, MAX_SORT_DAYS);
  if (unwalkable && days > MAX_FILTER_DAYS) throw needsBound(unwalkable.field, MAX_FILTER_DAYS);
}

function needsBound(field: string, days: number): Refusal {
  return new Refusal(
    'needs_bound',
    { field, bounds: [...lookups, 'executed_at', 'run_day'], days },
    `${field} would read every record. Bound it by ${lookups.join(', ')}, or by executed_at or run_day over at most ${days} days.`,
  );
}

function isLookup(condition: Condition): boolean {
  if (condition.operator === 'q' || condition.operator === 'in') return condition.operator === 'q' || lookups.includes(condition.field);
  return condition.operator === 'eq' && lookups.includes(condition.field);
}

/** The span `[from, until)` in ms that a filter leaves of executed_at; infinite ends where it is open. */
export function executedSpan(filter: Condition[]): { from: number; until: number } {
  let [from, until] = [-Infinity, Infinity];
  for (const condition of filter) {
    if (condition.field !== 'executed_at' || condition.operator === 'in' || condition.value === null) continue;
    const at = parseInstant(String(condition.value)) as number;
    if (condition.operator === 'eq' || condition.operator === 'gte') from = Math.max(from, at);
    if (condition.operator === 'gt') from = Math.max(from, at + 1);
    if (condition.operator === 'eq' || condition.operator === 'lte') until = Math.min(until, at + 1);
    if (condition.operator === 'lt') until = Math.min(until, at);
  }
  return { from, until };
}

function executedDays(filter: Condition[]): number {
  const { from, until } = executedSpan(filter);
  return Math.max(0, (until - from) / DAY_MS);
}

/** The days, both included, that a filter leaves of run_day; '' where it is open. */
function runDaySpan(filter: Condition[]): { from: string; to: string } | null {
  let [from, to] = ['', ''];
  for (const condition of filter) {
    if (condition.field !== 'run_day') continue;
    const days = (condition.operator === 'in' ? condition.value : [condition.value]).filter((day) => day !== null).map(String).sort();
    const [first, last] = [days[0], days[days.length - 1]];
    if (first === undefined || last === undefined) continue;
    const exact = condition.operator === 'eq' || condition.operator === 'in';
    const lower = exact || condition.operator === 'gte' ? first : condition.operator === 'gt' ? addDays(first, 1) : '';
    const upper = exact || condition.operator === 'lte' ? last : condition.operator === 'lt' ? addDays(last, -1) : '';
    if (lower > from) from = lower;
    if (upper !== '' && (to === '' || upper < to)) to = upper;
  }
  return from === '' && to === '' ? null : { from, to };
}

function runDays(filter: Condition[]): number {
  const span = runDaySpan(filter);
  if (!span || span.from === '' || span.to === '') return Infinity;
  return Math.max(0, (dayStart(span.to) - dayStart(span.from)) / DAY_MS + 1);
}

/**
 * Runs go forward (REF-7) and ids rise with arrival, so the records about trades of some run days stand together: their first and
 * last id are found by halving, without an index of its own that every run would pay for. The few other records (bonuses,
 * reversals, corrections) may stand before or behind them, and widen the range as far as theirs of those days go.
 */
export async function narrowByRunDay(connection: Connection, query: ListQuery): Promise<Narrowing | null> {
  const span = query.filter.some(isLookup) ? null : runDaySpan(query.filter);
  if (!span) return null;
  const [from, until, others] = await Promise.all([
    span.from === '' ? 0 : firstIdFrom(connection, span.from),
    span.to === '' ? Number.MAX_SAFE_INTEGER : firstIdFrom(connection, addDays(span.to, 1)),
    othersOf(connection, span),
  ]);
  return {
    sql: 'r.id >= :run_from_id AND r.id < :run_until_id',
    parameters: { run_from_id: Math.min(from, others.first ?? from), run_until_id: Math.max(until, (others.last ?? 0) + 1) },
  };
}

async function othersOf(connection: Connection, { from, to }: { from: string; to: string }): Promise<{ first: number | null; last: number | null }> {
  const found = await row<{ first: number | null; last: number | null }>(
    connection,
    `SELECT min(c.id) AS first, max(c.id) AS last FROM commission_records c WHERE c.kind <> 'commission' AND c.run_day >= :from AND c.run_day <= :to`,
    { from, to: to === '' ? '9999-12-31' : to },
  );
  return found ?? { first: null, last: null };
}

const next = `SELECT c.run_day FROM commission_records c WHERE c.id >= (h.low + h.high) / 2 AND c.kind = 'commission' ORDER BY c.id LIMIT 1`;
/** The run day of the first record about a trade from the middle of the ids left on is this day or later; so is the end behind the last. */
const reached = `COALESCE((${next}) >= :day, true)`;

const firstIdSql = `
  WITH RECURSIVE halving(low, high) AS (
    SELECT COALESCE((SELECT min(id) FROM commission_records), 0), COALESCE((SELECT max(id) FROM commission_records), -1) + 1
    UNION ALL
    SELECT CASE WHEN ${reached} THEN h.low ELSE (h.low + h.high) / 2 + 1 END, CASE WHEN ${reached} THEN (h.low + h.high) / 2 ELSE h.high END
    FROM halving h WHERE h.low < h.high)
  SELECT low AS id FROM halving WHERE low >= high`;

/** The id of the first record about a trade whose run day is this day or later; beyond the last where there is none. */
async function firstIdFrom(connection: Connection, day: string): Promise<number> {
  return (await row<{ id: number }>(connection, firstIdSql, { day }))?.id ?? 0;
}
