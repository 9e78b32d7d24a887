import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { systemActor, type Actor } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { resumeImport } from '../imports/service.ts';
import { findImport } from '../imports/store.ts';
import { Refusal } from '../refusal.ts';
import { runSteps } from '../runs/service.ts';
import { findRun } from '../runs/store.ts';
import { readArguments } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

/** What the server hands to a process of its own (server/work/start.ts): an import from the spool, or a run. */
export const workCommand: Command = {
  usage: 'work import|run <id>',
  async run(context, words) {
    const { positionals } = readArguments(words, ['import|run', '<id>']);
    const [kind, text] = positionals as [string, string];
    const id = Number(text);
    if (!Number.isSafeInteger(id)) throw new UsageError(`no id: ${text}`);
    const actor = process.env['WORK_ACTOR'] ? (JSON.parse(process.env['WORK_ACTOR']) as Actor) : systemActor;
    if (kind === 'import') await workImport(context, id, actor);
    else if (kind === 'run') await workRun(context, id, actor);
    else throw new UsageError(`no work ${kind}`);
    return { result: { done: `${kind} ${id}` }, exit: EXIT.done };
  },
};

async function workImport(context: Context, id: number, actor: Actor): Promise<void> {
  const stored = await findImport(context.database.read, id);
  if (!stored || stored.state !== 'running' || stored.spool_path === null) return;
  const job = {
    id, feed: stored.feed, file_name: stored.file_name, bytes_total: stored.bytes_total, dry_run: stored.dry_run === 1, actor,
  };
  try {
    await resumeImport(context.database, context.clock, job, createReadStream(stored.spool_path));
  } catch (error) {
    // The import's own row says what was refused and where; anything else leaves it to be taken up again.
    if (!(error instanceof Refusal)) throw error;
  }
  await rm(stored.spool_path, { force: true });
}

async function workRun(context: Context, id: number, actor: Actor): Promise<void> {
  const run = await findRun(context.database.read, id);
  if (run) await runSteps[run.kind].proceed(context.database, context.clock, id, actor);
}
