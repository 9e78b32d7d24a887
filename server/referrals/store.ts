import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { dayEnd, dayStart, FOREVER, isDay, isMonth, monthStart } from '../calendar.ts';
import type { Scalar } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { formatAmount, joinSum } from '../money.ts';
import { coverOf } from '../performance/periods.ts';
import { Refusal } from '../refusal.ts';
import { families, type Family } from '../rulebooks/contract.ts';

/** Trades that one page reads at most for its figures, however many rows it has. */
const MAX_TRADES_OF_PAGE = 100_000;

const byUid = (column: string) => (values: string, single: boolean): string =>
  `${column} ${single ? '=' : 'IN'} (SELECT x.id FROM accounts x WHERE x.uid ${single ? '=' : 'IN'} (${values}))`;

/**
 * `traded`: a family and a month, a week (its Monday), days `2026-01-15..2026-03-20` (from the first on: `..2026-03-20`) or nothing for ever,
 * such as `futures 2026-03`; who traded it then (DSH-1).
 */
function tradedIn(value: Scalar): string {
  const [family, period = '', more] = String(value).split(' ');
  const [from = '', to, beyond] = period.split('..');
  const isSpan = to !== undefined && beyond === undefined && (from === '' || isDay(from)) && isDay(to) && from <= to;
  const known = families.some((one) => one === family) && more === undefined && (isSpan || period === '' || isMonth(period) || isDay(period));
  if (!known) throw new Refusal('bad_request', { field: 'traded' }, `traded is a family and a month, a week's Monday or days, such as futures 2026-03.`);
  return isSpan ? tradedWithin(family as Family, from, to) : keptIn(family as Family, `x.period = '${period}'`);
}

function keptIn(family: Family, periods: string): string {
  return `b.invitee_id IN (SELECT x.invitee_id FROM traded_invitees x WHERE ${periods} AND x.family = '${family}' AND x.inviter_id = b.inviter_id)`;
}

/** As DSH-1 counts them: by the months and weeks in the span, and at its edges, of less than a week, by the records of those days. */
function tradedWithin(family: Family, from: string, to: string): string {
  const month = to.slice(0, 7);
  const { keys, edges } = coverOf(from === '' ? monthStart(month) : dayStart(from), dayEnd(to));
  const ways = edges.map((edge) => `(b.inviter_id, b.invitee_id) IN (SELECT c.inviter_id, c.invitee_id FROM commission_records c
    WHERE c.kind = 'commission' AND c.family = '${family}' AND c.executed_at >= ${edge.from} AND c.executed_at < ${edge.until})`);
  if (keys.length > 0) ways.push(keptIn(family, `x.period IN (${keys.map((key) => `'${key}'`).join(', ')})`));
  if (from === '') ways.push(keptIn(family, `length(x.period) = 7 AND x.period < '${month}'`));
  return `(${ways.join(' OR ')})`;
}

/** The bindings: one per invitee, for ever (BIN-1). */
export function referralsSource(at: number): ListSource {
  return {
    resource: 'referrals',
    from: `bindings b
      LEFT JOIN accounts invitee ON invitee.id = b.invitee_id
      LEFT JOIN accounts inviter ON inviter.id = b.inviter_id`,
    parameters: { at },
    fields: {
      id: { sql: 'invitee.uid', plain: true, match: byUid('b.invitee_id') },
      invitee_uid: { sql: 'invitee.uid', plain: true, match: byUid('b.invitee_id') },
      inviter_uid: { sql: 'inviter.uid', plain: true, match: byUid('b.inviter_id') },
      kind: { sql: 'b.kind', plain: true },
      channel: { sql: 'b.channel', nullable: true, plain: true },
      campaign: { sql: 'b.campaign', nullable: true },
      bound_at: { sql: 'b.bound_at' },
      registered_at: { sql: 'invitee.registered_at' },
      country: {
        sql: `COALESCE((SELECT s.value FROM account_states s WHERE s.account_id = b.invitee_id AND s.field = 'country'
          AND s.known_to = ${FOREVER} AND s.from_at <= :at AND :at < s.to_at), invitee.country)`,
        plain: true,
      },
      registered_country: { sql: 'invitee.country', plain: true },
      email: { sql: '(SELECT i.email FROM account_identities i WHERE i.account_id = b.invitee_id)', nullable: true },
    },
    hidden: { binding_id: 'b.id' },
    search: {
      invitee_uid: (parameter) => byUid('b.invitee_id')(parameter, true),
      inviter_uid: (parameter) => byUid('b.inviter_id')(parameter, true),
    },
    extraFilters: { traded: tradedIn },
    newest: '(SELECT max(id) FROM bindings)',
    finish: withTrades,
  };
}

async function withTrades(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const limit = Math.floor(MAX_TRADES_OF_PAGE / Math.max(list.length, 1));
  const ids = list.map((row) => ({ id: row.binding_id as number }));
  const counts = new Map((await countTrades(connection, ids, limit + 1)).map(({ id, trades }) => [id, trades]));
  const countable = ids.filter(({ id }) => (counts.get(id) ?? 0) <= limit);
  const volumes = new Map((await sumVolumes(connection, countable)).map((sum) => [sum.id, joinSum(sum.units, sum.fraction)]));
  return list.map((row) => {
    const id = row.binding_id as number;
    const trades = counts.get(id) ?? 0;
    if (trades > limit) return { ...row, trades: null, volume_usdt: null };
    return { ...row, trades, volume_usdt: formatAmount(volumes.get(id) ?? 0n) };
  });
}

/** Up to `limit` of each: one who trades all day must not slow down the page of everybody. */
function countTrades(connection: Connection, ids: { id: number }[], limit: number): Promise<{ id: number; trades: number }[]> {
  return rows(
    connection,
    `SELECT b.id, (SELECT count(*) FROM (
       SELECT 1 AS one FROM trades t WHERE t.account_id = b.invitee_id AND t.executed_at >= b.bound_at LIMIT :limit) counted) AS trades
     FROM {{ids}} k JOIN bindings b ON b.id = k.id`,
    { ids: JSON.stringify(ids), limit },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
}

function sumVolumes(connection: Connection, ids: { id: number }[]): Promise<{ id: number; units: string; fraction: string }[]> {
  return rows(
    connection,
    `SELECT b.id, CAST(sum(t.volume_e8 / 100000000) AS TEXT) AS units, CAST(sum(t.volume_e8 % 100000000) AS TEXT) AS fraction
     FROM {{ids}} k JOIN bindings b ON b.id = k.id JOIN trades t ON t.account_id = b.invitee_id AND t.executed_at >= b.bound_at
     GROUP BY b.id`,
    { ids: JSON.stringify(ids) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
}
