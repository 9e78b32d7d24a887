import { pino } from 'pino';
import { openDatabase } from '../../db/connection.ts';
import { createClock } from '../clock.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { readSettings, type Settings } from '../settings.ts';
import { EXIT, UsageError } from './command.ts';
import { commands } from './index.ts';

type Environment = Record<string, string | undefined>;

/** A command by its words, with what it results in given to `out` as a line; the exit code. What it logs goes to stderr (CONTRACT 2). */
export async function call([name, ...words]: string[], environment: Environment, out: (line: string) => void): Promise<number> {
  try {
    const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(name === undefined ? 'which command?' : `no command ${name}`);
    const command = await load();
    const context = openContext(readSettings(environmentFor(name as string, environment)), environment);
    try {
      const outcome = await command.run(context, words);
      if (outcome.result !== undefined) out(`${JSON.stringify(outcome.result)}\n`);
      return outcome.exit;
    } finally {
      await context.database.close();
    }
  } catch (error) {
    return fail(error, out);
  }
}

/** `npm start` is for trying out: outside production it brings the demo and the daily routine along. */
function environmentFor(command: string, environment: Environment): Environment {
  if (command !== 'start' || environment['NODE_ENV'] === 'production') return environment;
  return { DEMO: '1', SCHEDULER: '1', ...environment };
}

function openContext(settings: Settings, environment: Environment): Context {
  return {
    settings,
    database: openDatabase(settings.databaseUrl),
    clock: createClock(settings.startAt),
    log: pino({ level: environment['LOG_LEVEL'] ?? 'warn' }, pino.destination(2)),
  };
}

async function fail(error: unknown, out: (line: string) => void): Promise<number> {
  const report = (code: string, message: string, details: Record<string, unknown>): void =>
    out(`${JSON.stringify({ error: { code, message, details } })}\n`);
  if (error instanceof UsageError) {
    const usage = (await Promise.all(Object.values(commands).map((load) => load()))).map((command) => command.usage);
    report('usage', error.message, { usage });
    return EXIT.usage;
  }
  if (error instanceof Refusal) {
    report(error.code, error.message, error.details);
    return EXIT.failed;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  report('failed', 'The command failed; the log says why.', {});
  return EXIT.failed;
}
