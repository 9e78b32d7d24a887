import { dayEnd } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../../db/connection.ts';
import { rows, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { decideOver } from '../engine/decide.ts';
import { coverUntil, lockHead, readHead, shareHead } from '../engine/head.ts';
import { refuseWhileEvaluationPending } from '../evaluations/due.ts';
import { refuseUnlessComplete } from '../manifests/service.ts';
import { Refusal } from '../refusal.ts';
import type { CommissionResult } from '../runs/contract.ts';
import { coveringRun, findRun, finishRun, insertRun, lockRun, runOf, saveProgress, unfinishedRun, type StoredRun } from '../runs/store.ts';
import { decideAhead, decideChunk, isAt, standOf, type Chunk, type Place } from './chunks.ts';
import { addTally, emptyTally, resultOf, tallyColumns, type Tally, type TallyRow } from './tally.ts';
import { decideRecords, forgetDecided, writeDecided } from './write.ts';

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
      await refuseUnlessCommissionDue(transaction, day, clock.now());
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

export async function refuseUnlessCommissionDue(transaction: Parameters<typeof refuseWhileEvaluationPending>[0], day: string, now: number): Promise<void> {
  if (dayEnd(day) > now) throw new Refusal('day_not_over', { day });
  await refuseWhileEvaluationPending(transaction, day);
  await refuseUnlessComplete(transaction, 'commission', day);
}

export async function continueCommissionRun(database: Database, clock: Clock, runId: number, actor: Actor): Promise<CommissionResult> {
  const run = (await findRun(database.read, runId)) as StoredRun;
  let ahead = decideAhead(database, run, standOf(run));
  try {
    for (;;) {
      const ready = await ahead;
      const chunk = ready?.value ?? null;
      const step = (transaction: Transaction): Promise<Step> => takeStep(transaction, clock, runId, actor, chunk);
      const writing = ready ? ready.transaction(step) : database.transaction(step);
      // The next chunk is decided while this one is written.
      ahead = chunk ? decideAhead(database, run, chunk.end) : Promise.resolve(null);
      ahead.catch(() => {});
      const { result, stand } = await writing;
      if (result) return result;
      if (chunk && !isAt(stand, chunk.end)) {
        // Another process went on with the run meanwhile.
        await (await ahead)?.forget();
        ahead = decideAhead(database, run, stand);
      }
    }
  } finally {
    await ahead.then((ready) => ready?.forget(), () => {});
  }
}

/** Where a run stands after one of its transactions; at its end what it came to. */
interface Step {
  stand: Place;
  result: CommissionResult | null;
}

/** Writes one chunk: the one that was decided ahead, or where things have changed since, what is decided now. */
async function takeStep(transaction: Transaction, clock: Clock, runId: number, actor: Actor, ahead: Chunk | null): Promise<Step> {
  const { revision } = await shareHead(transaction);
  const run = (await lockRun(transaction, runId)) as StoredRun;
  const stand = standOf(run);
  const tally = JSON.parse(run.result) as Tally;
  if (run.state !== 'running') return { stand, result: resultOf(tally, run.period, run.id) };
  const isReady = ahead !== null && ahead.revision === revision && isAt(ahead.from, stand);
  const chunk = isReady ? ahead : await decideChunk(transaction, run, stand, revision, 'here');
  if (chunk) {
    const added = await writeDecided(transaction, run, chunk.decided);
    if (!isReady) await forgetDecided(transaction);
    await saveChunk(transaction, run, chunk, addTally(tally, added));
    return { stand: chunk.end, result: null };
  }
  if (await takeLate(transaction, run, tally, revision)) return { stand, result: null };
  return { stand, result: await finish(transaction, clock, run, tally, actor) };
}

async function saveChunk(transaction: Transaction, run: StoredRun, { end, first }: Chunk, tally: Tally): Promise<void> {
  const from = Math.max(run.range_from, first);
  await saveProgress(transaction, run.id, {
    cursor_at: end.at,
    cursor_id: end.id,
    progress_bps: Math.min(9_900, Math.floor((9_900 * (end.at - from)) / Math.max(run.range_until - from, 1))),
    result: JSON.stringify(tally),
  });
}

/** Some of the trades that arrived behind an earlier run's day; false where there are none. */
async function takeLate(transaction: Transaction, run: StoredRun, tally: Tally, revision: number): Promise<boolean> {
  // Taken off the queue first: what an import adds to it after this statement is none of this chunk's, and waits.
  const claimed = await rows<{ trade_ref: number }>(
    transaction,
    'DELETE FROM late_trades WHERE trade_ref IN (SELECT trade_ref FROM late_trades ORDER BY trade_ref LIMIT :limit) RETURNING trade_ref',
    { limit: LATE_TRADES },
  );
  if (claimed.length === 0) return false;
  const decided = await decideRecords(transaction, 'late', { claimed: JSON.stringify(claimed), until: run.range_until, known_at: revision }, 'here');
  const added = await writeDecided(transaction, run, decided);
  await forgetDecided(transaction);
  await saveProgress(transaction, run.id, {
    cursor_at: run.cursor_at, cursor_id: run.cursor_id, progress_bps: 9_950, result: JSON.stringify(addTally(tally, added)),
  });
  return true;
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
