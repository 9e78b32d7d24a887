import type { Database } from '../../db/connection.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { takeStep } from '../transitions/service.ts';
import { Refusal } from '../refusal.ts';
import { contentReviewSteps, type ContentReasonCode, type NewContentReview } from './contract.ts';
import { lookAlikesOf } from './rules.ts';
import { decisionText } from '../sentences/content.ts';
import { decideRow, insertReview, isPending, lockAffiliate, lockReview } from './store.ts';

export type ContentDecision = { verb: 'approve'; comment: string | null } | { verb: 'reject'; reason_code: ContentReasonCode; comment: string };

/**
 * CAM-5: hands in what an affiliate wants to use, with what in it resembles an official name; answers its number. Refuses `bad_value` for
 * somebody who never was an affiliate, `already_pending` where the same URL waits already.
 */
export async function submitContent(database: Database, clock: Clock, actor: Actor, content: NewContentReview): Promise<number> {
  const { affiliate_uid, url, channel, text } = content;
  const look_alikes = lookAlikesOf(content);
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const affiliate_id = await lockAffiliate(transaction, affiliate_uid);
    if (affiliate_id === undefined) throw new Refusal('bad_value', { field: 'affiliate_uid' }, 'affiliate_uid: there is no such affiliate.');
    if (await isPending(transaction, affiliate_id, url)) throw new Refusal('already_pending');
    const text_id = await insertFreeText(transaction, affiliate_id, text);
    const id = await insertReview(transaction, { affiliate_id, url, channel, text_id, look_alikes: JSON.stringify(look_alikes), at }, actor);
    await writeAudit(transaction, {
      at, actor, action: 'content_review.submitted', subject_type: 'content-reviews', subject_id: String(id),
      changes: {
        state: { old: null, new: 'pending' },
        affiliate_uid: { old: null, new: affiliate_uid },
        look_alikes: { old: null, new: look_alikes.length },
      },
    });
    return id;
  });
}

/**
 * CAM-5: compliance decides, not who handed it in; the decision is given out as a text. Compare-and-set. Refuses `not_found`, `forbidden`,
 * `own_request`, `not_pending`.
 */
export async function decideContent(database: Database, clock: Clock, actor: Actor, id: number, decision: ContentDecision): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const review = await lockReview(transaction, id);
    if (!review) throw new Refusal('not_found', { id: String(id) });
    const { to: state } = takeStep(contentReviewSteps, decision.verb, actor, review);
    const reason_code = decision.verb === 'approve' ? null : decision.reason_code;
    const issued = JSON.stringify(decisionText(review, reason_code));
    if (!(await decideRow(transaction, id, { state, reason_code, comment: decision.comment, issued, at }, actor))) throw new Refusal('not_pending');
    await writeAudit(transaction, {
      at, actor, action: decision.verb === 'approve' ? 'content_review.approved' : 'content_review.rejected',
      subject_type: 'content-reviews', subject_id: String(id),
      changes: { state: { old: 'pending', new: state }, ...(reason_code === null ? {} : { reason_code: { old: null, new: reason_code } }) },
      reason: decision.comment,
    });
  });
}
