import type { Database } from '../../db/connection.ts';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { formatInstant } from '../../server/calendar.ts';
import type { Clock } from '../../server/clock.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { feedColumns, type Feed } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { runPayout } from '../../server/payouts/run.ts';
import { routineFacts } from '../../server/routine/store.ts';
import type { ConfirmStep, DemoStep, RoutineStep } from './steps.ts';

const routineSteps: readonly string[] = ['commission', 'bonus', 'evaluation', 'payout'] satisfies RoutineStep['step'][];

export function isRoutineStep(step: DemoStep): step is Extract<DemoStep, RoutineStep> {
  return routineSteps.includes(step.step);
}

/** As the routine does it: bonuses are awarded only once there is a campaign. */
export async function performRoutine(database: Database, clock: Clock, step: RoutineStep): Promise<void> {
  if (step.step === 'commission') await runCommission(database, clock, step.day, systemActor);
  else if (step.step === 'evaluation') await runEvaluation(database, clock, step.month, systemActor);
  else if (step.step === 'bonus') await awardBonuses(database, clock, step.day);
  else await runPayout(database, clock, step.day, systemActor);
}

async function awardBonuses(database: Database, clock: Clock, day: string): Promise<void> {
  if ((await routineFacts(database.read, clock.now())).awarded_day !== null) await runBonus(database, clock, day, systemActor);
}

/** One file of a feed, as CSV. */
export async function takeFile(database: Database, clock: Clock, feed: Feed, list: readonly object[]): Promise<void> {
  const columns: readonly string[] = feedColumns[feed];
  const lines = list.map((item) => columns.map((column) => quoted((item as Record<string, string>)[column] ?? '')).join(','));
  const bytes = new TextEncoder().encode([columns.join(','), ...lines, ''].join('\n'));
  const job = { feed, file_name: `${feed}.csv`, bytes_total: bytes.length, dry_run: false, actor: systemActor };
  await importFile(database, clock, job, (async function* () { yield bytes; })());
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What the payment system says of the lines that were released; of a batch that is paid it has nothing more to say. */
export async function confirmLines(database: Database, clock: Clock, { day, from, fails }: ConfirmStep): Promise<void> {
  const lines = await rows<{ id: number; uid: string; currency: string }>(
    database.read,
    `SELECT l.id, a.uid, l.currency FROM payout_lines l JOIN payout_batches b ON b.id = l.batch_id JOIN accounts a ON a.id = l.affiliate_id
     WHERE b.day = :day AND l.state = 'released' ORDER BY l.id`,
    { day },
  );
  if (lines.length === 0) return;
  const list = lines.map(({ id, uid, currency }, place) => {
    const failed = currency === 'USDT' && fails.includes(uid);
    return {
      line_id: String(id),
      status: failed ? 'failed' : 'paid',
      at: formatInstant(Math.min(from + place * 7_000, clock.now())),
      reference: failed ? 'WALLET_LOCKED' : `SPOT-${day.replaceAll('-', '')}-${String(id).padStart(6, '0')}`,
    };
  });
  await takeFile(database, clock, 'payout-confirmations', list);
}
