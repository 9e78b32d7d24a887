import type { Database } from '../../db/connection.ts';
import { row, rows } from '../../db/statement.ts';
import type { Actor } from '../../server/audit/contract.ts';
import { dayOf } from '../../server/calendar.ts';
import type { Clock } from '../../server/clock.ts';
import { demoCalendar, type DemoCalendar } from './calendar.ts';
import { distributeBonuses, isGrowthStep, takeGrowthStep } from './growth/take.ts';
import { morning, onMorningAfter } from './routine.ts';
import { demoStaff, worldStaff } from './staff.ts';
import type { DemoPerson, DemoStep, StaffStep } from './steps.ts';
import { confirmLines, isRoutineStep, performRoutine, takeFile } from './take-routine.ts';
import { decideReview, takeRecordStep } from './take-records.ts';
import { isRecordStep, takeStandingStep } from './take-standing.ts';
import { demoWorld } from './world.ts';

/** Whether nobody can work with this database yet: at most those are there who have a part in a world that was not finished. */
export async function isNew(database: Database): Promise<boolean> {
  const staff = await rows<{ email: string }>(database.read, 'SELECT email FROM staff');
  return staff.every(({ email }) => worldStaff.some((one) => one.email === email));
}

/** The instant at which the world begins, and its staff are there. */
export function beginningOf(clock: Clock): number {
  const [first] = demoCalendar(dayOf(clock.now())).runDays;
  return onMorningAfter(first as string, morning.files);
}

/**
 * Lets thirteen months happen: the files come in, the routine runs, staff ask and decide, each at an instant of its own, through the
 * same services as in earnest, and none later than now. What staff ask for needs the demo staff: without them it is left out. Done
 * again on the same day it changes nothing; a database in which other days were run stays as it is.
 */
export async function plantDemoWorld(database: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  const { calendar, steps } = demoWorld(dayOf(now));
  if (await isOtherWorld(database, calendar)) return;
  const people = await actorsOf(database);
  const travelling = { at: 0, now: () => travelling.at };
  for (const step of steps) {
    travelling.at = Math.min(step.at, now);
    await take(database, travelling, step, people);
  }
}

async function isOtherWorld(database: Database, calendar: DemoCalendar): Promise<boolean> {
  const runs = await rows<{ period: string }>(database.read, `SELECT period FROM runs WHERE kind = 'commission'`);
  return runs.some(({ period }) => !calendar.runDays.includes(period));
}

async function actorsOf(database: Database): Promise<Map<DemoPerson, Actor>> {
  const staff = await rows<{ id: number; email: string }>(database.read, 'SELECT id, email FROM staff');
  return new Map(demoStaff.map(({ email, role }) => {
    const staff_id = staff.find((one) => one.email === email)?.id ?? null;
    return [email.split('@')[0] as DemoPerson, { staff_id, name: email, role, request_id: null }];
  }));
}

async function take(database: Database, clock: Clock, step: DemoStep, people: Map<DemoPerson, Actor>): Promise<void> {
  if (step.step === 'import') return takeFile(database, clock, step.feed, step.rows);
  if (step.step === 'confirm') return confirmLines(database, clock, step);
  if (step.step === 'distribute') return distributeBonuses(database, clock, step);
  if (isRoutineStep(step)) return performRoutine(database, clock, step);
  const actor = people.get(step.by) as Actor;
  if (await isTaken(database, clock.now(), actor)) return undefined;
  if (step.step === 'review') return decideReview(database, clock, actor, step);
  if (step.step !== 'release' && actor.staff_id === null) return undefined;
  return takeStaffStep(database, clock, actor, step);
}

function takeStaffStep(database: Database, clock: Clock, actor: Actor, step: StaffStep): Promise<void> {
  if (isGrowthStep(step)) return takeGrowthStep(database, clock, actor, step);
  return isRecordStep(step) ? takeRecordStep(database, clock, actor, step) : takeStandingStep(database, clock, actor, step);
}

/** Everything that staff do leaves its event, and nobody does two things at one instant. */
async function isTaken(database: Database, at: number, actor: Actor): Promise<boolean> {
  const event = await row(database.read, 'SELECT 1 AS yes FROM audit_events WHERE at = :at AND actor = :name', { at, name: actor.name });
  return event !== undefined;
}
