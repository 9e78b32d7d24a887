/** A statement that is asked again is not compiled again: it must answer as if it were. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { execute, row, rows } from '../../db/statement.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
  await db.database.transaction((transaction) => execute(transaction, 'CREATE TABLE pearls (n INTEGER PRIMARY KEY, colour {{text}})'));
});
afterEach(() => db.close());

const add = (n: number, colour = 'white') =>
  db.database.transaction((transaction) => execute(transaction, 'INSERT INTO pearls (n, colour) VALUES (:n, :colour)', { n, colour }));
const colours = async () => (await rows<{ colour: string }>(db.database.read, 'SELECT colour FROM pearls ORDER BY n')).map(({ colour }) => colour);

test('each time with the values of that time', async () => {
  for (const n of [1, 2, 3]) await add(n, `colour ${n}`);
  const one = (n: number) => row<{ colour: string }>(db.database.read, 'SELECT colour FROM pearls WHERE n = :n', { n });
  expect(await Promise.all([1, 2, 3, 4, 3].map(one))).toEqual([{ colour: 'colour 1' }, { colour: 'colour 2' }, { colour: 'colour 3' }, undefined, { colour: 'colour 3' }]);
});

test('how many rows each touched', async () => {
  for (const n of [1, 2, 3]) await add(n);
  const paint = (from: number) => db.database.transaction((transaction) => execute(transaction, `UPDATE pearls SET colour = 'black' WHERE n >= :from`, { from }));
  expect([await paint(2), await paint(9), await paint(1)]).toEqual([2, 0, 3]);
});

test('after it has failed', async () => {
  await add(1);
  await expect(add(1, 'again')).rejects.toThrow(/unique/i);
  await add(2, 'after');
  await expect(rows(db.database.read, 'SELECT nothing FROM nowhere')).rejects.toThrow(/nowhere/);
  await expect(rows(db.database.read, 'SELECT nothing FROM nowhere')).rejects.toThrow(/nowhere/);
  expect(await colours()).toEqual(['white', 'after']);
});

test('counted where it answers rows too, it leaves nothing open: the transaction ends', async () => {
  const addAll = () => db.database.transaction((transaction) =>
    execute(transaction, `INSERT INTO pearls (n, colour) SELECT n + (SELECT count(*) FROM pearls), colour FROM {{list}} r WHERE true RETURNING n`,
      { list: JSON.stringify([{ n: 1, colour: 'red' }, { n: 2, colour: 'blue' }]) },
      { list: db.database.dialect.rowset('list', { n: 'integer', colour: 'text' }) }));
  await addAll();
  await addAll();
  expect(await colours()).toEqual(['red', 'blue', 'red', 'blue']);
});

describe('what it asks may have changed meanwhile', () => {
  test('by another connection', async () => {
    expect(await colours()).toEqual([]);
    await add(1);
    expect(await colours()).toEqual(['white']);
  });

  test('in its form', async () => {
    await add(1);
    const all = () => rows(db.database.read, 'SELECT * FROM pearls');
    expect(await all()).toEqual([{ n: 1, colour: 'white' }]);
    await db.database.transaction((transaction) => execute(transaction, 'ALTER TABLE pearls ADD COLUMN weight INTEGER'));
    expect(await all()).toEqual([{ n: 1, colour: 'white', weight: null }]);
    await db.database.transaction((transaction) => execute(transaction, 'DROP TABLE pearls'));
    await expect(all()).rejects.toThrow(/pearls/);
  });
});

test('more texts than are kept, in one transaction', async () => {
  await db.database.transaction(async (transaction) => {
    for (let n = 0; n < 250; n += 1) {
      await execute(transaction, `INSERT INTO pearls (n, colour) VALUES (:n, 'white')`, { n });
      expect(await row(transaction, `SELECT n FROM pearls WHERE n = :n AND ${n} = ${n}`, { n })).toEqual({ n });
    }
  });
});
