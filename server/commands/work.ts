import { systemActor, type Actor } from '../audit/contract.ts';
import type { Context } from '../context.ts';
import { workUpload } from '../imports/left.ts';
import { runSteps } from '../runs/service.ts';
import { findRun } from '../runs/store.ts';
import { readArguments } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

/** What the server hands to a process of its own (server/work/start.ts): an import from the spool, or a run. */
export const workCommand: Command = {
  usage: 'work import|run <id> [--from <process>]',
  async run(context, words) {
    const { positionals, values } = readArguments(words, ['import|run', '<id>'], { from: { type: 'string' } });
    const [kind, text] = positionals as [string, string];
    const id = Number(text);
    if (!Number.isSafeInteger(id)) throw new UsageError(`no id: ${text}`);
    const actor = process.env['WORK_ACTOR'] ? (JSON.parse(process.env['WORK_ACTOR']) as Actor) : systemActor;
    if (kind === 'import') await workUpload(context, id, typeof values['from'] === 'string' ? values['from'] : null, actor);
    else if (kind === 'run') await workRun(context, id, actor);
    else throw new UsageError(`no work ${kind}`);
    return { result: { done: `${kind} ${id}` }, exit: EXIT.done };
  },
};

async function workRun(context: Context, id: number, actor: Actor): Promise<void> {
  const run = await findRun(context.database.read, id);
  if (run) await runSteps[run.kind].proceed(context.database, context.clock, id, actor);
}
