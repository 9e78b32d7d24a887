import { rows, type Connection, type Parameters } from '../../db/statement.ts';
import { dayEnd } from '../calendar.ts';
import { isHolding, restrictionAt } from '../commissions/held.ts';
import { onItsWay } from '../commissions/unpaid.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { LiabilityTotal } from './contract.ts';

const figures = ['in_batch', 'unpaid', 'owed'] as const;
type Figure = (typeof figures)[number];

const each = (form: (name: Figure) => string): string => figures.map(form).join(', ');

/** Whole units and fractions of one sign, as the amount's text needs them: summed apart they may have come out with two. */
const sign = (name: Figure): string => `
  ${name}_whole + CASE WHEN ${name}_whole > 0 AND ${name}_rest < 0 THEN -1 WHEN ${name}_whole < 0 AND ${name}_rest > 0 THEN 1 ELSE 0 END AS ${name}_units,
  ${name}_rest + CASE WHEN ${name}_whole > 0 AND ${name}_rest < 0 THEN 100000000 WHEN ${name}_whole < 0 AND ${name}_rest > 0 THEN -100000000 ELSE 0 END
    AS ${name}_fraction`;

/**
 * Going back from today: what is unpaid now and had accrued by then, and what was paid only later, but for what of that had not accrued yet. So
 * what was settled before is never read, and neither is a record (DESIGN 9): of yesterday this reads what is open, and a day.
 */
const entries = `
  SELECT t.inviter_id AS affiliate_id, t.currency, t.amount_units AS owed_u, t.amount_fraction_e8 AS owed_f, 0 AS in_batch_u, 0 AS in_batch_f
  FROM commission_totals t WHERE t.status IN ('open', 'in_batch') AND t.day <= :day
  UNION ALL
  SELECT l.affiliate_id, l.currency, l.amount_units, l.amount_fraction_e8, 0, 0
  FROM payout_batches b JOIN payout_lines l ON l.batch_id = b.id
  WHERE (b.paid_at IS NULL OR b.paid_at >= :until) AND l.state = 'paid' AND l.confirmed_at >= :until
  UNION ALL
  SELECT t.inviter_id, t.currency, -t.amount_units, -t.amount_fraction_e8, 0, 0
  FROM commission_totals t WHERE t.status = 'paid' AND t.day > :day
  UNION ALL
  SELECT l.affiliate_id, l.currency, 0, 0, l.amount_units, l.amount_fraction_e8
  FROM payout_batches b JOIN payout_lines l ON l.batch_id = b.id WHERE ${onItsWay(':until')}`;

/**
 * A row per affiliate and currency with something open or in a batch at `:until`, the end of `:day`. `unpaid` is open, or held as a whole where
 * `held` is 1 (STA-7).
 */
export const owedSql = `(SELECT affiliate_id, currency, restriction, CASE WHEN ${isHolding('restriction')} THEN 1 ELSE 0 END AS held, ${each(sign)}
  FROM (
    SELECT affiliate_id, currency, ${restrictionAt('affiliate_id', ':at')} AS restriction,
      ${each((name) => `${name}_u + ${name}_f / 100000000 AS ${name}_whole, ${name}_f % 100000000 AS ${name}_rest`)}
    FROM (
      SELECT affiliate_id, currency, owed_u, owed_f, in_batch_u, in_batch_f, owed_u - in_batch_u AS unpaid_u, owed_f - in_batch_f AS unpaid_f
      FROM (
        SELECT affiliate_id, currency, ${['owed_u', 'owed_f', 'in_batch_u', 'in_batch_f'].map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
        FROM (${entries}) AS entries GROUP BY affiliate_id, currency) AS sums
      WHERE NOT (in_batch_u = 0 AND in_batch_f = 0 AND owed_f % 100000000 = 0 AND owed_u + owed_f / 100000000 = 0)) AS terms) AS parts)`;

/** What owedSql names: the day's end, and the instant whose restriction counts, which never lies ahead. */
export function momentOf(day: string, now: number): Parameters {
  const until = dayEnd(day);
  return { day, until, at: until <= now ? until - 1 : now };
}

/** By currency, in the order of their names. */
export async function owedTotals(connection: Connection, day: string, now: number): Promise<LiabilityTotal[]> {
  const parts = await rows<{ currency: string; held: number; affiliates: number } & Record<`${'unpaid' | 'in_batch' | 'owed'}_${'units' | 'fraction'}`, string>>(
    connection,
    `SELECT o.currency, o.held, count(*) AS affiliates, ${['unpaid', 'in_batch', 'owed'].flatMap((name) => [`${name}_units`, `${name}_fraction`])
      .map((name) => `CAST(sum(o.${name}) AS TEXT) AS ${name}`).join(', ')}
     FROM ${owedSql} o GROUP BY o.currency, o.held`,
    momentOf(day, now),
  );
  const currencies = [...new Set(parts.map(({ currency }) => currency))].sort((a, b) => (a < b ? -1 : 1));
  return currencies.map((currency) => {
    const own = parts.filter((part) => part.currency === currency);
    const sum = (name: 'unpaid' | 'in_batch' | 'owed', held?: 0 | 1): string => formatAmount(
      own.filter((part) => held === undefined || part.held === held)
        .reduce((total, part) => total + joinSum(part[`${name}_units`], part[`${name}_fraction`]), 0n));
    return {
      currency, affiliates: own.reduce((total, { affiliates }) => total + affiliates, 0),
      open: sum('unpaid', 0), held: sum('unpaid', 1), in_batch: sum('in_batch'), owed: sum('owed'),
    };
  });
}
