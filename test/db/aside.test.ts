/** What SQLite makes ready beside the database while another transaction is written. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Aside } from '../../db/aside.ts';
import { openDatabase, type Database } from '../../db/connection.ts';
import { execute, row, type Connection } from '../../db/statement.ts';
import { openTestDatabase, testEngine } from '../database.ts';

let folder: string;
let database: Database;

beforeEach(async () => {
  // With signs in its name that mean something where a file is named by an address.
  folder = await mkdtemp(join(tmpdir(), 'aside 100% #?-'));
  database = openDatabase(`sqlite:${join(folder, 'db.sqlite')}`);
  await database.transaction(async (transaction) => {
    await transaction.raw('CREATE TABLE counter (id INTEGER PRIMARY KEY, value INTEGER NOT NULL) STRICT');
    await transaction.raw('INSERT INTO counter (id, value) VALUES (1, 0)');
  });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

test('PostgreSQL has no such place', async () => {
  const db = await openTestDatabase();
  expect(db.database.aside !== null).toBe(testEngine === 'sqlite');
  await db.close();
});

const aside = (): Aside => database.aside as Aside;

async function noted(connection: Connection): Promise<number | undefined> {
  return (await row<{ n: number }>(connection, 'SELECT n FROM noted'))?.n;
}

function note(n: number): (connection: Connection) => Promise<number> {
  return async (connection) => {
    await connection.raw('CREATE TABLE beside.noted (n INTEGER)');
    return execute(connection, 'INSERT INTO noted (n) VALUES (:n)', { n });
  };
}

const setValue = (connection: Connection, n: number): Promise<number> => execute(connection, 'UPDATE counter SET value = :n WHERE id = 1', { n });
const valueNow = async (): Promise<number | undefined> => (await row<{ value: number }>(database.read, 'SELECT value FROM counter'))?.value;

test('the transaction finds what was made ready, and afterwards it is gone', async () => {
  const ready = await aside().prepare(note(7));
  expect(ready.value).toBe(1);
  expect(await ready.transaction(noted)).toBe(7);
  await expect(database.transaction(noted)).rejects.toThrow('no such table');
});

test('the next is made ready while one is written', async () => {
  const first = await aside().prepare(note(1));
  const second = await first.transaction(async (transaction) => {
    const next = await aside().prepare(async (connection) => ({ made: await note(2)(connection), head: await row(connection, 'SELECT id FROM counter') }));
    expect(await noted(transaction)).toBe(1);
    return next;
  });
  expect(second.value).toEqual({ made: 1, head: { id: 1 } });
  expect(await second.transaction(noted)).toBe(2);
});

test('it sees what is committed and cannot write it', async () => {
  await database.transaction((transaction) => setValue(transaction, 5));
  await expect(aside().prepare((connection) => setValue(connection, 9))).rejects.toThrow('readonly');
  expect(await valueNow()).toBe(5);
});

test('work that fails, there or in the transaction, leaves nothing and stops nobody', async () => {
  await expect(aside().prepare(async (connection) => {
    await note(1)(connection);
    throw new Error('thought better of it');
  })).rejects.toThrow('thought better of it');
  const ready = await aside().prepare(note(2));
  await expect(ready.transaction(async (transaction) => {
    await setValue(transaction, 9);
    throw new Error('thought better of it');
  })).rejects.toThrow('thought better of it');
  expect(await valueNow()).toBe(0);
  await (await aside().prepare(note(3))).forget();
  expect(await (await aside().prepare(note(4))).transaction(noted)).toBe(4);
});

test('many at once take turns', async () => {
  const found = await Promise.all(Array.from({ length: 10 }, async (_, n) => (await aside().prepare(note(n))).transaction(async (transaction) => {
    await execute(transaction, 'UPDATE counter SET value = value + 1 WHERE id = 1');
    return noted(transaction);
  })));
  expect(found).toEqual(Array.from({ length: 10 }, (_, n) => n));
  expect(await valueNow()).toBe(10);
});
