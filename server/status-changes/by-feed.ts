import type { Transaction } from '../../db/statement.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { withdrawReviews } from '../tier-reviews/withdraw.ts';
import type { StatusChangeKind } from './contract.ts';
import type { EndedEnrolment } from './standing.ts';
import { insertChange } from './store.ts';

/** A change of standing that the exchange's own data brought (STA-8). */
export interface FeedChange {
  account_id: number;
  uid: string;
  kind: StatusChangeKind;
  from: string;
  to: string;
  at: number;
  /** `event:…`, `deactivation:…`. */
  cause: string;
  ended: EndedEnrolment | null;
}

/** Recorded like a request, with source `feed`, and applied at once; an ended enrolment withdraws its pending reviews (TIE-6). */
export async function recordFeedChange(transaction: Transaction, change: FeedChange, now: number): Promise<void> {
  const text_id = await insertFreeText(transaction, change.account_id, `By the exchange's own data (${change.cause}).`);
  const id = await insertChange(transaction, {
    affiliate_id: change.account_id, kind: change.kind, from_value: change.from, to_value: change.to, reason_code: 'feed_change', text_id,
    evidence: '[]', effective_at: change.at, holds_until: null, seen: '{}', source: 'feed', cause: change.cause, requested_at: now,
    state: 'applied', preview: null, applied_at: now,
  }, systemActor);
  // An end that lies ahead withdraws them when it comes (settleDue).
  if (change.ended && change.at <= now) await withdrawReviews(transaction, change.ended.enrolment_id, now);
  await writeAudit(transaction, {
    at: now, actor: systemActor, action: 'status_change.applied', subject_type: 'status-changes', subject_id: String(id),
    changes: {
      affiliate_uid: { old: null, new: change.uid },
      value: { old: change.from, new: change.to },
      effective_at: { old: null, new: formatInstant(change.at) },
    },
    reason: change.cause,
  });
  if (!change.ended) return;
  await writeAudit(transaction, {
    at: now, actor: systemActor, action: 'enrolment.ended', subject_type: 'affiliates', subject_id: change.uid,
    changes: { ended_at: { old: null, new: formatInstant(change.at) }, end_reason: { old: null, new: change.ended.reason } },
    reason: change.cause,
  });
}
