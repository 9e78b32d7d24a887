import { createReadStream, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { systemActor, type Actor } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { startWorker } from '../work/start.ts';
import { interrupt, type Interruption } from './finish.ts';
import { resumeImport } from './service.ts';
import { findImport, passOn, runningImports, type StoredImport } from './store.ts';

/** So many processes in a row may end early over one upload; then it is the upload that ends them. */
const ATTEMPTS = 2;

/**
 * Imports whose process is gone: those whose file this machine cannot read again have failed, and say so. Answers the uploads
 * whose file is there. An import that a living process is at, whichever it is, is left alone.
 */
export async function settleLeftImports({ database, clock }: Context): Promise<StoredImport[]> {
  const resumable: StoredImport[] = [];
  for (const left of await runningImports(database.read)) {
    if (left.worker !== null && (await database.presence.isThere(left.worker))) continue;
    if (left.spool_path !== null && existsSync(left.spool_path)) resumable.push(left);
    else await interrupt(database, clock, left, systemActor, left.spool_path === null ? 'interrupted' : 'upload_lost');
  }
  return resumable;
}

/** Has a process of its own land an upload. One that ends early gets a second; where that does too, the import has failed. */
export async function landUpload(context: Context, id: number, actor: Actor): Promise<void> {
  const { database } = context;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const own = await takeOver(context, id);
      if (own === null) return;
      const end = await startWorker(context, ['import', String(id), '--from', own], actor);
      if (end !== 'early') return;
    }
    if ((await takeOver(context, id)) === null) return;
    const left = (await findImport(database.read, id)) as StoredImport;
    await giveUp(context, left, actor, 'interrupted');
  } catch (error) {
    context.log.error({ import_id: id, error: error instanceof Error ? error.message : String(error) }, 'upload left for the next start');
  }
}

/** This process's name once it is the one to see to the import; null where another one does, or where it has ended. */
async function takeOver({ database }: Context, id: number): Promise<string | null> {
  const own = await database.presence.name();
  const stored = await findImport(database.read, id);
  if (!stored || stored.state !== 'running') return null;
  if (stored.worker === own) return own;
  if (stored.worker !== null && (await database.presence.isThere(stored.worker))) return null;
  return (await database.transaction((transaction) => passOn(transaction, id, stored.worker, own))) ? own : null;
}

async function giveUp({ database, clock }: Context, left: StoredImport, actor: Actor, why: Interruption): Promise<void> {
  await interrupt(database, clock, left, actor, why);
  if (left.spool_path !== null) await rm(left.spool_path, { force: true });
}

/** In the process of its own: lands what the process `from` has handed over. Does nothing where another one was faster. */
export async function workUpload(context: Context, id: number, from: string | null, actor: Actor): Promise<void> {
  const { database, clock } = context;
  const worker = await database.presence.name();
  const stored = await findImport(database.read, id);
  if (!stored?.spool_path || !(await database.transaction((transaction) => passOn(transaction, id, from, worker)))) return;
  if (!existsSync(stored.spool_path)) return giveUp(context, { ...stored, worker }, actor, 'upload_lost');
  const { feed, file_name, bytes_total, dry_run, spool_path } = stored;
  try {
    await resumeImport(database, clock, { id, worker, feed, file_name, bytes_total, dry_run: dry_run === 1, actor }, createReadStream(spool_path));
  } catch (error) {
    // The import's own row says what was refused and where; anything else leaves it to be taken up again.
    if (!(error instanceof Refusal)) throw error;
  }
  await rm(spool_path, { force: true });
}
