import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import type { Actor } from '../../server/audit/contract.ts';
import type { Clock } from '../../server/clock.ts';
import { requestCorrection } from '../../server/corrections/service.ts';
import type { NoteSubject as NoteSubjectType } from '../../server/notes/contract.ts';
import { writeNote } from '../../server/notes/service.ts';
import { approveReversal, previewReversal, requestReversal } from '../../server/reversals/service.ts';
import { decideTierReview } from '../../server/tier-reviews/service.ts';
import type { NoteSubject, RecordStep, ReviewStep, WhichRecord } from './steps.ts';

/** What staff ask and decide about single records, and what they write down. */
export async function takeRecordStep(database: Database, clock: Clock, actor: Actor, step: RecordStep): Promise<void> {
  const { affiliate_uid: uid } = step;
  if (step.step === 'approve-reversal') {
    const id = await found(database, `SELECT q.id FROM reversals q WHERE q.affiliate_id = {{affiliate}} AND q.state = 'pending'`, uid);
    const { version } = await previewReversal(database.read, id);
    await approveReversal(database, clock, actor, id, { comment: step.comment, preview: version });
  } else if (step.step === 'note') {
    await writeNote(database, clock, actor, { ...(await subject(database, step.about, uid)), kind: step.kind, text: step.text });
  } else {
    const record_id = String(await found(database, records[step.of], uid));
    const { reason_code, text } = step;
    const ask = step.step === 'ask-reversal' ? requestReversal : requestCorrection;
    await ask(database, clock, actor, { record_id, reason_code, text });
  }
}

const earning = `SELECT c.id FROM commission_records c WHERE c.inviter_id = {{affiliate}} AND c.kind = 'commission' AND c.amount_e8 > 0
  AND NOT EXISTS (SELECT 1 FROM reversals q WHERE q.record_id = c.id)`;
const records: Record<WhichRecord, string> = {
  largest_paid: `${earning} AND c.status = 'paid' AND c.currency = 'USDT' ORDER BY c.amount_e8 DESC, c.id LIMIT 1`,
  newest: `${earning} AND c.currency = 'USDT' ORDER BY c.id DESC LIMIT 1`,
  bonus: `SELECT c.id FROM commission_records c WHERE c.inviter_id = {{affiliate}} AND c.kind = 'bonus' AND c.status = 'paid' ORDER BY c.id LIMIT 1`,
  shortfall: `SELECT s.record_id AS id FROM shortfalls s JOIN commission_records c ON c.id = s.record_id
    WHERE c.inviter_id = {{affiliate}} ORDER BY s.record_id LIMIT 1`,
};

async function subject(
  database: Database, about: NoteSubject, uid: string,
): Promise<{ subject_type: NoteSubjectType; subject_id: string }> {
  if (about === 'affiliate') return { subject_type: 'affiliates', subject_id: uid };
  if (about === 'suspension') {
    const change = `SELECT q.id FROM status_changes q WHERE q.affiliate_id = {{affiliate}} AND q.kind = 'suspend' AND q.state = 'pending'`;
    return { subject_type: 'status-changes', subject_id: String(await found(database, change, uid)) };
  }
  const line = 'SELECT l.id FROM payout_lines l WHERE l.affiliate_id = {{affiliate}} AND l.state = :state ORDER BY l.id DESC LIMIT 1';
  return { subject_type: 'payout-lines', subject_id: String(await found(database, line, uid, { state: about.line })) };
}

/** The id that a question about an affiliate answers. */
async function found(database: Database, sql: string, uid: string, parameters: Record<string, string> = {}): Promise<number> {
  const affiliate = '(SELECT a.id FROM accounts a WHERE a.uid = :uid)';
  const one = await row<{ id: number }>(database.read, sql, { uid, ...parameters }, { affiliate });
  if (!one) throw new Error(`the demo world has nothing of ${uid} that answers: ${sql}`);
  return one.id;
}

/** A review that is decided already stays as it is. */
export async function decideReview(database: Database, clock: Clock, actor: Actor, step: ReviewStep): Promise<void> {
  const review = await row<{ id: number; state: string }>(
    database.read,
    `SELECT r.id, r.state FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id WHERE a.uid = :uid AND r.month = :month`,
    { uid: step.affiliate_uid, month: step.month },
  );
  if (!review) throw new Error(`the demo world has no review of ${step.affiliate_uid} for ${step.month}`);
  if (review.state === 'pending') await decideTierReview(database, clock, actor, review.id, step.verb, step.comment);
}
