import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Actor } from '../audit/contract.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';

const atWork = new Set<ChildProcess>();

/** Ends the workers that this process started: what they have committed stays, and the next start goes on from there. */
export async function stopWorkers(): Promise<void> {
  await Promise.all([...atWork].map((child) => new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  })));
}

/**
 * Long work runs in a process of its own, so that lists answer meanwhile (DESIGN 9). The process shares nothing with this one
 * but the database: if it dies, the next start takes the work up where it stands.
 */
export function startWorker(context: Context, job: string[], actor: Actor): void {
  const fromSources = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(fromSources ? '../main.ts' : '../main.js', import.meta.url));
  const loader = fromSources ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, entry, 'work', ...job], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: context.settings.databaseUrl,
      WORK_ACTOR: JSON.stringify(actor),
      ...(context.settings.startAt === null ? {} : { OPS_NOW: formatInstant(context.clock.now()) }),
    },
  });
  atWork.add(child);
  child.on('error', (error) => {
    atWork.delete(child);
    context.log.error({ job, error: error.message }, 'worker did not start');
  });
  child.on('exit', (code, signal) => {
    atWork.delete(child);
    if (code !== 0) context.log.error({ job, code, signal }, 'worker ended early');
  });
}
