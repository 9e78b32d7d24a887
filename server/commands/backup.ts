import { execFile } from 'node:child_process';
import { copyFile, rename, rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { row } from '../../db/statement.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { readArguments } from './arguments.ts';
import { EXIT, UsageError, type Command } from './command.ts';

const run = promisify(execFile);

/** A consistent copy while the console serves. SQLite writes it itself: copying the file without its -wal loses data (ATTACKS 33). */
export const backupCommand: Command = {
  usage: 'backup <file>',
  async run(context, words) {
    const [file] = readArguments(words, ['<file>']).positionals as [string];
    if (await exists(file)) throw new UsageError(`${file} is there already`);
    if (context.database.dialect.engine === 'sqlite') await context.database.copyTo(file);
    else await dumpPostgres(context.settings.databaseUrl, file);
    return { result: { backup: file, bytes: (await stat(file)).size }, exit: EXIT.done };
  },
};

/** Back from a backup, into a database that nobody serves from. */
export const restoreCommand: Command = {
  usage: 'restore <file>',
  async run(context, words) {
    const [file] = readArguments(words, ['<file>']).positionals as [string];
    if (!(await exists(file))) throw new UsageError(`no file ${file}`);
    const { databaseUrl } = context.settings;
    if (context.database.dialect.engine === 'sqlite') await restoreSqlite(context, file);
    else await postgresTool('pg_restore', ['--clean', '--if-exists', '--no-owner', '--single-transaction', `--dbname=${databaseUrl}`, file]);
    const restored = openDatabase(databaseUrl);
    try {
      await migrate(restored);
      const head = await row<{ seq: number }>(restored.read, 'SELECT seq FROM audit_head WHERE id = 1');
      return { result: { restored: file, audit_events: head?.seq ?? 0 }, exit: EXIT.done };
    } finally {
      await restored.close();
    }
  },
};

async function restoreSqlite(context: Context, file: string): Promise<void> {
  const path = context.settings.databaseUrl.slice('sqlite:'.length);
  await context.database.close();
  const fresh = `${path}.restoring`;
  await copyFile(file, fresh);
  // The old journal belongs to the old file: left behind it would be played into the new one.
  for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true });
  await rename(fresh, path);
}

async function dumpPostgres(url: string, file: string): Promise<void> {
  try {
    await postgresTool('pg_dump', ['--format=custom', `--file=${file}`, url]);
  } catch (error) {
    // A half-written copy must not be taken for one.
    await rm(file, { force: true });
    throw error;
  }
}

async function postgresTool(name: string, words: string[]): Promise<void> {
  try {
    await run(name, words);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') throw new Refusal('unavailable', { tool: name }, `${name} is not installed here.`);
    // The tool's own words; the command line would show the password of the address.
    const said = String((error as { stderr?: unknown }).stderr ?? '').trim().slice(0, 500);
    throw new Refusal('unavailable', { tool: name }, `${name} failed: ${said}`);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}
