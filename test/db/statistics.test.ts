/** What the planner knows of the tables after a large import, and before a run; on SQLite there is nothing to tell it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { renewStatistics } from '../../db/statistics.ts';
import { runSteps } from '../../server/runs/service.ts';
import { openTestDatabase, testEngine, type TestDatabase } from '../database.ts';
import { clock, DAY, fileOf, take } from '../faults/crowd.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase({ reference: clock });
  // Else autovacuum might be what looked.
  if (testEngine === 'postgres') for (const table of ['accounts', 'trades', 'bindings']) await db.database.read.raw(`ALTER TABLE ${table} SET (autovacuum_enabled = off)`);
});
afterEach(() => db.close());

/** How many rows the planner takes a table to hold; -1: it never looked. */
async function rowsKnown(...tables: string[]): Promise<number[]> {
  const known = await rows<{ name: string; n: number }>(db.database.read, `SELECT relname AS name, CAST(reltuples AS BIGINT) AS n FROM pg_class WHERE relkind = 'r'`);
  return tables.map((table) => known.find(({ name }) => name === table)?.n ?? Number.NaN);
}

test.runIf(testEngine === 'postgres')('after a large import it knows how many rows there are; a small one does not make it look', async () => {
  const [accounts, trades] = [fileOf('accounts'), fileOf('trades').slice(0, 8_000)];
  await take(db.database, 'accounts', accounts.slice(0, 5));
  expect(await rowsKnown('accounts')).toEqual([-1]);
  await take(db.database, 'accounts', accounts);
  await take(db.database, 'trades', trades.slice(0, 5_000));
  expect(await rowsKnown('accounts', 'trades')).toEqual([accounts.length, 5_000]);
  // A fiftieth more is no other table.
  await take(db.database, 'trades', trades.slice(5_000, 5_100));
  expect(await rowsKnown('trades')).toEqual([5_000]);
  await take(db.database, 'trades', trades);
  expect(await rowsKnown('trades')).toEqual([8_000]);
});

test.runIf(testEngine === 'postgres')('a run, and one that is tried, looks first where nobody has, as after a restore', async () => {
  for (const feed of ['accounts', 'activations', 'trades'] as const) await take(db.database, feed, fileOf(feed).slice(0, 3_000));
  const forget = () => db.database.read.raw(`UPDATE pg_class SET relpages = 0, reltuples = -1 WHERE relname IN ('accounts', 'trades')`);
  for (const step of [
    () => runSteps.commission.dry(db.database, clock, DAY),
    () => runSteps.commission.start(db.database, clock, DAY, { staff_id: null, name: 'system', role: 'system', request_id: null }),
  ]) {
    await forget();
    // Refused before it begins, for no month is evaluated here; it has looked all the same.
    await step().catch(() => undefined);
    expect((await rowsKnown('accounts', 'trades')).every((known) => known > 2_000)).toBe(true);
  }
});

test.runIf(testEngine === 'sqlite')('nothing is asked of SQLite', async () => {
  await take(db.database, 'prices', fileOf('prices'));
  await renewStatistics(db.database);
  expect(await rows(db.database.read, `SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%'`)).toEqual([]);
});
