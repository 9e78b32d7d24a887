import { monthEnd, addMonths } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { dialectOf, type Database } from '../../db/connection.ts';
import type { Connection, Transaction } from '../../db/statement.ts';
import { applyState, loadStates, saveStates } from '../accounts/states.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { lockHead, nextRevision } from '../engine/head.ts';
import { refuseUnlessComplete } from '../manifests/service.ts';
import { Refusal } from '../refusal.ts';
import { tieredProgrammes } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt, type Rulebook } from '../rulebooks/rules.ts';
import type { EvaluationResult } from '../runs/contract.ts';
import { finishRun, insertRun, lockRun, runOf, type StoredRun } from '../runs/store.ts';
import { isSettled } from './due.ts';
import { affiliateFigures, presentKnowledge, type AffiliateFigures, type Knowledge } from './figures.ts';
import { judge, type Verdict } from './rules.ts';
import { boostedAffiliates, closeMonth, insertEvaluations, insertReviews, supersedeReviews } from './write.ts';

export interface Judged extends AffiliateFigures, Verdict {
  rulebook: Rulebook;
}

/**
 * TIE-3: evaluates a month as of the first instant after it, closes it for ever, and answers what came out. Months go in order;
 * a closed month answers what was done. The result appears at once: one transaction. Killed in it, the next call does it again.
 */
export async function runEvaluation(database: Database, clock: Clock, month: string, actor: Actor): Promise<EvaluationResult> {
  const run = await startEvaluationRun(database, clock, month, actor);
  return continueEvaluationRun(database, clock, run.id, actor);
}

export async function startEvaluationRun(database: Database, clock: Clock, month: string, actor: Actor): Promise<StoredRun> {
  return database.transaction(async (transaction) => {
    await lockHead(transaction);
    const own = await runOf(transaction, 'evaluation', month);
    if (own) return own;
    await refuseUnlessEvaluationDue(transaction, month, clock.now());
    const run = await insertRun(transaction, {
      kind: 'evaluation', period: month, range_from: 0, range_until: monthEnd(month), result: '{}', requested_by: actor.name, at: clock.now(),
    });
    await writeAudit(transaction, {
      at: clock.now(), actor, action: 'run.started', subject_type: 'runs', subject_id: String(run.id),
      changes: { kind: { old: null, new: 'evaluation' }, month: { old: null, new: month } },
    });
    return run;
  });
}

export async function refuseUnlessEvaluationDue(connection: Connection, month: string, now: number): Promise<void> {
  if (monthEnd(month) > now) throw new Refusal('month_not_over', { month });
  const before = addMonths(month, -1);
  if (!(await isSettled(connection, before))) throw new Refusal('previous_month_open', { month, previous: before });
  await refuseUnlessComplete(connection, 'evaluation', month);
}

export async function continueEvaluationRun(database: Database, clock: Clock, runId: number, actor: Actor): Promise<EvaluationResult> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, `run:${runId}`);
    const run = (await lockRun(transaction, runId)) as StoredRun;
    if (run.state !== 'running') return JSON.parse(run.result) as EvaluationResult;
    // The tiers that this month moves become known with `revision`; the month is judged by what was known before.
    const knowledge = { ...(await presentKnowledge(transaction)), known_at: revision - 1 };
    const judged = await judgeMonth(transaction, run.period, knowledge);
    await closeMonth(transaction, { month: run.period, run_id: run.id, closed_at: at, ...knowledge });
    await supersedeReviews(transaction, run.period, at);
    await insertEvaluations(transaction, run.period, judged, knowledge.known_at);
    await insertReviews(transaction, run.period, judged, at);
    await applyTiers(transaction, run.period, judged, revision);
    const result = resultOf(run.period, run.id, judged);
    await finishRun(transaction, run.id, JSON.stringify(result), at);
    await writeAudit(transaction, {
      at, actor, action: 'run.finished', subject_type: 'runs', subject_id: String(run.id), changes: { result: { old: null, new: { ...result } } },
    });
    return result;
  });
}

/** What the evaluation would come to, by the same statement and rules; nothing is written. */
export async function dryRunEvaluation(database: Database, clock: Clock, month: string): Promise<EvaluationResult> {
  const done = await runOf(database.read, 'evaluation', month);
  if (done?.state === 'done') return JSON.parse(done.result) as EvaluationResult;
  await refuseUnlessEvaluationDue(database.read, month, clock.now());
  const judged = await database.snapshot(async (connection) => judgeMonth(connection, month, await presentKnowledge(connection)));
  return resultOf(month, null, judged);
}

/** Every affiliate enrolled in a programme with tiers at the month's end, under the rulebook of the month's last millisecond. */
export async function judgeMonth(connection: Connection, month: string, knowledge: Knowledge): Promise<Judged[]> {
  const rulebooks = await approvedRulebooks(connection);
  const { divideWork } = dialectOf(connection);
  if (divideWork) await connection.raw(divideWork);
  const judged: Judged[] = [];
  for (const programme of tieredProgrammes) {
    const rulebook = rulebookAt(rulebooks, programme, monthEnd(month) - 1);
    if (!rulebook?.document.qualification || rulebook.document.status !== 'running') continue;
    const boosted = await boostedAffiliates(connection, programme, monthEnd(month), knowledge.known_at);
    for (const figures of await affiliateFigures(connection, { month, rulebook, knowledge, affiliate_id: null })) {
      judged.push({ ...figures, ...judge(rulebook.document, figures.tier, figures, boosted(figures.affiliate_id)), rulebook });
    }
  }
  return judged;
}

/** Rises without review and falls hold from the first instant after the month (TIE-4, TIE-10). */
async function applyTiers(transaction: Transaction, month: string, judged: Judged[], revision: number): Promise<void> {
  const moved = judged.filter((one) => one.tier_after !== one.tier);
  const book = await loadStates(transaction, moved.map((one) => one.affiliate_id));
  for (const one of moved) {
    applyState(book, {
      account_id: one.affiliate_id, field: 'tier', value: String(one.tier_after), at: monthEnd(month), cause: `evaluation:${month}`,
    });
  }
  await saveStates(transaction, book, revision);
}

function resultOf(month: string, runId: number | null, judged: Judged[]): EvaluationResult {
  const count = (outcome: string): number => judged.filter((one) => one.outcome === outcome).length;
  return {
    month,
    run_id: runId === null ? null : String(runId),
    evaluated: judged.length,
    promotions: count('promotion'),
    retentions: count('retention'),
    demotions: count('demotion'),
  };
}
