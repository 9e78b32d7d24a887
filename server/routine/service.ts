import type { Connection } from '../../db/statement.ts';
import { refuseUnlessBonusDue } from '../bonuses/run.ts';
import { refuseUnlessCommissionDue } from '../commissions/run.ts';
import type { Context } from '../context.ts';
import { refuseUnlessEvaluationDue } from '../evaluations/run.ts';
import { refuseUnlessPayoutDue } from '../payouts/run.ts';
import { daysBetween, dayStart, formatInstant } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import type { Routine, RoutineStep } from './contract.ts';
import { dayOfStep, planRoutine, yesterdayOf, type PlannedStep } from './rules.ts';
import { stepsOf } from './steps.ts';
import { readLease, routineFacts } from './store.ts';

/** What the day being done has come to, what comes next, and what it would meet (`GET /api/routine`). */
export async function routineOf({ database, clock, settings }: Context): Promise<Routine> {
  const now = clock.now();
  const connection = database.read;
  const facts = await routineFacts(connection, now);
  const plan = planRoutine(facts);
  const yesterday = yesterdayOf(now);
  const day = plan ? dayOfStep(plan, facts) : yesterday;
  const lease = await readLease(connection);
  const held = lease.holder !== '' && lease.until > now;
  return {
    now: formatInstant(now),
    day,
    missed_days: Math.max(0, daysBetween(dayStart(day), dayStart(yesterday))),
    steps: plan || facts.covered_until > 0 ? await stepsOf(connection, { day, now, facts, plan, why: plan && await whyNot(connection, plan, now) }) : [],
    scheduler: { on: settings.scheduler || held, holder: held ? lease.holder : null },
  };
}

/** The refusal that a step would meet now; null where it would meet none, or is not due. */
async function whyNot(connection: Connection, { kind, period, due_at }: PlannedStep, now: number): Promise<RoutineStep['why']> {
  if (due_at > now) return null;
  try {
    if (kind === 'commission') await refuseUnlessCommissionDue(connection, period, now);
    if (kind === 'bonus') await refuseUnlessBonusDue(connection, period, now);
    if (kind === 'payout') await refuseUnlessPayoutDue(connection, period, now);
    if (kind === 'evaluation') await refuseUnlessEvaluationDue(connection, period, now);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, details: error.details };
  }
}
