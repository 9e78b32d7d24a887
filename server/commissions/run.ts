import { dayEnd } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { decideOver } from '../engine/decide.ts';
import { coverUntil, lockHead, readHead, shareHead } from '../engine/head.ts';
import { refuseWhileEvaluationPending } from '../evaluations/due.ts';
import { refuseUnlessComplete } from '../manifests/service.ts';
import { Refusal } from '../refusal.ts';
import type { CommissionResult } from '../runs/contract.ts';
import { coveringRun, findRun, finishRun, insertRun, lockRun, runOf, saveProgress, unfinishedRun, type StoredRun } from '../runs/store.ts';
import { addTally, emptyTally, resultOf, tallyColumns, type Tally, type TallyRow } from './tally.ts';
import { writeRecords } from './write.ts';

/** Trades a transaction: on SQLite few, so that nobody waits for the lock long (DESIGN 5). */
const chunkTrades = { sqlite: 10_000, postgres: 100_000 };
/** Late ones a transaction: their numbers travel as a list. */
const LATE_TRADES = 5_000;

/**
 * The run of day T: every trade up to the end of T that has no record yet gets one, exactly once (REF-7). A day already covered
 * answers what was done. Killed anywhere, the next call goes on; two at once take turns and answer the same.
 */
export async function runCommission(database: Database, clock: Clock, day: string, actor: Actor): Promise<CommissionResult> {
  const run = await startCommissionRun(database, clock, day, actor);
  return continueCommissionRun(database, clock, run.id, actor);
}

/** Checks that the run may be, and opens its row; of a covered day the run that covered it. Finishes first what was left unfinished. */
export async function startCommissionRun(database: Database, clock: Clock, day: string, actor: Actor): Promise<StoredRun> {
  refuseBeforeTime(day);
  for (;;) {
    const left = await unfinishedRun(database.read, 'commission');
    if (left && left.period !== day) await continueCommissionRun(database, clock, left.id, actor);
    const run = await database.transaction(async (transaction) => {
      const { covered_until } = await lockHead(transaction);
      const own = await runOf(transaction, 'commission', day);
      if (own) return own;
      if (covered_until >= dayEnd(day)) return (await coveringRun(transaction, day)) ?? null;
      // Someone began another day's run meanwhile: that one first.
      if (await unfinishedRun(transaction, 'commission')) return null;
      await refuseUnlessDue(transaction, day, clock.now());
      const run = await insertRun(transaction, {
        kind: 'commission', period: day, range_from: covered_until, range_until: dayEnd(day), result: JSON.stringify(emptyTally),
        requested_by: actor.name, at: clock.now(),
      });
      await coverUntil(transaction, dayEnd(day));
      await writeAudit(transaction, {
        at: clock.now(), actor, action: 'run.started', subject_type: 'runs', subject_id: String(run.id),
        changes: { kind: { old: null, new: 'commission' }, day: { old: null, new: day } },
      });
      return run;
    });
    if (run) return run;
  }
}

/** Time begins in 1970, where the first run starts from: a day before it would be covered by no run, and waited for in vain. */
function refuseBeforeTime(day: string): void {
  if (dayEnd(day) <= 0) throw new Refusal('bad_value', { field: 'day', day }, 'day: there is nothing to run before 1970.');
}

export async function refuseUnlessDue(transaction: Parameters<typeof refuseWhileEvaluationPending>[0], day: string, now: number): Promise<void> {
  if (dayEnd(day) > now) throw new Refusal('day_not_over', { day });
  await refuseWhileEvaluationPending(transaction, day);
  await refuseUnlessComplete(transaction, 'commission', day);
}

export async function continueCommissionRun(database: Database, clock: Clock, runId: number, actor: Actor): Promise<CommissionResult> {
  for (;;) {
    const done = await database.transaction((transaction) => runChunk(transaction, clock, runId, actor));
    if (done) return done;
  }
}

