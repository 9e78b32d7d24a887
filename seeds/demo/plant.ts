import { addDays, addMonths, dayOf, dayStart, monthStart } from '../../server/calendar.ts';
import type { Clock } from '../../server/clock.ts';
import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { systemActor, type Actor } from '../../server/audit/contract.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { feedColumns } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { decideTierReview } from '../../server/tier-reviews/service.ts';
import type { DecideStep, DemoStep, ImportStep } from './steps.ts';
import { demoWorld } from './world.ts';

const HOUR = 3_600_000;

/** Whether nobody can work with this database yet. */
export async function isNew(database: Database): Promise<boolean> {
  return (await row(database.read, 'SELECT 1 AS yes FROM staff LIMIT 1')) === undefined;
}

/**
 * Lets thirteen months happen: the files come in, the runs run, staff decide, each at an instant of its own, through the same
 * services as in earnest. Done again it changes nothing.
 */
export async function plantDemoWorld(database: Database, clock: Clock): Promise<void> {
  const today = dayOf(clock.now());
  const travelling = { at: 0, now: () => travelling.at };
  let day = addDays(today, -400);
  for (const step of demoWorld(today).steps) {
    if (step.step === 'commission') day = step.day;
    travelling.at = instantOf(step, day, today);
    await take(database, travelling, step);
  }
}

/** Files come an hour after the day, the run two, the evaluation three; nothing later than the start of today's morning. */
function instantOf(step: DemoStep, day: string, today: string): number {
  if (step.step === 'decide') return Date.parse(step.at);
  if (step.step === 'evaluation') return monthStart(addMonths(step.month, 1)) + 3 * HOUR;
  const after = dayStart(addDays(step.step === 'commission' ? step.day : day, 1));
  return Math.min(after, dayStart(today)) + (step.step === 'commission' ? 2 : 1) * HOUR;
}

async function take(database: Database, clock: Clock, step: DemoStep): Promise<void> {
  if (step.step === 'import') await takeFile(database, clock, step);
  else if (step.step === 'commission') await runCommission(database, clock, step.day, systemActor);
  else if (step.step === 'evaluation') await runEvaluation(database, clock, step.month, systemActor);
  else await takeDecision(database, clock, step);
}

async function takeFile(database: Database, clock: Clock, step: ImportStep): Promise<void> {
  const columns: readonly string[] = feedColumns[step.feed];
  const lines = step.rows.map((item) => columns.map((column) => (item as Record<string, string>)[column]).join(','));
  const bytes = new TextEncoder().encode([columns.join(','), ...lines, ''].join('\n'));
  const job = { feed: step.feed, file_name: `${step.feed}.csv`, bytes_total: bytes.length, dry_run: false, actor: systemActor };
  await importFile(database, clock, job, (async function* () { yield bytes; })());
}

async function takeDecision(database: Database, clock: Clock, step: DecideStep): Promise<void> {
  const review = await row<{ id: number; state: string }>(
    database.read,
    `SELECT r.id, r.state FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id WHERE a.uid = :uid AND r.month = :month`,
    { uid: step.affiliate_uid, month: step.month },
  );
  if (!review) throw new Error(`the demo world has no review of ${step.affiliate_uid} for ${step.month}`);
  if (review.state !== 'pending') return;
  const actor: Actor = { staff_id: null, name: step.by, role: 'operations', request_id: null };
  await decideTierReview(database, clock, actor, review.id, step.verb, step.comment);
}
