/** Which processes are at a database: the system tells, whatever their end and their clocks. */
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

let db: TestDatabase;
let other: Database;

beforeEach(async () => {
  db = await openTestDatabase();
  other = openDatabase(db.url);
});
afterEach(async () => {
  await other.close();
  await db.close();
});

test('a name is there from its first call on until its owner leaves, and is nobody else’s', async () => {
  const name = await other.presence.name();
  expect(await other.presence.name()).toBe(name);
  expect(await db.database.presence.name()).not.toBe(name);
  for (const asker of [db.database, other]) expect(await asker.presence.isThere(name)).toBe(true);
  await other.presence.leave();
  expect(await db.database.presence.isThere(name)).toBe(false);
  expect(await db.database.presence.isThere(name)).toBe(false);
  // It comes back under the same name.
  expect(await other.presence.name()).toBe(name);
  expect(await db.database.presence.isThere(name)).toBe(true);
});

test('asking holds nobody up: many ask at once, and the owner stays', async () => {
  const name = await other.presence.name();
  const seen = await Promise.all(Array.from({ length: 20 }, () => db.database.presence.isThere(name)));
  expect(new Set(seen)).toEqual(new Set([true]));
});

test('a name that nobody ever had, or that is none, is not there', async () => {
  for (const name of ['00ff', '123456', '../etc/passwd', '', `1' OR '1'='1`]) expect(await db.database.presence.isThere(name)).toBe(false);
});

test('a process that ended by kill -9 is not there', async () => {
  const connection = new URL('../../db/connection.ts', import.meta.url).pathname;
  const script = `const { openDatabase } = await import(${JSON.stringify(connection)});
    process.stdout.write(await openDatabase(${JSON.stringify(db.url)}).presence.name(), () => process.kill(process.pid, 'SIGKILL'));`;
  const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
  expect([ended.signal, ended.stderr]).toEqual(['SIGKILL', '']);
  expect(ended.stdout).toMatch(/^\w+$/);
  // A server that is busy takes a moment to see that its client is gone.
  await expect.poll(() => db.database.presence.isThere(ended.stdout)).toBe(false);
});
