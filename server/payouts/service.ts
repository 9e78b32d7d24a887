import type { Database } from '../../db/connection.ts';
import { execute, row, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { lockHead } from '../engine/head.ts';
import { formatAmount, joinSum } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { settleDue } from '../status-changes/due.ts';
import { payoutSteps, type ReleasePreview } from './contract.ts';
import { giveBack, lineSet } from './records.ts';
import { currencySums } from './rules.ts';
import { findBatch, isStopped, lockBatch, type StoredBatch } from './store.ts';
import { judgeLines, type JudgedLine } from './withdrawals.ts';

/**
 * PAY-3: one member of operations lets a batch go out. What may not go out now is withdrawn, its records are held or open again;
 * after this nothing is taken out. Compare-and-set, with the audit event in the same transaction.
 * Refuses `not_found`, `not_pending` (released before), `own_request` (started by hand by the same person), `payouts_stopped` (PAY-7).
 */
export async function releasePayout(database: Database, clock: Clock, actor: Actor, id: number, comment: string | null): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    await settleDue(transaction, at);
    const batch = await lockBatch(transaction, id);
    if (!batch) throw new Refusal('not_found', { id: String(id) });
    takeStep(payoutSteps, 'release', actor, { state: batch.state, requested_by_id: batch.created_by_id });
    if (await isStopped(transaction)) throw new Refusal('payouts_stopped');
    const lines = await judgeLines(transaction, id, at);
    const withdrawn = lines.filter((line) => line.because !== null);
    await withdraw(transaction, withdrawn);
    await execute(transaction, `UPDATE payout_lines SET state = 'released' WHERE batch_id = :id AND state = 'ready'`, { id });
    const state = withdrawn.length === lines.length ? 'paid' : 'released';
    const touched = await execute(
      transaction,
      `UPDATE payout_batches SET state = :state, released_by = :by, released_at = :at, comment = :comment,
         paid_at = CASE WHEN :state = 'paid' THEN :at END WHERE id = :id AND state = 'ready'`,
      { id, state, by: actor.name, at, comment },
    );
    if (touched !== 1) throw new Refusal('not_pending');
    await writeAudit(transaction, {
      at, actor, action: 'payout.released', subject_type: 'payouts', subject_id: String(id), reason: comment,
      changes: {
        state: { old: 'ready', new: state },
        released_at: { old: null, new: formatInstant(at) },
        lines: { old: null, new: { released: lines.length - withdrawn.length, withdrawn: countByReason(withdrawn) } },
      },
    });
  });
}

function startedBy(batch: StoredBatch, actor: Actor): boolean {
  return batch.created_by_id !== null && batch.created_by_id === actor.staff_id;
}

function countByReason(lines: JudgedLine[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { because } of lines) if (because !== null) counts[because] = (counts[because] ?? 0) + 1;
  return counts;
}

async function withdraw(transaction: Transaction, withdrawn: JudgedLine[]): Promise<void> {
  if (withdrawn.length === 0) return;
  await giveBack(transaction, withdrawn.map((line) => line.id));
  for (const because of new Set(withdrawn.map((line) => line.because))) {
    const { lines, parameters } = lineSet(transaction, withdrawn.filter((line) => line.because === because).map((line) => line.id));
    await execute(
      transaction,
      `UPDATE payout_lines SET state = 'withdrawn', withdrawn_because = :because WHERE state = 'ready' AND id IN (SELECT s.id FROM ${lines} s)`,
      { because, ...parameters },
    );
  }
}

/** Which of the ready lines a release would let out at this instant; none of a batch that is released. Throws `not_found`. */
export async function previewRelease(database: Database, clock: Clock, actor: Actor, id: number): Promise<ReleasePreview> {
  return database.snapshot(async (connection) => {
    const batch = await findBatch(connection, id);
    if (!batch) throw new Refusal('not_found', { id: String(id) });
    const lines = await judgeLines(connection, id, clock.now());
    const out = lines.filter((line) => line.because === null);
    return {
      goes_out: { lines: out.length, totals: currencySums(out) },
      withdrawn: lines.flatMap(({ id: line, uid, currency, units, fraction, because }) =>
        because === null ? [] : [{ line_id: String(line), affiliate_uid: uid, currency, amount: formatAmount(joinSum(units, fraction)), because }]),
      stopped: await isStopped(connection),
      own: startedBy(batch, actor),
    };
  });
}

/** PAY-3: compliance has settled what a contradicting confirmation of this line means. Refuses `not_found`, `not_pending`. */
export async function settleConflicts(database: Database, clock: Clock, actor: Actor, lineId: number, comment: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const settled = await execute(
      transaction,
      `UPDATE payout_conflicts SET state = 'settled', settled_by = :by, settled_at = :at, comment = :comment WHERE line_id = :lineId AND state = 'open'`,
      { lineId, by: actor.name, at, comment },
    );
    if (settled === 0) throw await refusalOf(transaction, lineId);
    await writeAudit(transaction, {
      at, actor, action: 'payout_line.settled', subject_type: 'payout-lines', subject_id: String(lineId), reason: comment,
      changes: { open_conflicts: { old: settled, new: 0 } },
    });
  });
}

async function refusalOf(transaction: Transaction, lineId: number): Promise<Refusal> {
  const line = await row<{ state: string }>(transaction, 'SELECT state FROM payout_lines WHERE id = :lineId', { lineId });
  return line ? new Refusal('not_pending', { state: line.state }) : new Refusal('not_found', { id: String(lineId) });
}
