import type { Database } from '../../db/connection.ts';
import { dialectOf } from '../../db/connection.ts';
import { execute, row, type Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { lockHead } from '../engine/head.ts';
import { Refusal } from '../refusal.ts';
import { payoutStopSteps, type PayoutStopState } from './contract.ts';
import { isStopped } from './store.ts';

interface StoredStop {
  id: number;
  state: PayoutStopState;
  resume_requested_by_id: number | null;
}

/** PAY-7: no batch is released from now on. Answers the stop's id; refuses `payouts_stopped` where payouts are stopped already. */
export async function stopPayouts(database: Database, clock: Clock, actor: Actor, reason: string): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    // A release that is under way is waited for: whoever is told that payouts are stopped can rely on it.
    await lockHead(transaction);
    if (await isStopped(transaction)) throw new Refusal('payouts_stopped');
    const made = await row<{ id: number }>(
      transaction,
      `INSERT INTO payout_stops (reason, stopped_by, stopped_by_id, stopped_at, state) VALUES (:reason, :by, :by_id, :at, 'active') RETURNING id`,
      { reason, by: actor.name, by_id: actor.staff_id, at },
    );
    const id = (made as { id: number }).id;
    await tell(transaction, { at, actor, action: 'payouts.stopped', id, from: null, to: 'active', reason });
    return id;
  });
}

/** One asks to go on. Refuses `not_found`, `not_stopped`, `already_pending`. */
export async function requestResume(database: Database, clock: Clock, actor: Actor, id: number, comment: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const stop = await lockStop(transaction, id);
    takeStep(payoutStopSteps, 'resume', actor, stop, stop.state === 'lifted' ? 'not_stopped' : 'already_pending');
    await execute(
      transaction,
      `UPDATE payout_stops SET state = 'resume_requested', resume_reason = :comment, resume_requested_by = :by, resume_requested_by_id = :by_id,
         resume_requested_at = :at WHERE id = :id AND state = 'active'`,
      { id, comment, by: actor.name, by_id: actor.staff_id, at },
    );
    await tell(transaction, { at, actor, action: 'payouts.resume_requested', id, from: 'active', to: 'resume_requested', reason: comment });
  });
}

/**
 * Another one agrees, and payouts go on, or refuses, and they stay stopped as before the request.
 * Refuses `not_found`, `forbidden`, `own_request`, `not_pending`.
 */
export async function decideResume(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  decision: 'approve' | 'reject',
  comment: string | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const stop = await lockStop(transaction, id);
    const { to } = takeStep(payoutStopSteps, decision, actor, { state: stop.state, requested_by_id: stop.resume_requested_by_id });
    if (decision === 'approve') {
      await execute(
        transaction,
        `UPDATE payout_stops SET state = 'lifted', lifted_by = :by, lifted_by_id = :by_id, lifted_at = :at WHERE id = :id AND state = 'resume_requested'`,
        { id, by: actor.name, by_id: actor.staff_id, at },
      );
    } else {
      await execute(
        transaction,
        `UPDATE payout_stops SET state = 'active', resume_reason = NULL, resume_requested_by = NULL, resume_requested_by_id = NULL,
           resume_requested_at = NULL WHERE id = :id AND state = 'resume_requested'`,
        { id },
      );
    }
    const action = decision === 'approve' ? 'payouts.resumed' : 'payouts.resume_rejected';
    await tell(transaction, { at, actor, action, id, from: 'resume_requested', to, reason: comment });
  });
}

async function lockStop(transaction: Transaction, id: number): Promise<StoredStop> {
  const stop = await row<StoredStop>(
    transaction,
    'SELECT id, state, resume_requested_by_id FROM payout_stops WHERE id = :id {{lock}}',
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
  if (!stop) throw new Refusal('not_found', { id: String(id) });
  return stop;
}

async function tell(
  transaction: Transaction,
  what: { at: number; actor: Actor; action: AuditAction; id: number; from: string | null; to: string; reason: string | null },
): Promise<void> {
  await writeAudit(transaction, {
    at: what.at, actor: what.actor, action: what.action, subject_type: 'payout-stops', subject_id: String(what.id), reason: what.reason,
    changes: { state: { old: what.from, new: what.to } },
  });
}
