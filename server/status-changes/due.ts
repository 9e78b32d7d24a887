import { rows, type Transaction } from '../../db/statement.ts';
import { loadEnrolments, periodsOf } from '../affiliates/enrolment-book.ts';
import { systemActor, type AuditAction } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { FOREVER, formatInstant } from '../calendar.ts';
import { lockHead } from '../engine/head.ts';
import { withdrawReviews } from '../tier-reviews/withdraw.ts';
import type { StatusChangeState } from './contract.ts';
import { causeOf } from './restrictions.ts';
import { dueChanges, moveState, type StoredChange } from './store.ts';

/**
 * What the clock alone decides (STA-8): a freeze that nobody approved within 72 hours has lapsed, an approved change whose instant
 * has come is applied; each with the instant it should have had, however late this is asked. What holds does not hang on it: the
 * intervals were written when the request was filed or approved; here the request says so, and pending reviews of an ended
 * enrolment are withdrawn. Asked first by everything that pays or decides.
 */
export async function settleDue(transaction: Transaction, at: number): Promise<void> {
  // Before any request is locked: whoever decides takes the engine's head first too.
  await lockHead(transaction);
  for (const change of await dueChanges(transaction, at)) {
    if (change.state === 'pending') await settle(transaction, at, change, 'lapsed', change.holds_until as number);
    else await applyDue(transaction, at, change);
  }
  await withdrawEnded(transaction, at);
}

/** TIE-6: reviews of enrolments that have ended, by a request whose instant has come or by a fact of the feeds that lay ahead. */
async function withdrawEnded(transaction: Transaction, at: number): Promise<void> {
  const ended = await rows<{ enrolment_id: number }>(
    transaction,
    `SELECT DISTINCT r.enrolment_id FROM tier_reviews r JOIN enrolment_periods p ON p.enrolment_id = r.enrolment_id AND p.known_to = ${FOREVER}
     WHERE r.state = 'pending' AND p.to_at <= :at ORDER BY r.enrolment_id`,
    { at },
  );
  for (const { enrolment_id } of ended) await withdrawReviews(transaction, enrolment_id, at);
}

async function applyDue(transaction: Transaction, at: number, change: StoredChange): Promise<void> {
  const ends = change.kind === 'leave' || change.kind === 'terminate';
  const ended = await endedBy(transaction, change);
  // The enrolment was over before its instant came: there is nothing left to end.
  if (ends && ended === null) return settle(transaction, at, change, 'cancelled', change.effective_at);
  await settle(transaction, at, change, 'applied', change.effective_at);
}

/** The enrolment that this change ends, as believed now; null: none. */
async function endedBy(transaction: Transaction, change: StoredChange): Promise<number | null> {
  const enrolments = await loadEnrolments(transaction, [change.affiliate_id]);
  const period = periodsOf(enrolments, change.affiliate_id).find((one) => one.cause === causeOf(change.id));
  return period?.enrolment_id ?? null;
}

const reasons = { lapsed: 'not approved within 72 hours (STA-8)', cancelled: 'the enrolment had ended before', applied: null } as const;
const actions = { lapsed: 'status_change.lapsed', cancelled: 'status_change.cancelled', applied: 'status_change.applied' } as const;

async function settle(
  transaction: Transaction,
  at: number,
  change: StoredChange,
  state: keyof typeof actions & StatusChangeState,
  instant: number,
): Promise<void> {
  const decision = state === 'applied'
    ? { applied_at: instant }
    : { decided_by: systemActor.name, decided_by_id: null, decided_at: instant, comment: state === 'lapsed' ? null : reasons.cancelled };
  if (!(await moveState(transaction, change.id, change.state, state, decision))) return;
  await writeAudit(transaction, {
    at,
    actor: systemActor,
    action: actions[state] satisfies AuditAction,
    subject_type: 'status-changes',
    subject_id: String(change.id),
    changes: { state: { old: change.state, new: state }, at: { old: null, new: formatInstant(instant) } },
    reason: reasons[state],
  });
}
