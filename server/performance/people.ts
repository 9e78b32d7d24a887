import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection, type Parameters } from '../../db/statement.ts';
import { dayOf, FOREVER, monthStart } from '../calendar.ts';
import { families, type Family } from '../rulebooks/contract.ts';
import type { CountryReferrals } from './contract.ts';
import { coverOf, EVER } from './periods.ts';
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
 * How many traded in a span that is no whole period: from the months and weeks in it, and at its edges from the records of those days. Of
 * the house that takes a time that grows with what was traded at the edges; a week, a month and all that runs have decided on
 * (`coveredUntil`) are answered from what is kept.
 */
export async function tradedInSpan(connection: Connection, scope: Scope, span: Span, coveredUntil: number): Promise<TradedCounts> {
  const until = Math.min(span.until, scope.cut);
  const first = await firstMonth(connection);
  const from = Math.max(span.from, first);
  if (span.from <= first && until >= coveredUntil) return (await tradedInPeriods(connection, scope, [EVER])).get(EVER) ?? none;
  if (from >= Math.min(until, coveredUntil)) return none;
  const { keys, edges } = coverOf(from, Math.min(until, coveredUntil));
  const parameters: Parameters = accountOf(scope);
  const parts = edges.map(({ from: edge, until: end }, place) => {
    Object.assign(parameters, { [`from_${place}`]: edge, [`until_${place}`]: end });
    return tradersAt(scope, place);
  });
  if (keys.length > 0) {
    keys.forEach((key, place) => Object.assign(parameters, { [`key_${place}`]: key }));
    parts.push(`SELECT x.family, x.invitee_id FROM traded_invitees x
      WHERE x.period IN (${keys.map((_, place) => `:key_${place}`).join(', ')}) AND x.family IN (${familyList}) ${scope.accountId === null ? '' : 'AND x.inviter_id = :accountId'}`);
  }
  return counts(await rows(
    connection, `SELECT family, count(DISTINCT invitee_id) AS n FROM (${parts.join(' UNION ALL ')}) AS traders GROUP BY family`, parameters,
  ));
}

/** Of an edge; those of an affiliate through the invitees' trades (CROSS JOIN: SQLite begins on the left). */
function tradersAt({ accountId }: Scope, place: number): string {
  if (accountId === null) {
    return `SELECT c.family, c.invitee_id FROM commission_records c
      WHERE c.kind = 'commission' AND c.executed_at >= :from_${place} AND c.executed_at < :until_${place}`;
  }
  return `SELECT c.family, c.invitee_id FROM bindings b CROSS JOIN trades t CROSS JOIN commission_records c
    WHERE b.inviter_id = :accountId AND t.account_id = b.invitee_id AND t.executed_at >= b.bound_at AND c.trade_ref = t.id AND c.kind = 'commission'
      AND t.executed_at >= :from_${place} AND t.executed_at < :until_${place}`;
}

async function firstMonth(connection: Connection): Promise<number> {
  const found = await row<{ month: string | null }>(connection, `SELECT min(period) AS month FROM traded_totals WHERE length(period) = 7`);
  return found?.month ? monthStart(found.month) : FOREVER;
}

export interface ReferralCounts {
  /** Bound in the period. */
  new: number;
  /** Up to its end. */
  all: number;
}

/** How many were bound in each of these spans, which follow each other, in their order; `country` asks for one. */
export async function boundIn(connection: Connection, scope: Scope, spans: readonly Span[], country: string | null): Promise<ReferralCounts[]> {
  // What lies before the first is a span of its own, with which the sums begin.
  const parts = [{ from: -FOREVER, until: (spans[0] as Span).from }, ...spans].map((span, place) => ({ place, ...edgesOf(scope, span) }));
  const kind = scope.accountId === null ? 'text' : 'integer';
  const list = await rows<{ place: number; n: number }>(
    connection,
    // CROSS JOIN: SQLite begins on the left, and reads each day or binding once.
    scope.accountId === null
      ? `SELECT p.place, CAST(sum(r.referrals) AS BIGINT) AS n FROM {{parts}} p CROSS JOIN referral_totals r
         WHERE r.day >= p.from_at AND r.day < p.until_at ${country === null ? '' : 'AND r.country = :country'} GROUP BY p.place`
      : `SELECT p.place, count(*) AS n FROM {{parts}} p CROSS JOIN bindings b ${country === null ? '' : 'CROSS JOIN accounts a'}
         WHERE b.inviter_id = :accountId AND b.bound_at >= p.from_at AND b.bound_at < p.until_at
           ${country === null ? '' : 'AND a.id = b.invitee_id AND a.country = :country'} GROUP BY p.place`,
    { parts: JSON.stringify(parts), ...accountOf(scope), ...(country === null ? {} : { country }) },
    { parts: dialectOf(connection).rowset('parts', { place: 'integer', from_at: kind, until_at: kind }) },
  );
  const found = new Map(list.map(({ place, n }) => [place, n]));
  let all = found.get(0) ?? 0;
  return spans.map((_, place) => {
    const fresh = found.get(place + 1) ?? 0;
    all += fresh;
    return { new: fresh, all };
  });
}

/** By the country of registration: bound in the span, and all up to its end; those with the most first. `country` asks for one. */
export function boundByCountry(connection: Connection, scope: Scope, span: Span, country: string | null): Promise<CountryReferrals[]> {
  return rows<CountryReferrals>(
    connection,
    `SELECT country, CAST(sum(CASE WHEN at >= :from_at THEN n ELSE 0 END) AS BIGINT) AS new, CAST(sum(n) AS BIGINT) AS "all" FROM (${scope.accountId === null
      ? 'SELECT r.country, r.day AS at, r.referrals AS n FROM referral_totals r WHERE r.day < :until_at'
      : 'SELECT a.country, b.bound_at AS at, 1 AS n FROM bindings b JOIN accounts a ON a.id = b.invitee_id WHERE b.inviter_id = :accountId AND b.bound_at < :until_at'
    }) AS bound ${country === null ? '' : 'WHERE country = :country'} GROUP BY country ORDER BY 3 DESC, country`,
    { ...edgesOf(scope, span), ...accountOf(scope), ...(country === null ? {} : { country }) },
  );
}

/** The edges of a span as its table has them: of the house days, of an affiliate instants. */
function edgesOf({ accountId, cut }: Scope, { from, until }: Span): { from_at: string | number; until_at: string | number } {
  if (accountId !== null) return { from_at: Math.min(from, cut), until_at: Math.min(until, cut) };
  return { from_at: dayOrFirst(from), until_at: dayOrFirst(until) };
}

function dayOrFirst(at: number): string {
  return at <= -FOREVER ? '' : dayOf(at);
}
