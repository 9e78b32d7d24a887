import { row, rows, type Connection, type Parameters } from '../../db/statement.ts';
import { DAY_MS, dayOf, dayStart, FOREVER, monthStart } from '../calendar.ts';
import { families, type Family } from '../rulebooks/contract.ts';
import { coverOf, dayNumber, EVER } from './periods.ts';
import { accountOf, type Scope, type Span } from './store.ts';

export type TradedCounts = Partial<Record<Family, number>>;

const none: TradedCounts = Object.fromEntries(families.map((family) => [family, 0]));

function counts(list: { family: string; n: number }[]): TradedCounts {
  return { ...none, ...Object.fromEntries(list.map(({ family, n }) => [family, n])) };
}

/** How many traded in each of these whole periods; `keys` as the kept aggregates call them. */
export async function tradedInPeriods(connection: Connection, scope: Scope, keys: string[]): Promise<Map<string, TradedCounts>> {
  const named = Object.fromEntries(keys.map((key, place) => [`key_${place}`, key]));
  const places = keys.map((_, place) => `:key_${place}`).join(', ');
  const list = keys.length === 0 ? [] : await rows<{ period: string; family: string; n: number }>(
    connection,
    scope.accountId === null
      ? `SELECT period, family, invitees AS n FROM traded_totals WHERE period IN (${places})`
      : `SELECT period, family, count(*) AS n FROM traded_invitees
         WHERE period IN (${places}) AND family IN (${familyList}) AND inviter_id = :accountId GROUP BY period, family`,
    { ...named, ...accountOf(scope) },
  );
  return new Map(keys.map((key) => [key, counts(list.filter(({ period }) => period === key))]));
}

const familyList = families.map((family) => `'${family}'`).join(', ');

/**
 * How many traded in a span that is no whole period: from the months and weeks in it, and at its edges from the records of those days.
 * `coveredUntil`: what runs have decided on; a span that holds all of it is the kept period of all time.
 */
export async function tradedInSpan(connection: Connection, scope: Scope, span: Span, coveredUntil: number): Promise<TradedCounts> {
  const until = Math.min(span.until, scope.cut);
  const first = await firstMonth(connection);
  const from = Math.max(span.from, first);
  if (span.from <= first && until >= coveredUntil) return (await tradedInPeriods(connection, scope, [EVER])).get(EVER) ?? none;
  const { keys, edges } = coverOf(from, Math.min(until, coveredUntil));
  if (keys.length === 0 && edges.length === 0) return none;
  const parameters: Parameters = accountOf(scope);
  const parts = edges.map(({ from: edge, until: end }, place) => {
    Object.assign(parameters, { [`from_${place}`]: edge, [`until_${place}`]: end });
    return `SELECT c.family, c.invitee_id FROM ${recordsFrom(scope)} WHERE ${executedIn(scope, place)}`;
  });
  if (keys.length > 0) {
    keys.forEach((key, place) => Object.assign(parameters, { [`key_${place}`]: key }));
    parts.push(`SELECT x.family, x.invitee_id FROM traded_invitees x
      WHERE x.period IN (${keys.map((_, place) => `:key_${place}`).join(', ')}) AND x.family IN (${familyList})
        ${scope.accountId === null ? '' : 'AND x.inviter_id = :accountId'}`);
  }
  return counts(await rows(
    connection, `SELECT family, count(DISTINCT invitee_id) AS n FROM (${parts.join(' UNION ALL ')}) AS traders GROUP BY family`, parameters,
  ));
}

/** Of an affiliate through its invitees' trades (CROSS JOIN: SQLite begins on the left); of the house all records of those days. */
function recordsFrom({ accountId }: Scope): string {
  return accountId === null ? 'commission_records c' : 'bindings b CROSS JOIN trades t CROSS JOIN commission_records c';
}

function executedIn({ accountId }: Scope, place: number): string {
  const span = (column: string): string => `c.kind = 'commission' AND ${column} >= :from_${place} AND ${column} < :until_${place}`;
  return accountId === null
    ? span('c.executed_at')
    : `b.inviter_id = :accountId AND t.account_id = b.invitee_id AND t.executed_at >= b.bound_at AND c.trade_ref = t.id AND ${span('t.executed_at')}`;
}

async function firstMonth(connection: Connection): Promise<number> {
  const found = await row<{ month: string | null }>(connection, `SELECT min(period) AS month FROM traded_totals WHERE length(period) = 7`);
  return found?.month ? monthStart(found.month) : FOREVER;
}

/** How many were bound on a day (`at`: its first instant), from where. */
export interface BoundOnDay {
  at: number;
  country: string;
  n: number;
}

/** All who were bound before `until`, by day and country of registration; `country` asks for one. */
export async function boundByDay(connection: Connection, scope: Scope, until: number, country: string | null): Promise<BoundOnDay[]> {
  const end = Math.min(until, scope.cut);
  if (scope.accountId === null) {
    const list = await rows<{ day: string; country: string; n: number }>(
      connection,
      `SELECT day, country, CAST(sum(referrals) AS BIGINT) AS n FROM referral_totals WHERE day < :until ${country === null ? '' : 'AND country = :country'}
       GROUP BY day, country ORDER BY day, country`,
      { until: dayOf(end), ...(country === null ? {} : { country }) },
    );
    return list.map(({ day, ...one }) => ({ ...one, at: dayStart(day) }));
  }
  const list = await rows<{ d: number; country: string; n: number }>(
    connection,
    `SELECT ${dayNumber('b.bound_at')} AS d, a.country, count(*) AS n FROM bindings b JOIN accounts a ON a.id = b.invitee_id
     WHERE b.inviter_id = :accountId AND b.bound_at < :until ${country === null ? '' : 'AND a.country = :country'} GROUP BY 1, a.country ORDER BY 1, a.country`,
    { accountId: scope.accountId, until: end, ...(country === null ? {} : { country }) },
  );
  return list.map(({ d, ...one }) => ({ ...one, at: d * DAY_MS }));
}
