import { systemActor } from '../audit/contract.ts';
import { writeDailyHead } from '../audit/head-files.ts';
import type { Context } from '../context.ts';
import { settleCampaigns } from '../campaigns/settle.ts';
import { lockHead } from '../engine/head.ts';
import { Refusal } from '../refusal.ts';
import { runSteps } from '../runs/service.ts';
import type { StoredRun } from '../runs/store.ts';
import { settleDue } from '../status-changes/due.ts';
import { holdLease } from './lease.ts';
import { planRoutine } from './rules.ts';
import { routineFacts } from './store.ts';

/** Brings a run that has begun to its end: in a process of its own, or in this one. */
export type Proceed = (run: StoredRun) => Promise<unknown>;

/**
 * One pass of the routine, where this process holds the lease: what the clock decides by itself (STA-8), the daily head of the audit
 * chain, then the steps one after the other through the same doors as `POST /api/runs`. A Refusal is waited for (`GET /api/routine`
 * shows it), anything else is logged; the next pass tries again. One of the three that fails keeps the others from nothing.
 */
export async function performRoutine(context: Context, proceed: Proceed, isStopping: () => boolean = () => false): Promise<void> {
  const { database, clock } = context;
  if (isStopping() || !(await holdLease(database, clock))) return;
  await attempt(context, 'settle what is due', () =>
    database.transaction(async (transaction) => {
      await lockHead(transaction);
      await settleDue(transaction, clock.now());
      await settleCampaigns(transaction, clock.now());
    }));
  await attempt(context, 'write the head of the audit chain', () => writeDailyHead(context));
  await attempt(context, 'the steps of the day', () => performSteps(context, proceed, isStopping));
}

async function performSteps(context: Context, proceed: Proceed, isStopping: () => boolean): Promise<void> {
  const { database, clock } = context;
  for (let last = ''; !isStopping() && (await holdLease(database, clock)); ) {
    const step = planRoutine(await routineFacts(database.read, clock.now()));
    // The same again: what begins it or goes on with it came to nothing, and does no better at once.
    if (!step || step.due_at > clock.now() || `${step.kind} ${step.period}` === last) return;
    last = `${step.kind} ${step.period}`;
    const run = await runSteps[step.kind].start(database, clock, step.period, systemActor);
    if (run.state === 'running' && !isStopping()) await proceed(run);
  }
}

async function attempt({ log }: Context, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) log.debug({ code: error.code, details: error.details }, `routine waits: ${what}`);
    else log.error({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, `routine failed: ${what}`);
  }
}
