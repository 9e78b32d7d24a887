import { DAY_MS, dayOf } from '../calendar.ts';
import { row, type Connection, type Parameters } from '../../db/statement.ts';
import type { Condition, ListQuery } from '../lists/query.ts';
import { executedSpan } from './bounds.ts';
import { holdsPayout } from './held.ts';

/** Beyond this many days a sum over the kept aggregates is no longer cheap; the capped count is. */
const MAX_SUMMED_DAYS = 92;

/** Filters by which the kept aggregates are kept apart; '' stands there for none. */
const dimensions: Record<string, string> = {
  programme: 'ct.programme', family: 'ct.family', currency: 'ct.currency', reason: 'ct.reason', kind: 'ct.kind',
};

/** How many records a filter has, from commission_totals; null where they are not kept apart by what it asks. */
export async function countFromTotals(connection: Connection, { filter }: ListQuery, at: number): Promise<number | null> {
  if (filter.length === 0) return countAll(connection);
  const totals = totalsWhere(filter);
  if (totals === null) return null;
  const statuses = wantedStatuses(filter);
  if (statuses === null) return null;
  const { sql, parameters } = totals;
  const held = splitOfOpen(statuses);
  // What is held follows from the affiliate's restriction: asked once per affiliate, not per row.
  const counted = await row<{ n: number }>(
    connection,
    `SELECT CAST(COALESCE(sum(g.n), 0) AS BIGINT) AS n FROM (
       SELECT ct.inviter_id, ct.status, sum(ct.records) AS n FROM commission_totals ct
       WHERE ${[...sql, `ct.status IN (${statuses.kept.map((_, place) => `:status_${place}`).join(', ')})`].join(' AND ')}
       GROUP BY ct.inviter_id, ct.status) g
     ${held === null ? '' : `WHERE g.status <> 'open' OR ${held}`}`,
    {
      ...parameters,
      ...Object.fromEntries(statuses.kept.map((status, place) => [`status_${place}`, status])),
      ...(held === null ? {} : { at }),
    },
  );
  return counted?.n ?? 0;
}

/** The statuses as kept: `open` there is open and held together. */
interface Statuses {
  kept: string[];
  open: boolean;
  held: boolean;
}

function wantedStatuses(filter: Condition[]): Statuses | null {
  let wanted = new Set(['zero', 'open', 'held', 'in_batch', 'paid']);
  for (const condition of filter.filter((one) => one.field === 'status')) {
    if (condition.operator !== 'eq' && condition.operator !== 'in') return null;
    const asked = new Set((condition.operator === 'in' ? condition.value : [condition.value]).map(String));
    wanted = new Set([...wanted].filter((status) => asked.has(status)));
  }
  const [open, held] = [wanted.has('open'), wanted.has('held')];
  const kept = [...wanted].filter((status) => status !== 'held' && status !== 'open');
  if (open || held) kept.push('open');
  // No status at all: a value that no row has.
  return { kept: kept.length === 0 ? ['none'] : kept, open, held };
}

function splitOfOpen({ open, held }: Statuses): string | null {
  if (open === held) return null;
  return held ? holdsPayout('g.inviter_id') : `NOT (${holdsPayout('g.inviter_id')})`;
}

function totalsWhere(filter: Condition[]): { sql: string[]; parameters: Parameters } | null {
  const sql: string[] = [];
  const parameters: Parameters = {};
  for (const [index, condition] of filter.entries()) {
    if (condition.field === 'executed_at' || condition.field === 'status') continue;
    if (condition.operator !== 'eq' && condition.operator !== 'in') return null;
    const values = (condition.operator === 'in' ? condition.value : [condition.value])
      .map((value) => (value === null ? '' : String(value)));
    if (values.length === 0) return null;
    const names = values.map((value, place) => {
      parameters[`t${index}_${place}`] = value;
      return `:t${index}_${place}`;
    });
    const column = dimensions[condition.field];
    if (column !== undefined) sql.push(`${column} IN (${names.join(', ')})`);
    else if (condition.field === 'inviter_uid') {
      sql.push(`ct.inviter_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${names.join(', ')}))`);
    } else return null;
  }
  const days = wholeDays(filter);
  if (days === null) return null;
  if (days.sql.length === 0 && !filter.some((condition) => condition.field === 'inviter_uid')) return null;
  return { sql: [...sql, ...days.sql], parameters: { ...parameters, ...days.parameters } };
}

/** The aggregates are kept by UTC day: only a span of whole days can be summed, and only a bounded one is cheap. */
function wholeDays(filter: Condition[]): { sql: string[]; parameters: Parameters } | null {
  const asked = filter.filter((condition) => condition.field === 'executed_at');
  if (asked.length === 0) return { sql: [], parameters: {} };
  if (asked.some((condition) => condition.operator === 'in' || ('value' in condition && condition.value === null))) return null;
  const { from, until } = executedSpan(filter);
  if (!Number.isFinite(from) || !Number.isFinite(until) || from % DAY_MS !== 0 || until % DAY_MS !== 0) return null;
  if (until - from > MAX_SUMMED_DAYS * DAY_MS) return null;
  return {
    sql: ['ct.day >= :from_day', 'ct.day < :until_day'],
    parameters: { from_day: dayOf(from), until_day: dayOf(until) },
  };
}

interface Counted {
  newest: number;
  records: number;
}

// Per database: the count up to a record, so that the next one only counts what came after it.
const counted = new WeakMap<object, Counted>();

/** All records: summed once from the kept aggregates, afterwards only what is new; records are never removed. */
export async function countAll(connection: Connection): Promise<number> {
  const client = connection.client as object;
  const before = counted.get(client);
  const now = before ? await countSince(connection, before) : await sumTotals(connection);
  counted.set(client, now);
  return now.records;
}

async function sumTotals(connection: Connection): Promise<Counted> {
  // One statement, so that both figures are of one moment.
  const found = await row<{ newest: number | null; records: number }>(
    connection,
    `SELECT (SELECT max(id) FROM commission_records) AS newest,
       (SELECT CAST(COALESCE(sum(records), 0) AS BIGINT) FROM commission_totals) AS records`,
  );
  return { newest: found?.newest ?? 0, records: found?.records ?? 0 };
}

async function countSince(connection: Connection, before: Counted): Promise<Counted> {
  const found = await row<{ newest: number | null; records: number }>(
    connection,
    'SELECT max(id) AS newest, count(*) AS records FROM commission_records WHERE id > :newest',
    { newest: before.newest },
  );
  return { newest: found?.newest ?? before.newest, records: before.records + (found?.records ?? 0) };
}
