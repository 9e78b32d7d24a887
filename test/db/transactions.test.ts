/** Taking turns: two connections on one database, questions that see one state, a lock that somebody else holds. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { execute, row, type Connection } from '../../db/statement.ts';
import { lockHead } from '../../server/engine/head.ts';
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

async function revision(connection: Connection): Promise<number> {
  return (await row<{ revision: number }>(connection, 'SELECT revision FROM engine_head WHERE id = 1'))?.revision ?? -1;
}

/** Reads, thinks and writes: lost unless the lock is taken before the reading. */
async function addOne(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    const head = await lockHead(transaction);
    await row(transaction, 'SELECT count(*) AS n FROM countries');
    await execute(transaction, 'UPDATE engine_head SET revision = :next WHERE id = 1', { next: head.revision + 1 });
  });
}

/** A promise and the hand that settles it. */
function signal(): { given: Promise<void>; give: () => void } {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => { give = resolve; });
  return { given, give: () => give() };
}

describe('writers', () => {
  test('read-then-write from two sides at once: all count, none fails', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => addOne(index % 2 === 0 ? db.database : other)));
    expect(await revision(db.database.read)).toBe(40);
  });

  test('a transaction that throws leaves nothing, and the next one works', async () => {
    const work = db.database.transaction(async (transaction) => {
      await execute(transaction, 'UPDATE engine_head SET revision = 9 WHERE id = 1');
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    expect(await revision(other.read)).toBe(0);
    await addOne(other);
    expect(await revision(db.database.read)).toBe(1);
  });

  test('a statement that fails ends its transaction, and the next one works', async () => {
    const work = db.database.transaction(async (transaction) => {
      await execute(transaction, 'UPDATE engine_head SET revision = 9 WHERE id = 1');
      await execute(transaction, `INSERT INTO runs (kind, period) VALUES ('commission', 'x')`);
    });
    await expect(work).rejects.toThrow();
    expect(await revision(db.database.read)).toBe(0);
    await addOne(db.database);
    expect(await revision(db.database.read)).toBe(1);
  });

  test('one waits for the lock that another holds, readers do not, and then it goes on', async () => {
    const [held, release] = [signal(), signal()];
    const holder = other.transaction(async (transaction) => {
      await lockHead(transaction);
      await execute(transaction, 'UPDATE engine_head SET revision = 5 WHERE id = 1');
      held.give();
      await release.given;
    });
    await held.given;
    let done = false;
    const waiting = addOne(db.database).then(() => { done = true; });
    for (let turn = 0; turn < 20; turn++) expect(await revision(db.database.read)).toBe(0);
    expect(done).toBe(false);
    release.give();
    await Promise.all([holder, waiting]);
    expect(await revision(db.database.read)).toBe(6);
  });
});

describe('a snapshot', () => {
  test('sees one state, whatever is committed meanwhile, and keeps no writer waiting', async () => {
    const seen = await db.database.snapshot(async (transaction) => {
      const first = await revision(transaction);
      await addOne(other);
      await addOne(db.database);
      return [first, await revision(transaction), await revision(db.database.read)];
    });
    expect(seen).toEqual([0, 0, 2]);
  });

  test('several at once, each with its own', async () => {
    const seen = await Promise.all([1, 2].map(() => db.database.snapshot(async (transaction) => {
      const first = await revision(transaction);
      await addOne(other);
      return (await revision(transaction)) === first;
    })));
    expect(seen).toEqual([true, true]);
  });
});

test('an address that names no database is refused', () => {
  expect(() => openDatabase('mysql://x')).toThrow('DATABASE_URL');
});
