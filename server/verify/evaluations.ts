import { rows, type Connection } from '../../db/statement.ts';
import type { Knowledge } from '../evaluations/figures.ts';
import { judgeMonth } from '../evaluations/run.ts';
import { countsInvitees } from '../evaluations/write.ts';
import { joinSum } from '../money.ts';
import { emptyCheck, note, type Check } from './check.ts';

/** Each closed month judged again by its own statement and rules, with what was known when it was closed (TIE-7). */
export async function evaluationsDerived(connection: Connection): Promise<Check> {
  const check = emptyCheck('evaluations_derived');
  const months = await rows<{ month: string } & Knowledge>(
    connection,
    'SELECT month, known_at, last_trade_id, last_transfer_id FROM closed_months ORDER BY month',
  );
  for (const { month, ...knowledge } of months) {
    const stored = await storedEvaluations(connection, month);
    const judged = await judgeMonth(connection, month, knowledge);
    const derived = new Map(
      judged.map((one) => [
        one.affiliate_id,
        [one.tier, countsInvitees(one) ? one.qualified_invitees : null, one.volume_e8, one.tier_reached, one.outcome, one.boosted ? 1 : 0].join(' '),
      ]),
    );
    for (const [affiliate, text] of stored) {
      check.checked += 1;
      if (derived.get(affiliate) !== text) note(check, `${month} ${affiliate}`);
      derived.delete(affiliate);
    }
    for (const affiliate of derived.keys()) note(check, `${month} ${affiliate}`);
  }
  return check;
}

async function storedEvaluations(connection: Connection, month: string): Promise<[number, string][]> {
  const list = await rows<{
    affiliate_id: number; tier_before: number; qualified_invitees: number | null; units: string; fraction: string; tier_reached: number;
    outcome: string; boosted: number;
  }>(
    connection,
    `SELECT affiliate_id, tier_before, qualified_invitees, CAST(volume_units AS TEXT) AS units, CAST(volume_fraction_e8 AS TEXT) AS fraction,
       tier_reached, outcome, boosted FROM evaluations WHERE month = :month ORDER BY affiliate_id`,
    { month },
  );
  return list.map((one) => [
    one.affiliate_id,
    [one.tier_before, one.qualified_invitees, joinSum(one.units, one.fraction), one.tier_reached, one.outcome, one.boosted].join(' '),
  ]);
}
