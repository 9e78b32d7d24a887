import { addDays, addMonths, DAY_MS, dayEnd, dayOf, dayStart, daysBetween, MINUTE_MS, monthEnd, monthOf } from '../calendar.ts';
import { BEGIN_MINUTES } from './contract.ts';

/** What the routine does by itself; release and confirmation are other people's. */
export const ownKinds = ['evaluation', 'commission', 'bonus', 'payout'] as const;
export type OwnKind = (typeof ownKinds)[number];

/** What is so at an instant; days and months are UTC. */
export interface RoutineFacts {
  now: number;
  /** The end of the last day that a commission run covers, 0 before the first (REF-7). */
  covered_until: number;
  /** The first trade at or after that, null where there is none. */
  next_trade_at: number | null;
  /** Ended months that are to be evaluated and are not, oldest first (TIE-3). */
  open_months: string[];
  /** A run that has begun and has not ended. */
  running: { kind: OwnKind; period: string } | null;
  /** Days of finished commission runs that no batch covers, oldest first (PAY-1). */
  unpaid_days: string[];
  /** The last day that a bonus run covers, '' before the first; null where no campaign was ever activated: there is nothing to award. */
  awarded_day: string | null;
  /** Whether all manifests of yesterday that such a run needs have come and match (PAY-8): then nothing is waited for. */
  yesterday_complete: { commission: boolean; evaluation: boolean };
}

export interface PlannedStep {
  kind: OwnKind;
  period: string;
  /** Not before. */
  due_at: number;
}

/** A stretch without trades up to so many days is run day by day; a longer one by one run, that of the day on which trades begin again. */
const EMPTY_STRETCH_DAYS = 31;

/**
 * The next step of the routine, or null where there is nothing to do: what was begun goes on; what is computed gets its batch;
 * after a month's end the evaluation, then the run of the first day that none covers. Missed days come in order, each with its own
 * run and batch. The clock may jump: a step is due by its day's end alone, and what lies ahead of the clock waits.
 */
export function planRoutine(facts: RoutineFacts): PlannedStep | null {
  if (facts.running) return { ...facts.running, due_at: periodEnd(facts.running) };
  const [unpaid] = facts.unpaid_days;
  const { awarded_day } = facts;
  // CAM-6: what is earned on a day goes with its batch.
  if (unpaid !== undefined && awarded_day !== null && awarded_day < unpaid) return { kind: 'bonus', period: unpaid, due_at: dayEnd(unpaid) };
  if (unpaid !== undefined) return { kind: 'payout', period: unpaid, due_at: dayEnd(unpaid) };
  const day = nextDay(facts);
  const month = facts.open_months.find((open) => day === null || open <= monthBefore(day));
  if (month !== undefined) return { kind: 'evaluation', period: month, due_at: dueAt(monthEnd(month), facts.yesterday_complete.evaluation, facts.now) };
  return day === null ? null : { kind: 'commission', period: day, due_at: dueAt(dayEnd(day), facts.yesterday_complete.commission, facts.now) };
}

/**
 * The first day that is over and that no run covers. Where nothing was ever run, that of the first trade; on an empty database
 * none. Over a long stretch without trades one run is enough: it covers every day before its own (REF-7).
 */
function nextDay({ now, covered_until, next_trade_at }: RoutineFacts): string | null {
  const yesterday = yesterdayOf(now);
  if (covered_until === 0 && next_trade_at === null) return null;
  const first = dayOf(covered_until === 0 ? (next_trade_at as number) : covered_until);
  if (first > yesterday) return null;
  const traded = next_trade_at === null ? yesterday : dayOf(next_trade_at);
  const goal = traded < yesterday ? traded : yesterday;
  return daysBetween(dayStart(first), dayStart(goal)) > EMPTY_STRETCH_DAYS ? goal : first;
}

/** The day whose steps are shown with a step: of an evaluation the next one to run, else the month's last. */
export function dayOfStep(step: PlannedStep, facts: RoutineFacts): string {
  if (step.kind !== 'evaluation') return step.period;
  return nextDay(facts) ?? addDays(dayOf(monthEnd(step.period)), -1);
}

export function yesterdayOf(now: number): string {
  return dayOf(now - DAY_MS);
}

/** The month whose evaluation comes before the steps of a day: the last one that has ended when the day is over. */
export function monthBefore(day: string): string {
  return addMonths(monthOf(dayEnd(day)), -1);
}

/** Some time after the end, so that the feeds have come; at once where they say themselves that they are complete. */
function dueAt(end: number, complete: boolean, now: number): number {
  const endedLast = now >= end && now < end + DAY_MS;
  return endedLast && complete ? end : end + BEGIN_MINUTES * MINUTE_MS;
}

function periodEnd({ kind, period }: { kind: OwnKind; period: string }): number {
  return kind === 'evaluation' ? monthEnd(period) : dayEnd(period);
}
