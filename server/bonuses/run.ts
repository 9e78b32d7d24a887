import type { Database } from '../../db/connection.ts';
import { row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { dayEnd, FOREVER } from '../calendar.ts';
import { settleCampaigns } from '../campaigns/settle.ts';
import type { Clock } from '../clock.ts';
import { forgetLearnt, lockHead, readHead, type EngineHead } from '../engine/head.ts';
import { known } from '../known.ts';
import { refuseUnlessComplete } from '../manifests/service.ts';
import { formatAmount, parseAmount } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { findRun, finishRun, insertRun, lockRun, runOf, saveProgress, unfinishedRun, type StoredRun } from '../runs/store.ts';
import { settleDue } from '../status-changes/due.ts';
import type { BonusResult } from './contract.ts';
import { writeBonuses, type Award } from './records.ts';
import { allot } from './rules.ts';
import { awardedBy, campaignsWithin, documentsOf, earnedIn, forgetOtherWaits, keepWaiting, roomOf, someWait, type Earned } from './store.ts';

/** Invitees a transaction: the head's lock is held shortly. */
const INVITEES = 500;

/**
 * CAM-4: the run of day T awards what was earned up to the end of T and has not been awarded yet, campaign by campaign, never above budget or
 * cap, never twice; also what facts that arrived since the last run say of a campaign that is long over. A day already covered answers
 * what was done. Killed anywhere, the next call goes on; two at once take turns.
 */
export async function runBonus(database: Database, clock: Clock, day: string, actor: Actor): Promise<BonusResult> {
  const run = await startBonusRun(database, clock, day, actor);
  return continueBonusRun(database, clock, run.id, actor);
}

/** Checks that the run may be, and opens its row; of a covered day the run that covered it. Refuses `day_not_over`, `feed_incomplete`. */
export async function startBonusRun(database: Database, clock: Clock, day: string, actor: Actor): Promise<StoredRun> {
  for (;;) {
    const left = await unfinishedRun(database.read, 'bonus');
    if (left && left.period !== day) await continueBonusRun(database, clock, left.id, actor);
    const run = await database.transaction((transaction) => openRun(transaction, clock, day, actor));
    if (run) return run;
  }
}

/** Null where someone began another day's run meanwhile: that one first. */
async function openRun(transaction: Transaction, clock: Clock, day: string, actor: Actor): Promise<StoredRun | null> {
  const head = await lockHead(transaction);
  const done = (await runOf(transaction, 'bonus', day)) ?? (await coveringBonusRun(transaction, day));
  if (done) return done;
  if (await unfinishedRun(transaction, 'bonus')) return null;
  const at = clock.now();
  await refuseUnlessBonusDue(transaction, day, at);
  await settleDue(transaction, at);
  await settleCampaigns(transaction, at);
  const run = await insertRun(transaction, {
    kind: 'bonus', period: day, range_from: await newFrom(transaction, head), range_until: dayEnd(day), result: '{}', requested_by: actor.name, at,
  });
  await forgetLearnt(transaction);
  await writeAudit(transaction, {
    at, actor, action: 'run.started', subject_type: 'runs', subject_id: String(run.id),
    changes: { kind: { old: null, new: 'bonus' }, day: { old: null, new: day } },
  });
  return run;
}

/** From which instant on something is new: from the end of the last run's day, or from as far back as something was learnt since it was opened. */
async function newFrom(connection: Connection, { learnt_from }: EngineHead): Promise<number> {
  const last = await row<{ range_until: number }>(connection, `SELECT range_until FROM runs WHERE kind = 'bonus' AND state = 'done' ORDER BY period DESC LIMIT 1`);
  return Math.min(last?.range_until ?? 0, learnt_from);
}

/** The run that covered a day: the first one done for a later day. */
export function coveringBonusRun(connection: Connection, day: string): Promise<StoredRun | undefined> {
  return row<StoredRun>(connection, `SELECT * FROM runs WHERE kind = 'bonus' AND state = 'done' AND period >= :day ORDER BY period LIMIT 1`, { day });
}

export async function refuseUnlessBonusDue(connection: Connection, day: string, now: number): Promise<void> {
  if (dayEnd(day) <= 0) throw new Refusal('bad_value', { field: 'day', day }, 'day: there is nothing to run before 1970.');
  if (dayEnd(day) > now) throw new Refusal('day_not_over', { day });
  await refuseUnlessComplete(connection, 'bonus', day);
}

export async function continueBonusRun(database: Database, clock: Clock, runId: number, actor: Actor): Promise<BonusResult> {
  const run = (await findRun(database.read, runId)) as StoredRun;
  if (run.state !== 'running') return JSON.parse(run.result) as BonusResult;
  for (const campaign of await campaignsWithin(database.read, { from: run.range_from, until: run.range_until, after: run.cursor_id })) {
    // Looked for outside of the lock, and judged again under it.
    const earned = await database.snapshot((connection) => earnedIn(connection, campaign, run.range_until));
    for (let from = 0; from < earned.length; from += INVITEES) {
      const invitees = earned.slice(from, from + INVITEES).map((one) => one.invitee_id);
      await database.transaction((transaction) => awardIn(transaction, clock, runId, campaign, invitees));
    }
    if (earned.length > 0 || (await someWait(database.read, campaign))) await database.transaction((transaction) => pass(transaction, runId, campaign));
  }
  return database.transaction((transaction) => finish(transaction, clock, runId, actor));
}

/** The run, as long as it has not come past this campaign: another process may be at it. */
async function runAt(transaction: Transaction, runId: number, campaign: number): Promise<StoredRun | null> {
  const run = (await lockRun(transaction, runId)) as StoredRun;
  return run.state === 'running' && run.cursor_id < campaign ? run : null;
}

async function awardIn(transaction: Transaction, clock: Clock, runId: number, campaign: number, invitees: number[]): Promise<void> {
  const { revision } = await lockHead(transaction);
  const run = await runAt(transaction, runId, campaign);
  if (!run) return;
  const earned = await earnedIn(transaction, campaign, run.range_until, invitees);
  const { awarded, waiting } = allot(earned, await roomOf(transaction, campaign));
  const awards = await awardsOf(transaction, awarded);
  await writeBonuses(transaction, awards, { id: run.id, day: run.period, at: clock.now(), revision });
  await keepWaiting(transaction, waiting.map(({ claim, reason }) => ({ ...claim, reason })), awards, run.id);
}

/** The version promised decides what each side gets (CAM-3). */
async function awardsOf(connection: Connection, earned: Earned[]): Promise<Award[]> {
  const documents = await documentsOf(connection, earned.map((one) => one.version_id));
  return earned.flatMap(({ cost: _cost, ...one }) =>
    known(documents.get(one.version_id), 'version promised').rewards.map(({ side, reward, amount, currency }) => ({ ...one, side, reward, amount_e8: parseAmount(amount) as bigint, currency })));
}

async function pass(transaction: Transaction, runId: number, campaign: number): Promise<void> {
  const run = await runAt(transaction, runId, campaign);
  if (!run) return;
  await forgetOtherWaits(transaction, campaign, runId);
  await saveProgress(transaction, runId, { cursor_at: run.cursor_at, cursor_id: campaign, progress_bps: Math.min(9_900, run.progress_bps + 100), result: run.result });
}

async function finish(transaction: Transaction, clock: Clock, runId: number, actor: Actor): Promise<BonusResult> {
  const run = (await lockRun(transaction, runId)) as StoredRun;
  if (run.state !== 'running') return JSON.parse(run.result) as BonusResult;
  const at = clock.now();
  const result = await awardedBy(transaction, run);
  await finishRun(transaction, run.id, JSON.stringify(result), at);
  await writeAudit(transaction, {
    at, actor, action: 'run.finished', subject_type: 'runs', subject_id: String(run.id),
    changes: { result: { old: null, new: { ...result, totals: result.totals.map((sum) => ({ ...sum })) } } },
  });
  return result;
}

/** What the run of the day would award, by the same statement and rule; nothing is written. */
export async function dryRunBonus(database: Database, clock: Clock, day: string): Promise<BonusResult> {
  return database.snapshot(async (connection) => {
    const done = await coveringBonusRun(connection, day);
    if (done) return JSON.parse(done.result) as BonusResult;
    await refuseUnlessBonusDue(connection, day, clock.now());
    const totals = new Map<string, bigint>();
    let awarded = 0;
    // What a run that was killed has still to look at is new too.
    const left = await unfinishedRun(connection, 'bonus');
    const from = Math.min(await newFrom(connection, await readHead(connection)), left?.range_from ?? FOREVER);
    const until = dayEnd(day);
    for (const campaign of await campaignsWithin(connection, { from, until, after: 0 })) {
      const allotted = allot(await earnedIn(connection, campaign, until), await roomOf(connection, campaign));
      for (const { currency, amount_e8 } of await awardsOf(connection, allotted.awarded)) {
        totals.set(currency, (totals.get(currency) ?? 0n) + amount_e8);
        awarded += 1;
      }
    }
    const sums = [...totals].sort(([one], [other]) => (one < other ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: formatAmount(amount) }));
    return { day, run_id: null, awarded, totals: sums };
  });
}
