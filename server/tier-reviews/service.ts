import { formatInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import { dialectOf } from '../../db/connection.ts';
import { execute, row, type Transaction } from '../../db/statement.ts';
import { applyState, loadStates, saveStates, stateAt } from '../accounts/states.ts';
import { enrolmentAt, loadEnrolments } from '../affiliates/enrolment-book.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { takeStep } from '../transitions/service.ts';
import { nextRevision } from '../engine/head.ts';
import { evaluationDue } from '../evaluations/due.ts';
import { Refusal } from '../refusal.ts';
import { tierReviewSteps } from './contract.ts';
import { dossierOf } from './dossier.ts';

export type Decision = 'approve' | 'reject';

interface PendingReview {
  id: number;
  affiliate_id: number;
  enrolment_id: number;
  month: string;
  tier_from: number;
  tier_to: number;
  state: string;
}

/**
 * TIE-4 to TIE-6: one member of staff decides what the evaluation asked. Compare-and-set, in the transaction that moves the tier
 * and writes the audit event; the dossier as it was is kept with the decision.
 * Refuses `not_found`, `forbidden`, `not_pending`, `evaluation_due`, `stale` (left the programme or changed tier since) and, for an approval, `suspended`.
 */
export async function decideTierReview(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  decision: Decision,
  comment: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, `tier_review:${id}`);
    const review = await lockReview(transaction, id);
    if (!review) throw new Refusal('not_found', { id: String(id) });
    const { to: state } = takeStep(tierReviewSteps, decision, actor, review);
    const due = await evaluationDue(transaction, at);
    if (due) throw new Refusal('evaluation_due', { month: due });
    if (decision === 'approve') await refuseStale(transaction, review, at);
    const evidence = JSON.stringify(await dossierOf(transaction, id));
    const touched = await execute(
      transaction,
      `UPDATE tier_reviews SET state = :state, decided_by = :by, decided_at = :at, comment = :comment, evidence = :evidence
       WHERE id = :id AND state = 'pending'`,
      { id, state, by: actor.name, at, comment, evidence },
    );
    if (touched !== 1) throw new Refusal('not_pending', {});
    if (decision === 'approve') await moveTier(transaction, review, at, revision);
    await writeAudit(transaction, {
      at,
      actor,
      action: decision === 'approve' ? 'tier_review.approved' : 'tier_review.rejected',
      subject_type: 'tier-reviews',
      subject_id: String(id),
      changes: {
        state: { old: 'pending', new: state },
        ...(decision === 'approve' ? { tier: { old: review.tier_from, new: review.tier_to } } : {}),
        decided_at: { old: null, new: formatInstant(at) },
      },
      reason: comment,
    });
  });
}

function lockReview(transaction: Transaction, id: number): Promise<PendingReview | undefined> {
  return row<PendingReview>(
    transaction,
    'SELECT id, affiliate_id, enrolment_id, month, tier_from, tier_to, state FROM tier_reviews WHERE id = :id {{lock}}',
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

async function refuseStale(transaction: Transaction, review: PendingReview, at: number): Promise<void> {
  const enrolments = await loadEnrolments(transaction, [review.affiliate_id]);
  const open = enrolmentAt(enrolments, review.affiliate_id, at);
  if (open?.enrolment_id !== review.enrolment_id) throw new Refusal('stale', { what: 'the affiliate has left the programme' });
  const states = await loadStates(transaction, [review.affiliate_id]);
  const tier = stateAt(states, review.affiliate_id, 'tier', at);
  if (tier !== String(review.tier_from)) throw new Refusal('stale', { what: 'tier', was: review.tier_from, is: tier });
  if (stateAt(states, review.affiliate_id, 'restriction', at) === 'suspended') throw new Refusal('suspended');
}

/** TIE-5: from the instant of approval on. */
async function moveTier(transaction: Transaction, review: PendingReview, at: number, revision: number): Promise<void> {
  const book = await loadStates(transaction, [review.affiliate_id]);
  applyState(book, { account_id: review.affiliate_id, field: 'tier', value: String(review.tier_to), at, cause: `tier_review:${review.id}` });
  await saveStates(transaction, book, revision);
}
