import type { Database } from '../../db/connection.ts';
import type { Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { learnFrom, nextRevision } from '../engine/head.ts';
import { Refusal } from '../refusal.ts';
import { askForBonuses, listShortfalls, reverseUnder } from '../reversals/late.ts';
import { withdrawReviews } from '../tier-reviews/withdraw.ts';
import { mayApprove, mayReject, statusChangeSteps, type StatusChangePreview } from './contract.ts';
import { settleDue } from './due.ts';
import { takeEffect, type Change, type Effect } from './effect.ts';
import { previewOf, rolledBack } from './file.ts';
import { liftsCompliances } from './lifts.ts';
import { causeOf, restateRestriction } from './restrictions.ts';
import { seenAt, type Seen } from './seen.ts';
import { loadStanding, saveStanding } from './standing.ts';
import { findChange, lockChange, moveState, textOf, type StoredChange } from './store.ts';

/** What a pending request would do now; of a decided one what was last seen before. Refuses not_found, also of what came by feed. */
export async function previewOfRequest(database: Database, clock: Clock, id: number): Promise<StatusChangePreview> {
  const stored = await findChange(database.read, id);
  if (!stored) throw new Refusal('not_found', { id: String(id) });
  if (stored.state !== 'pending') return decidedOn(stored);
  return rolledBack(database, (transaction) => previewOf(transaction, changeOf(stored), clock.now()));
}

function decidedOn({ id, preview }: StoredChange): StatusChangePreview {
  if (preview === null) throw new Refusal('not_found', { id: String(id) }, 'This came by feed and was applied at once: nobody saw a preview of it.');
  const seen = JSON.parse(preview) as StatusChangePreview;
  return { ...seen, bonuses_withdrawn: seen.bonuses_withdrawn ?? null };
}

/**
 * STA-8 to STA-11: a second person agrees. The application runs here, and its effect must be the one that was seen. Refuses not_found,
 * own_request, forbidden, not_pending, stale (with what changed), preview_changed (with the new preview).
 */
export async function approveChange(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  { comment, preview }: { comment?: string | undefined; preview: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, causeOf(id));
    const change = await lockPending(transaction, actor, id, 'approve', at);
    await refuseStale(transaction, actor, change, at);
    const effect = await takeEffect(transaction, changeOf(change), at, revision);
    if (effect.preview.version !== preview) {
      throw new Refusal('preview_changed', { seen: preview, now: effect.preview as unknown as Record<string, unknown> });
    }
    await learnFrom(transaction, change.effective_at);
    await follow(transaction, { change, effect, actor, comment: comment ?? null, at, revision });
  });
}

/** What follows from an approved effect: the reversals that its preview named, records that fall short, withdrawn reviews, the request's own state, the audit. */
async function follow(
  transaction: Transaction,
  { change, effect, actor, comment, at, revision }: {
    change: StoredChange; effect: Effect; actor: Actor; comment: string | null; at: number; revision: number;
  },
): Promise<void> {
  const decided = { decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment };
  const requester: Actor = { staff_id: change.requested_by_id, name: change.requested_by, role: change.requested_role, request_id: null };
  const reversed = await reverseUnder(transaction, effect.records, {
    requester, decided, reason_code: change.reason_code, text_id: await textOf(transaction, change.id), cause: causeOf(change.id), at, revision,
  });
  const fact = { account_id: change.affiliate_id, from_at: change.effective_at, cause: causeOf(change.id) };
  await listShortfalls(transaction, [fact], at, revision);
  // Left of them are the invitees' shares, which are not the affiliate's, and what is no record.
  await askForBonuses(transaction, [fact], at);
  const isDue = change.effective_at <= at;
  if (effect.ended && isDue) await withdrawReviews(transaction, effect.ended.enrolment_id, at);
  const moved = await moveState(transaction, change.id, 'pending', isDue ? 'applied' : 'approved', {
    ...decided, preview: JSON.stringify(effect.preview), ...(isDue ? { applied_at: at } : {}),
  });
  if (!moved) throw new Refusal('not_pending');
  await writeAudit(transaction, {
    at, actor, action: 'status_change.approved', subject_type: 'status-changes', subject_id: String(change.id),
    changes: {
      state: { old: 'pending', new: isDue ? 'applied' : 'approved' },
      value: { old: change.from_value, new: change.to_value },
      effective_at: { old: null, new: formatInstant(change.effective_at) },
      reversals: { old: null, new: reversed },
      preview: { old: null, new: effect.preview.version },
    },
    reason: comment,
  });
  if (effect.ended) {
    await writeAudit(transaction, {
      at, actor, action: 'enrolment.ended', subject_type: 'affiliates', subject_id: effect.preview.affiliate_uid,
      changes: { ended_at: { old: null, new: formatInstant(effect.ended.at) }, end_reason: { old: null, new: effect.ended.reason } },
      reason: causeOf(change.id),
    });
  }
}

/** A rejection needs a comment; cancelling is the requester's own. A freeze that held from filing ends now (STA-8). */
export async function closeChange(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  verb: 'reject' | 'cancel',
  comment: string | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, causeOf(id));
    const change = await lockPending(transaction, actor, id, verb, at);
    if (verb === 'reject' && (actor.role === 'system' || !mayReject(actor.role, { ...change, from: change.from_value }))) {
      throw new Refusal('forbidden', { kind: change.kind });
    }
    const state = verb === 'reject' ? 'rejected' : 'cancelled';
    const decided = { decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment };
    if (!(await moveState(transaction, id, 'pending', state, decided))) throw new Refusal('not_pending');
    if (change.kind === 'freeze') {
      const standing = await loadStanding(transaction, [change.affiliate_id]);
      await restateRestriction(transaction, standing.states, change.affiliate_id);
      await saveStanding(transaction, standing, revision);
    }
    await writeAudit(transaction, {
      at, actor, action: `status_change.${state}`, subject_type: 'status-changes', subject_id: String(id),
      changes: { state: { old: 'pending', new: state } }, reason: comment,
    });
  });
}

/** The request, locked, where this person may take this step now by the table of transitions; what fell due meanwhile is settled first. */
async function lockPending(transaction: Transaction, actor: Actor, id: number, verb: 'approve' | 'reject' | 'cancel', at: number): Promise<StoredChange> {
  await settleDue(transaction, at);
  const change = await lockChange(transaction, id);
  if (!change) throw new Refusal('not_found', { id: String(id) });
  takeStep(statusChangeSteps, verb, actor, change);
  return change;
}

/** STA-11, and who may approve what (CONTRACT 3). */
async function refuseStale(transaction: Transaction, actor: Actor, change: StoredChange, at: number): Promise<void> {
  const standing = await loadStanding(transaction, [change.affiliate_id]);
  if (actor.role === 'system' || !mayApprove(actor.role, change.kind, await liftsCompliances(transaction, change))) throw new Refusal('forbidden', { kind: change.kind });
  const was = JSON.parse(change.seen) as Seen;
  const is = seenAt(standing, change, at);
  if (is.at_effective !== was.at_effective || is.latest !== was.latest) {
    throw new Refusal('stale', { field: change.kind, from: change.from_value, was, is });
  }
}

function changeOf(stored: StoredChange): Change {
  const { id, affiliate_id, kind, from_value, to_value, effective_at } = stored;
  return { id, affiliate_id, kind, from_value, to_value, effective_at, cause: causeOf(id) };
}
