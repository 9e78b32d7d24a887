import { pino } from 'pino';
import { openDatabase } from '../db/connection.ts';
import { createClock } from './clock.ts';
import { commands } from './commands/index.ts';
import { EXIT, UsageError, type CommandOutcome } from './commands/command.ts';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';
import { readSettings, type Settings } from './settings.ts';

/** The one way in: `main.js <command> …`. Results to stdout, everything else to stderr (CONTRACT 2). */
async function main([name, ...words]: string[]): Promise<number> {
  try {
    const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw new UsageError(name === undefined ? 'which command?' : `no command ${name}`);
    const command = await load();
    const context = openContext(readSettings(environmentFor(name as string)));
    try {
      const outcome = await command.run(context, words);
      print(outcome);
      return outcome.exit;
    } finally {
      await context.database.close();
    }
  } catch (error) {
    return fail(error);
  }
}

/** `npm start` is for trying out: outside production it brings the demo and the daily routine along. */
function environmentFor(command: string): Record<string, string | undefined> {
  if (command !== 'start' || process.env['NODE_ENV'] === 'production') return process.env;
  return { DEMO: '1', SCHEDULER: '1', ...process.env };
}

function openContext(settings: Settings): Context {
  return {
    settings,
    database: openDatabase(settings.databaseUrl),
    clock: createClock(settings.startAt),
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2)),
  };
}

function print(outcome: CommandOutcome): void {
  if (outcome.result !== undefined) process.stdout.write(`${JSON.stringify(outcome.result)}\n`);
}

async function fail(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    const usage = (await Promise.all(Object.values(commands).map((load) => load()))).map((command) => command.usage);
    return report('usage', error.message, { usage }, EXIT.usage);
  }
  if (error instanceof Refusal) return report(error.code, error.message, error.details, EXIT.failed);
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return report('failed', 'The command failed; the log says why.', {}, EXIT.failed);
}

function report(code: string, message: string, details: Record<string, unknown>, exit: number): number {
  process.stdout.write(`${JSON.stringify({ error: { code, message, details } })}\n`);
  return exit;
}

process.exitCode = await main(process.argv.slice(2));
