import { execute, rows, type Transaction } from '../../db/statement.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';

/** TIE-6: the end of an enrolment turns its pending review `withdrawn`. */
export async function withdrawReviews(transaction: Transaction, enrolmentId: number, at: number): Promise<number> {
  const pending = await rows<{ id: number }>(
    transaction,
    `SELECT id FROM tier_reviews WHERE enrolment_id = :enrolmentId AND state = 'pending'`,
    { enrolmentId },
  );
  for (const { id } of pending) {
    await execute(transaction, `UPDATE tier_reviews SET state = 'withdrawn' WHERE id = :id AND state = 'pending'`, { id });
    await writeAudit(transaction, {
      at,
      actor: systemActor,
      action: 'tier_review.withdrawn',
      subject_type: 'tier-reviews',
      subject_id: String(id),
      changes: { state: { old: 'pending', new: 'withdrawn' } },
      reason: 'the enrolment ended (TIE-6)',
    });
  }
  return pending.length;
}
