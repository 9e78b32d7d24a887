import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Actor } from '../audit/contract.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** What Node starts a worker with: this server, built or from its sources. The tests put the built one here. */
export const workerProgram = {
  words: import.meta.url.endsWith('.ts') ? ['--import', 'tsx', here('../main.ts')] : [here('../main.js')],
};

const atWork = new Set<ChildProcess>();
const told = new WeakSet<ChildProcess>();
const ends = new Map<string, Promise<WorkerEnd>>();

/** How a worker came to its end; `stopped`: this process told it to. */
export type WorkerEnd = 'done' | 'early' | 'stopped';

/** Ends the workers that this process started: what they have committed stays, and the next start goes on from there. */
export async function stopWorkers(): Promise<void> {
  await Promise.all([...atWork].map((child) => new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    told.add(child);
    child.kill('SIGTERM');
  })));
}

/**
 * Long work runs in a process of its own, so that lists answer meanwhile (DESIGN 9). The process shares nothing with this one
 * but the database: if it dies, the next start takes the work up where it stands. Answers when it has ended.
 */
export function startWorker(context: Context, job: string[], actor: Actor): Promise<WorkerEnd> {
  // One worker a job: who asks for what one is at gets its end.
  const name = [context.settings.databaseUrl, ...job].join(' ');
  const end = ends.get(name) ?? spawnWorker(context, job, actor).finally(() => ends.delete(name));
  ends.set(name, end);
  return end;
}

function spawnWorker(context: Context, job: string[], actor: Actor): Promise<WorkerEnd> {
  const child = spawn(process.execPath, [...workerProgram.words, 'work', ...job], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: context.settings.databaseUrl,
      WORK_ACTOR: JSON.stringify(actor),
      ...(context.settings.startAt === null ? {} : { OPS_NOW: formatInstant(context.clock.now()) }),
    },
  });
  atWork.add(child);
  return new Promise((resolve) => {
    const ended = (end: WorkerEnd): void => {
      atWork.delete(child);
      resolve(end);
    };
    child.on('error', (error) => {
      context.log.error({ job, error: error.message }, 'worker did not start');
      ended('early');
    });
    child.on('exit', (code, signal) => {
      if (told.has(child)) ended('stopped');
      else if (code === 0) ended('done');
      else {
        context.log.error({ job, code, signal }, 'worker ended early');
        ended('early');
      }
    });
  });
}