/** One chunk, or the end of the run; null while there is more to do. */
async function runChunk(transaction: Transaction, clock: Clock, runId: number, actor: Actor): Promise<CommissionResult | null> {
  const { revision } = await shareHead(transaction);
  const run = (await lockRun(transaction, runId)) as StoredRun;
  const tally = JSON.parse(run.result) as Tally;
  if (run.state !== 'running') return resultOf(tally, run.period, run.id);
  const limit = chunkTrades[dialectOf(transaction).engine];
  const end = await chunkEnd(transaction, run, limit);
  if (end) {
    const added = await writeRecords(transaction, 'range', run, {
      from_at: run.cursor_at, from_id: run.cursor_id, to_at: end.at, to_id: end.id, known_at: revision,
    });
    const span = run.range_until - Math.max(run.range_from, end.first);
    await saveProgress(transaction, run.id, {
      cursor_at: end.at,
      cursor_id: end.id,
      progress_bps: Math.min(9_900, Math.floor((9_900 * (end.at - Math.max(run.range_from, end.first))) / Math.max(span, 1))),
      result: JSON.stringify(addTally(tally, added)),
    });
    return null;
  }
  // Taken off the queue first: what an import adds to it after this statement is none of this chunk's, and waits.
  const claimed = await rows<{ trade_ref: number }>(
    transaction,
    'DELETE FROM late_trades WHERE trade_ref IN (SELECT trade_ref FROM late_trades ORDER BY trade_ref LIMIT :limit) RETURNING trade_ref',
    { limit: LATE_TRADES },
  );
  if (claimed.length > 0) {
    const added = await writeRecords(transaction, 'late', run, { claimed: JSON.stringify(claimed), until: run.range_until, known_at: revision });
    await saveProgress(transaction, run.id, {
      cursor_at: run.cursor_at, cursor_id: run.cursor_id, progress_bps: 9_950, result: JSON.stringify(addTally(tally, added)),
    });
    return null;
  }
  return finish(transaction, clock, run, tally, actor);
}

async function finish(transaction: Transaction, clock: Clock, run: StoredRun, tally: Tally, actor: Actor): Promise<CommissionResult> {
  const result = resultOf(tally, run.period, run.id);
  await finishRun(transaction, run.id, run.result, clock.now());
  await writeAudit(transaction, {
    at: clock.now(), actor, action: 'run.finished', subject_type: 'runs', subject_id: String(run.id),
    changes: { result: { old: null, new: { ...result } } },
  });
  return result;
}

/** Where the next chunk ends in the order of execution; `first` is where the run's trades begin at all. */
async function chunkEnd(transaction: Transaction, run: StoredRun, limit: number): Promise<{ at: number; id: number; first: number } | null> {
  const last = await row<{ at: number; id: number }>(
    transaction,
    `SELECT executed_at AS at, id FROM (
       SELECT executed_at, id FROM trades
       WHERE executed_at >= :at AND executed_at < :until AND (executed_at, id) > (:at, :id)
       ORDER BY executed_at, id LIMIT :limit) AS c
     ORDER BY executed_at DESC, id DESC LIMIT 1`,
    { at: run.cursor_at, id: run.cursor_id, until: run.range_until, limit },
  );
  if (!last) return null;
  const first = await row<{ at: number }>(
    transaction,
    'SELECT executed_at AS at FROM trades WHERE executed_at >= :from AND executed_at < :until ORDER BY executed_at LIMIT 1',
    { from: run.range_from, until: run.range_until },
  );
  return { ...last, first: (first as { at: number }).at };
}

/** What the run of the day would do, by the same statement; nothing is written. */
export async function dryRunCommission(database: Database, clock: Clock, day: string): Promise<CommissionResult> {
  refuseBeforeTime(day);
  const connection = database.read;
  const { covered_until, revision } = await readHead(connection);
  const own = await runOf(connection, 'commission', day);
  const covering = own?.state === 'done' ? own : covered_until >= dayEnd(day) ? await coveringRun(connection, day) : undefined;
  if (covering) return resultOf(JSON.parse(covering.result) as Tally, covering.period, covering.id);
  if (dayEnd(day) > clock.now()) throw new Refusal('day_not_over', { day });
  await refuseWhileEvaluationPending(connection, day);
  await refuseUnlessComplete(connection, 'commission', day);
  const left = await unfinishedRun(connection, 'commission');
  const list = await rows<TallyRow>(
    connection,
    `${decideOver('pending')} SELECT ${tallyColumns} FROM amounts GROUP BY reason, currency`,
    { from_at: left ? left.range_from : covered_until, until: dayEnd(day), known_at: revision },
  );
  return resultOf(addTally(emptyTally, list), day, null);
}

export async function commissionResult(database: Database, runId: number): Promise<CommissionResult | null> {
  const run = await findRun(database.read, runId);
  return run ? resultOf(JSON.parse(run.result) as Tally, run.period, run.id) : null;
}
