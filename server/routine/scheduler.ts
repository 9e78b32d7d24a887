import { Cron } from 'croner';
import { systemActor } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { startWorker } from '../work/start.ts';
import { holdLease, leaveLease } from './lease.ts';
import { performRoutine, type Proceed } from './perform.ts';

export interface Scheduler {
  /** What happens each minute; answers when it is through. */
  tick(): Promise<void>;
  /** No new step begins; answers when the one at work has ended. Workers are stopped by who started them. */
  stop(): Promise<void>;
}

/**
 * The daily routine by itself (SCHEDULER=1): a pass a minute, the first at once, so that instants that were missed are made good. A pass
 * that is still at work is not started twice: meanwhile the minute renews the lease.
 */
export function startScheduler(context: Context, proceed: Proceed = byWorker(context)): Scheduler {
  let stopping = false;
  let atWork: Promise<void> | null = null;
  const tick = async (): Promise<void> => {
    try {
      if (stopping) return;
      if (atWork) await holdLease(context.database, context.clock);
      else {
        atWork = performRoutine(context, proceed, () => stopping);
        await atWork.finally(() => { atWork = null; });
      }
    } catch (error) {
      context.log.error({ error: error instanceof Error ? error.message : String(error) }, 'the routine could not begin');
    }
  };
  const job = new Cron('* * * * *', { timezone: 'UTC', unref: true }, tick);
  void tick();
  return {
    tick,
    stop: async () => {
      stopping = true;
      job.stop();
      await atWork?.catch(() => {});
      await leaveLease(context.database).catch((error: Error) => context.log.error({ error: error.message }, 'the lease runs out by itself'));
    },
  };
}

function byWorker(context: Context): Proceed {
  return (run) => startWorker(context, ['run', String(run.id)], systemActor);
}
