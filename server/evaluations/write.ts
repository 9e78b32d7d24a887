import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import { ONE_E8 } from '../money.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Knowledge } from './figures.ts';
import type { Judged } from './run.ts';

/** TIE-9: who is protected from a fall at the instant; a boost without affiliate protects the whole programme. */
export async function boostedAffiliates(
  connection: Connection,
  programme: string,
  at: number,
  revision: number,
): Promise<(affiliateId: number) => boolean> {
  const list = await rows<{ account_id: number | null }>(
    connection,
    `SELECT account_id FROM boost_periods WHERE programme = :programme AND from_at <= :at AND :at < to_at
       AND known_from <= :revision AND :revision < known_to`,
    { programme, at, revision },
  );
  const ids = new Set(list.map((item) => item.account_id));
  return (affiliateId) => ids.has(null) || ids.has(affiliateId);
}

export async function closeMonth(
  transaction: Transaction,
  given: { month: string; run_id: number; closed_at: number } & Knowledge,
): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO closed_months (month, run_id, closed_at, known_at, last_trade_id, last_transfer_id)
     VALUES (:month, :run_id, :closed_at, :known_at, :last_trade_id, :last_transfer_id)`,
    { ...given },
  );
}

/** TIE-6: what is still pending when a later month is evaluated is overtaken by it. */
export async function supersedeReviews(transaction: Transaction, month: string, at: number): Promise<void> {
  const pending = await rows<{ id: number }>(
    transaction,
    `SELECT id FROM tier_reviews WHERE state = 'pending' AND month < :month ORDER BY id`,
    { month },
  );
  for (const { id } of pending) {
    await execute(transaction, `UPDATE tier_reviews SET state = 'superseded' WHERE id = :id AND state = 'pending'`, { id });
    await writeAudit(transaction, {
      at, actor: systemActor, action: 'tier_review.superseded', subject_type: 'tier-reviews', subject_id: String(id),
      changes: { state: { old: 'pending', new: 'superseded' } }, reason: `evaluation of ${month} (TIE-6)`,
    });
  }
}

export async function insertEvaluations(transaction: Transaction, month: string, judged: Judged[], revision: number): Promise<void> {
  if (judged.length === 0) return;
  const list = judged.map((one) => ({
    affiliate_id: one.affiliate_id,
    enrolment_id: one.enrolment_id,
    rulebook_id: one.rulebook.id,
    programme: one.rulebook.programme,
    tier_before: one.tier,
    qualified_invitees: countsInvitees(one) ? one.qualified_invitees : null,
    volume_units: (one.volume_e8 / ONE_E8).toString(),
    volume_fraction_e8: (one.volume_e8 % ONE_E8).toString(),
    tier_reached: one.tier_reached,
    outcome: one.outcome,
    boosted: one.boosted ? 1 : 0,
  }));
  await execute(
    transaction,
    `INSERT INTO evaluations (month, affiliate_id, enrolment_id, rulebook_id, programme, tier_before, qualified_invitees, volume_units,
       volume_fraction_e8, tier_reached, outcome, boosted, known_at)
     SELECT :month, r.affiliate_id, r.enrolment_id, r.rulebook_id, r.programme, r.tier_before, r.qualified_invitees, r.volume_units,
       r.volume_fraction_e8, r.tier_reached, r.outcome, r.boosted, :revision
     FROM {{list}} r ORDER BY r.affiliate_id`,
    { month, revision, list: JSON.stringify(list) },
    {
      list: dialectOf(transaction).rowset('list', {
        affiliate_id: 'integer', enrolment_id: 'integer', rulebook_id: 'integer', programme: 'text', tier_before: 'integer',
        qualified_invitees: 'integer', volume_units: 'integer', volume_fraction_e8: 'integer', tier_reached: 'integer', outcome: 'text',
        boosted: 'integer',
      }),
    },
  );
}

/** In a programme whose ladder knows no invitees, their number is left empty (CONTRACT 4). */
export function countsInvitees(one: Judged): boolean {
  return one.rulebook.document.tiers.some((tier) => tier.qualified_invitees !== null);
}

/** TIE-4: the promotions that staff must approve. */
export async function insertReviews(transaction: Transaction, month: string, judged: Judged[], at: number): Promise<void> {
  const affiliates = judged.filter((one) => one.review).map((one) => ({ id: one.affiliate_id }));
  if (affiliates.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO tier_reviews (evaluation_id, affiliate_id, enrolment_id, programme, month, tier_from, tier_to, qualified_invitees, volume_units,
       volume_fraction_e8, created_at, state)
     SELECT e.id, e.affiliate_id, e.enrolment_id, e.programme, e.month, e.tier_before, e.tier_reached, e.qualified_invitees, e.volume_units,
       e.volume_fraction_e8, :at,
       -- Whose enrolment has ended since has no promotion to wait for (TIE-6).
       CASE WHEN EXISTS (
         SELECT 1 FROM enrolment_periods p WHERE p.enrolment_id = e.enrolment_id AND p.known_to = ${FOREVER} AND p.to_at <= :at
       ) THEN 'withdrawn' ELSE 'pending' END
     FROM {{list}} r JOIN evaluations e ON e.affiliate_id = r.id AND e.month = :month ORDER BY e.id`,
    { month, at, list: JSON.stringify(affiliates) },
    { list: dialectOf(transaction).rowset('list', { id: 'integer' }) },
  );
}
