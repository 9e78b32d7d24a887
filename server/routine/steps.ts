import type { Connection } from '../../db/statement.ts';
import { coveringBonusRun } from '../bonuses/run.ts';
import { dayEnd, dayOf, formatInstant, formatInstantOrNull, MINUTE_MS, monthEnd, monthOf } from '../calendar.ts';
import { deadlineOf, figuresOf } from '../payouts/rules.ts';
import { coveringBatch, isStopped, lineGroups } from '../payouts/store.ts';
import { coveringRun, runOf } from '../runs/store.ts';
import { BEGIN_MINUTES, type RoutineStep, type RoutineStepKind } from './contract.ts';
import { monthBefore, type PlannedStep, type RoutineFacts } from './rules.ts';
import { batchEnds, closedAt } from './store.ts';

interface Asked {
  day: string;
  now: number;
  facts: RoutineFacts;
  plan: PlannedStep | null;
  /** The refusal that the plan would meet. */
  why: RoutineStep['why'];
}

/** What tells one step from the others. */
interface Given {
  kind: RoutineStepKind;
  period: string;
  done_at: number | null;
  run_id?: number | null;
  batch_id?: number | null;
}

/** The steps of a day in their order; the evaluation only where there is one. */
export async function stepsOf(connection: Connection, asked: Asked): Promise<RoutineStep[]> {
  const evaluation = await evaluationStep(connection, asked);
  return [...(evaluation ? [evaluation] : []), await commissionStep(connection, asked), ...(await bonusStep(connection, asked)), ...(await payoutSteps(connection, asked))];
}

async function evaluationStep(connection: Connection, asked: Asked): Promise<RoutineStep | null> {
  const last = monthBefore(asked.day);
  const open = asked.facts.open_months.find((month) => month <= last || asked.plan?.period === month);
  if (open !== undefined) return ownStep(asked, { kind: 'evaluation', period: open, done_at: null, run_id: (await runOf(connection, 'evaluation', open))?.id ?? null });
  // That of a day in mid-month was done with an earlier one.
  if (monthOf(dayEnd(asked.day)) === monthOf(dayEnd(asked.day) - 1)) return null;
  const closed = await closedAt(connection, last);
  return closed ? ownStep(asked, { kind: 'evaluation', period: last, done_at: closed.closed_at, run_id: closed.run_id }) : null;
}

async function commissionStep(connection: Connection, asked: Asked): Promise<RoutineStep> {
  const own = await runOf(connection, 'commission', asked.day);
  const run = own?.state === 'running' ? own : await coveringRun(connection, asked.day);
  return ownStep(asked, { kind: 'commission', period: asked.day, done_at: run?.state === 'done' ? run.finished_at : null, run_id: run?.id ?? null });
}

/** Only where there are campaigns. */
async function bonusStep(connection: Connection, asked: Asked): Promise<RoutineStep[]> {
  if (asked.facts.awarded_day === null) return [];
  const own = await runOf(connection, 'bonus', asked.day);
  const run = own?.state === 'running' ? own : await coveringBonusRun(connection, asked.day);
  return [ownStep(asked, { kind: 'bonus', period: asked.day, done_at: run?.state === 'done' ? run.finished_at : null, run_id: run?.id ?? null })];
}

async function payoutSteps(connection: Connection, asked: Asked): Promise<RoutineStep[]> {
  const { day, now } = asked;
  const batch = await coveringBatch(connection, day);
  if (!batch) {
    const running = await runOf(connection, 'payout', day);
    return [
      ownStep(asked, { kind: 'payout', period: day, done_at: null, run_id: running?.id ?? null }),
      step(asked, { kind: 'release', period: day, done_at: null }, 'waiting'),
      step(asked, { kind: 'confirmation', period: day, done_at: null }, 'waiting'),
    ];
  }
  const { id, run_id, state } = batch;
  const { released_at, paid_at } = await batchEnds(connection, id);
  const stopped = state === 'ready' && (await isStopped(connection));
  const release = step(asked, { kind: 'release', period: day, done_at: released_at ?? paid_at, batch_id: id }, stopped ? 'refused' : 'next');
  const confirmation = step(asked, { kind: 'confirmation', period: day, done_at: paid_at, batch_id: id }, state === 'released' ? 'next' : 'waiting');
  return [
    ownStep(asked, { kind: 'payout', period: day, done_at: batch.created_at, run_id, batch_id: id }),
    { ...release, why: stopped ? { code: 'payouts_stopped', details: {} } : null },
    // PAY-1: every line confirmed paid, not only either way.
    { ...confirmation, kept: figuresOf(batch, await lineGroups(connection, [id]), now).kept },
  ];
}

/** A step that the routine does by itself: its state follows from the plan. */
function ownStep(asked: Asked, given: Given): RoutineStep {
  const { facts, plan, now, why } = asked;
  const at = (one: { kind: string; period: string } | null): boolean => one?.kind === given.kind && one.period === given.period;
  if (at(facts.running)) return step(asked, given, 'running');
  if (!at(plan) || (plan as PlannedStep).due_at > now) return step(asked, given, 'waiting');
  return { ...step(asked, given, why ? 'refused' : 'next'), why };
}

function step({ now }: Asked, given: Given, open: RoutineStep['state']): RoutineStep {
  const { kind, period, done_at } = given;
  const end = kind === 'evaluation' ? monthEnd(period) : dayEnd(period);
  const deadline = deadlineOf(dayOf(end - 1));
  return {
    kind,
    period,
    state: done_at === null ? open : 'done',
    due_at: formatInstant(end + BEGIN_MINUTES * MINUTE_MS),
    deadline_at: formatInstant(deadline),
    done_at: formatInstantOrNull(done_at),
    kept: done_at === null ? (now > deadline ? false : null) : done_at <= deadline,
    why: null,
    run_id: idOf(given.run_id),
    batch_id: idOf(given.batch_id),
  };
}

function idOf(id: number | null | undefined): string | null {
  return typeof id === 'number' ? String(id) : null;
}
