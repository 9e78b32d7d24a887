import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import type { DatedFeed } from '../feeds/days.ts';
import { emptyCheck, note, type Check } from './check.ts';

/** Where the rows of a feed lie; `day` where they name a day and no instant. */
const kept: Partial<Record<DatedFeed, { table: string; where?: string; instant?: string; amount?: string }>> = {
  accounts: { table: 'accounts', instant: 'registered_at' },
  'account-events': { table: 'account_events', instant: 'occurred_at' },
  activations: { table: 'enrolments', instant: 'activated_at' },
  deactivations: { table: 'deactivations', instant: 'ended_at' },
  applications: { table: 'applications', instant: 'applied_at' },
  ratios: { table: 'ratios', instant: 'set_at' },
  trades: { table: 'trades', instant: 'executed_at', amount: 'volume_e8' },
  transfers: { table: 'transfers', instant: 'occurred_at', amount: 'amount_e8' },
  recalls: { table: 'recalls', where: `codes = ''`, instant: 'attempted_at' },
  'campaign-joins': { table: 'campaign_joins', instant: 'joined_at' },
  prices: { table: 'prices' },
};

/** What the imports have counted of each feed's days, which manifests are compared with (PAY-8), against the rows themselves. */
export async function feedDaysKept(connection: Connection): Promise<Check> {
  const check = emptyCheck('feed_days_kept');
  const counted = await row<{ n: number }>(connection, 'SELECT count(*) AS n FROM feed_days');
  check.checked = counted?.n ?? 0;
  for (const [feed, { table, where = '1 = 1', instant, amount }] of Object.entries(kept)) {
    const day = instant ? dialectOf(connection).dayText(instant) : 'day';
    const sums = amount ? `sum(${amount} / 100000000) AS units, sum(${amount} % 100000000) AS fraction` : '0 AS units, 0 AS fraction';
    const wrong = await rows<{ day: string }>(
      connection,
      `SELECT day FROM (
         SELECT day, row_count AS n, sum_units AS units, sum_fraction_e8 AS fraction FROM feed_days WHERE feed = :feed
         UNION ALL
         SELECT day, -n, -units, -fraction FROM (SELECT ${day} AS day, count(*) AS n, ${sums} FROM ${table}
           WHERE import_id > 0 AND ${where} GROUP BY ${day}) AS found
       ) AS both_sides GROUP BY day
       HAVING sum(n) <> 0 OR CAST(sum(fraction) AS BIGINT) % 100000000 <> 0
         OR CAST(sum(units) AS BIGINT) + CAST(sum(fraction) AS BIGINT) / 100000000 <> 0
       ORDER BY day`,
      { feed },
    );
    for (const one of wrong) note(check, `${feed} ${one.day}`);
  }
  return check;
}
