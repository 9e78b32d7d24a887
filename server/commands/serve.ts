import { migrate } from '../../db/migrate.ts';
import { isNew } from '../../seeds/demo/plant.ts';
import { demoPassword, demoStaff } from '../../seeds/demo/staff.ts';
import { systemActor } from '../audit/contract.ts';
import { rows } from '../../db/statement.ts';
import type { Context } from '../context.ts';
import { landUpload, settleLeftImports } from '../imports/left.ts';
import { listen } from '../http/listen.ts';
import { startScheduler } from '../routine/scheduler.ts';
import { startWorker, stopWorkers } from '../work/start.ts';
import { readArguments } from './arguments.ts';
import { EXIT, type Command, type CommandOutcome } from './command.ts';
import { seedDemoWorld, seedReferenceData } from './seed.ts';

export const serveCommand: Command = {
  usage: 'serve',
  async run(context, words) {
    readArguments(words, []);
    await migrate(context.database);
    return serve(context);
  },
};

/** `npm start`: the demo world where the database is new, then as `serve`. */
export const startCommand: Command = {
  usage: 'start',
  async run(context, words) {
    readArguments(words, []);
    await migrate(context.database);
    await seedReferenceData(context);
    if (context.settings.demo && (await isNew(context.database))) {
      process.stderr.write('A new database: letting thirteen months happen …\n');
      await seedDemoWorld(context);
    }
    return serve(context, announce);
  },
};

async function serve(context: Context, ready: (context: Context, url: string) => void = () => {}): Promise<CommandOutcome> {
  // Heard from the first moment: who reads that we listen may tell us to stop at once.
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const listening = await listen(context);
  process.stdout.write(`${JSON.stringify({ listening: listening.url })}\n`);
  ready(context, listening.url);
  await takeUpWork(context);
  const scheduler = context.settings.scheduler ? startScheduler(context) : null;
  await stopped;
  // The scheduler hears of it first: what its worker was at is not begun again.
  await Promise.all([scheduler?.stop(), listening.close(), stopWorkers()]);
  return { exit: EXIT.done };
}

/** Imports and runs that a stopped machine left unfinished. */
async function takeUpWork(context: Context): Promise<void> {
  const runs = await rows<{ id: number }>(context.database.read, `SELECT id FROM runs WHERE state = 'running' ORDER BY id`);
  for (const { id } of await settleLeftImports(context)) void landUpload(context, id, systemActor);
  for (const { id } of runs) void startWorker(context, ['run', String(id)], systemActor);
}

function announce(context: Context, url: string): void {
  const lines = ['', `  The console is ready: ${url}`];
  if (context.settings.demo) {
    lines.push('', `  Demo sign-ins, password ${demoPassword}:`, ...demoStaff.map(({ email, role }) => `    ${email.padEnd(26)} ${role}`));
  }
  process.stderr.write(`${lines.join('\n')}\n\n`);
}
