import type { Database } from '../../db/connection.ts';
import { execute, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { dayEnd } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { newestRecord } from '../commissions/newest.ts';
import { lockHead } from '../engine/head.ts';
import { refuseUnlessComplete } from '../manifests/service.ts';
import { Refusal } from '../refusal.ts';
import { coveringRun, findRun, finishRun, insertRun, lockRun, runOf, unfinishedRun, type StoredRun } from '../runs/store.ts';
import { settleDue } from '../status-changes/due.ts';
import { tryBatch } from './candidates.ts';
import type { PayoutResult } from './contract.ts';
import { fillBatch } from './records.ts';
import { currencySums, deadlineOf } from './rules.ts';
import { coveringBatch, insertBatch, lastSeenRecord, lineGroups, type StoredBatch } from './store.ts';

/**
 * PAY-1: the batch of a day, after the commission run that covers it. A day that a batch of that day or a later one covers answers
 * what was done. One transaction: killed in it, the next call does it again; two at once take turns and answer the same.
 * Refuses `day_not_over`, `commission_run_missing`, `feed_incomplete`.
 */
export async function runPayout(database: Database, clock: Clock, day: string, actor: Actor): Promise<PayoutResult> {
  const run = await startPayoutRun(database, clock, day, actor);
  return continuePayoutRun(database, clock, run.id, actor);
}

/** Checks that the run may be, and opens its row; of a covered day the run that covered it. Finishes first what was left unfinished. */
export async function startPayoutRun(database: Database, clock: Clock, day: string, actor: Actor): Promise<StoredRun> {
  for (;;) {
    const left = await unfinishedRun(database.read, 'payout');
    if (left && left.period !== day) await continuePayoutRun(database, clock, left.id, actor);
    const run = await database.transaction((transaction) => openRun(transaction, clock, day, actor));
    if (run) return run;
  }
}

/** Null where someone began another day's run meanwhile: that one first. */
async function openRun(transaction: Transaction, clock: Clock, day: string, actor: Actor): Promise<StoredRun | null> {
  await lockHead(transaction);
  const own = await runOf(transaction, 'payout', day);
  if (own) return own;
  const covering = await coveringBatch(transaction, day);
  if (covering) return (await findRun(transaction, covering.run_id)) as StoredRun;
  if (await unfinishedRun(transaction, 'payout')) return null;
  const at = clock.now();
  await refuseUnlessPayoutDue(transaction, day, at);
  const run = await insertRun(transaction, {
    kind: 'payout', period: day, range_from: 0, range_until: dayEnd(day), result: '{}', requested_by: actor.name, at,
  });
  await writeAudit(transaction, {
    at, actor, action: 'run.started', subject_type: 'runs', subject_id: String(run.id),
    changes: { kind: { old: null, new: 'payout' }, day: { old: null, new: day } },
  });
  return run;
}

export async function refuseUnlessPayoutDue(connection: Connection, day: string, now: number): Promise<void> {
  if (dayEnd(day) <= 0) throw new Refusal('bad_value', { field: 'day', day }, 'day: there is nothing to pay before 1970.');
  if (dayEnd(day) > now) throw new Refusal('day_not_over', { day });
  if (!(await coveringRun(connection, day))) throw new Refusal('commission_run_missing', { day });
  await refuseUnlessComplete(connection, 'payout', day);
}

export async function continuePayoutRun(database: Database, clock: Clock, runId: number, actor: Actor): Promise<PayoutResult> {
  return database.transaction(async (transaction) => {
    await lockHead(transaction);
    const run = (await lockRun(transaction, runId)) as StoredRun;
    if (run.state !== 'running') return JSON.parse(run.result) as PayoutResult;
    const at = clock.now();
    await settleDue(transaction, at);
    const batch = await makeBatch(transaction, run, at);
    const result = await resultOf(transaction, batch);
    // Nothing to release and nothing to confirm.
    if (result.lines === 0) {
      await execute(transaction, `UPDATE payout_batches SET state = 'paid', paid_at = :at WHERE id = :id AND state = 'ready'`, { id: batch.id, at });
    }
    await finishRun(transaction, run.id, JSON.stringify(result), at);
    await writeAudit(transaction, {
      at, actor, action: 'run.finished', subject_type: 'runs', subject_id: String(run.id), changes: { result: { old: null, new: { ...result, totals: result.totals.map((sum) => ({ ...sum })) } } },
    });
    return result;
  });
}

async function makeBatch(transaction: Transaction, run: StoredRun, at: number): Promise<StoredBatch> {
  const seen = { after: await lastSeenRecord(transaction), last: await newestRecord(transaction), day: run.period };
  const batch = await insertBatch(transaction, run, { last_record_id: seen.last, deadline_at: deadlineOf(run.period), at });
  await fillBatch(transaction, batch.id, seen, at);
  return batch;
}

async function resultOf(connection: Connection, batch: StoredBatch): Promise<PayoutResult> {
  const groups = await lineGroups(connection, [batch.id]);
  return {
    day: batch.day,
    run_id: String(batch.run_id),
    batch_id: String(batch.id),
    lines: groups.reduce((sum, group) => sum + group.lines, 0),
    totals: currencySums(groups),
  };
}

/** What the batch of the day would hold, by the same statement; nothing is written. */
export async function dryRunPayout(database: Database, clock: Clock, day: string): Promise<PayoutResult> {
  return database.snapshot(async (connection) => {
    const covering = await coveringBatch(connection, day);
    if (covering) return resultOf(connection, covering);
    await refuseUnlessPayoutDue(connection, day, clock.now());
    const seen = { after: await lastSeenRecord(connection), last: await newestRecord(connection), day };
    return { day, run_id: null, batch_id: null, ...(await tryBatch(connection, seen, clock.now())) };
  });
}
