import { rows, type Connection } from '../../db/statement.ts';
import { holdsPayout } from '../commissions/held.ts';
import type { CurrencySum } from '../commissions/contract.ts';
import { currencySums } from './rules.ts';

/** PAY-1: what a batch of `:day` looks at: the open records since the last one, and those that it left open. */
export const candidates = `
  SELECT c.id, c.inviter_id, c.currency, c.amount_e8 FROM commission_records c
  WHERE c.id > :after AND c.id <= :last AND c.status = 'open' AND c.run_day <= :day
  UNION ALL
  SELECT c.id, c.inviter_id, c.currency, c.amount_e8 FROM payout_leftovers l JOIN commission_records c ON c.id = l.record_id
  WHERE c.status = 'open' AND c.run_day <= :day`;

/**
 * The lines: by affiliate and currency the sum, where it is above zero and nobody holds it at `:at` (STA-7). Sums are whole units
 * and the fraction behind them, both of the sum's sign: the fractions of reversals may outweigh the others'.
 */
export const payable = `
  SELECT g.inviter_id, g.currency, g.records,
    CASE WHEN g.rest < 0 THEN g.whole - 1 ELSE g.whole END AS units,
    CASE WHEN g.rest < 0 THEN g.rest + 100000000 ELSE g.rest END AS fraction
  FROM (
    SELECT s.inviter_id, s.currency, s.records, s.units + s.fraction / 100000000 AS whole, s.fraction % 100000000 AS rest
    FROM (
      SELECT o.inviter_id, o.currency, count(*) AS records, CAST(sum(o.amount_e8 / 100000000) AS BIGINT) AS units,
        CAST(sum(o.amount_e8 % 100000000) AS BIGINT) AS fraction
      FROM (${candidates}) AS o GROUP BY o.inviter_id, o.currency) AS s) AS g
  WHERE (g.whole > 0 OR (g.whole = 0 AND g.rest > 0)) AND NOT (${holdsPayout('g.inviter_id')})`;

export interface Candidates {
  after: number;
  last: number;
  day: string;
}

/** What a batch would hold now; nothing is written. */
export async function tryBatch(connection: Connection, seen: Candidates, at: number): Promise<{ lines: number; totals: CurrencySum[] }> {
  const list = await rows<{ currency: string; lines: number; units: string; fraction: string }>(
    connection,
    `SELECT p.currency, count(*) AS lines, CAST(sum(p.units) AS TEXT) AS units, CAST(sum(p.fraction) AS TEXT) AS fraction
     FROM (${payable}) AS p GROUP BY p.currency`,
    { ...seen, at },
  );
  return { lines: list.reduce((sum, one) => sum + one.lines, 0), totals: currencySums(list) };
}
