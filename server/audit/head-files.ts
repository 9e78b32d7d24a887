import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { row, type Connection } from '../../db/statement.ts';
import { dayOf, formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { systemActor } from './contract.ts';
import { writeAudit } from './service.ts';

/** What stands in a file: the last event of the chain when it was written. */
interface WrittenHead {
  seq: number;
  hash: string;
  at: string;
}

const SUBJECT = 'audit-heads';
const fileForm = /^audit-head-\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Once a UTC day the head of the audit chain is written where AUDIT_HEAD_DIR says, outside the database: who rewrites the chain there
 * cannot rewrite this. The event that tells of it comes after the file; where it is missing, the file is written anew.
 */
export async function writeDailyHead({ database, clock, settings }: Pick<Context, 'database' | 'clock' | 'settings'>): Promise<void> {
  if (settings.auditHeadDir === null) return;
  const day = dayOf(clock.now());
  const head = await headToWrite(database.read, day);
  if (!head) return;
  await writeWhole(settings.auditHeadDir, `audit-head-${day}.json`, `${JSON.stringify(head)}\n`);
  await database.transaction(async (transaction) => {
    await writeAudit(transaction, {
      at: clock.now(), actor: systemActor, action: 'audit.head_written', subject_type: SUBJECT, subject_id: day,
      changes: { seq: { old: null, new: head.seq }, hash: { old: null, new: head.hash } },
    });
  });
}

/** Null where the day has one, or where nothing has happened yet. */
async function headToWrite(connection: Connection, day: string): Promise<WrittenHead | null> {
  const written = await row(
    connection, 'SELECT 1 AS yes FROM audit_events WHERE subject_type = :type AND subject_id = :day LIMIT 1', { type: SUBJECT, day },
  );
  if (written) return null;
  const last = await row<{ seq: number; hash: string; at: number }>(connection, 'SELECT seq, hash, at FROM audit_events ORDER BY seq DESC LIMIT 1');
  return last ? { ...last, at: formatInstant(last.at) } : null;
}

/** The whole file or none: written beside it, on the disk, then renamed. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${name}.part`);
  const file = await open(beside, 'w', 0o640);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(beside, { force: true });
    throw error;
  }
  await file.close();
  await rename(beside, join(folder, name));
}

/** Each file against the chain: its event must be there, with its hash. */
export async function checkHeadFiles(connection: Connection, folder: string): Promise<{ name: string; checked: number; wrong: number; first: string | null }> {
  const check = { name: 'audit_head_files', checked: 0, wrong: 0, first: null as string | null };
  for (const { name, holds } of await headFilesIn(connection, folder)) {
    check.checked += 1;
    if (holds) continue;
    check.wrong += 1;
    check.first ??= name;
  }
  return check;
}

/** The files, and whether each holds against the chain, oldest first; with `last`, that many of the newest, newest first. */
export async function headFilesIn(connection: Connection, folder: string, last?: number): Promise<{ name: string; holds: boolean }[]> {
  const names = await filesIn(folder);
  const wanted = last === undefined ? names : names.slice(-last).reverse();
  const files: { name: string; holds: boolean }[] = [];
  for (const name of wanted) files.push({ name, holds: await stands(connection, await readFile(join(folder, name), 'utf8')) });
  return files;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => fileForm.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function stands(connection: Connection, text: string): Promise<boolean> {
  const head = parsed(text);
  if (!head || !Number.isSafeInteger(head.seq)) return false;
  const event = await row<{ hash: string; at: number }>(connection, 'SELECT hash, at FROM audit_events WHERE seq = :seq', { seq: head.seq as number });
  return event !== undefined && event.hash === head.hash && formatInstant(event.at) === head.at;
}

function parsed(text: string): Partial<WrittenHead> | null {
  try {
    return JSON.parse(text) as Partial<WrittenHead> | null;
  } catch {
    return null;
  }
}
