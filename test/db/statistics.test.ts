/** What the planner knows of the tables after a large import, and before a run; on SQLite there is nothing to tell it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
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

const NEVER = -1;
/** SQLite keeps no statistics: there it never looks. */
const told = (known: number): number => (testEngine === 'postgres' ? known : NEVER);

/** How many rows the planner takes each table to hold; NEVER: it never looked. */
async function rowsKnown(...tables: string[]): Promise<number[]> {
  const known = await rows<{ name: string; n: number }>(db.database.read, testEngine === 'postgres'
    ? `SELECT relname AS name, CAST(reltuples AS BIGINT) AS n FROM pg_class WHERE relkind = 'r'`
    : `SELECT m.name, CASE WHEN EXISTS (SELECT 1 FROM sqlite_master WHERE name LIKE 'sqlite_stat%') THEN 0 ELSE ${NEVER} END AS n FROM sqlite_master m`);
  return tables.map((table) => known.find(({ name }) => name === table)?.n ?? Number.NaN);
}

test('after a large import it knows how many rows there are; a small one does not make it look', async () => {
  const [accounts, trades] = [fileOf('accounts'), fileOf('trades').slice(0, 8_000)];
  await take(db.database, 'accounts', accounts.slice(0, 5));
  expect(await rowsKnown('accounts')).toEqual([NEVER]);
  await take(db.database, 'accounts', accounts);
  await take(db.database, 'trades', trades.slice(0, 5_000));
  expect(await rowsKnown('accounts', 'trades')).toEqual([told(accounts.length), told(5_000)]);
  // A fiftieth more is no other table.
  await take(db.database, 'trades', trades.slice(5_000, 5_100));
  expect(await rowsKnown('trades')).toEqual([told(5_000)]);
  await take(db.database, 'trades', trades);
  expect(await rowsKnown('trades')).toEqual([told(8_000)]);
});

test('a run, and one that is tried, looks first where nobody has, as after a restore', async () => {
  for (const feed of ['accounts', 'activations', 'trades'] as const) await take(db.database, feed, fileOf(feed).slice(0, 3_000));
  const loaded = await rowsKnown('accounts', 'trades');
  const forget = async () => {
    if (testEngine === 'postgres') await db.database.read.raw(`UPDATE pg_class SET relpages = 0, reltuples = ${NEVER} WHERE relname IN ('accounts', 'trades')`);
  };
  for (const step of [
    () => runSteps.commission.dry(db.database, clock, DAY),
    () => runSteps.commission.start(db.database, clock, DAY, { staff_id: null, name: 'system', role: 'system', request_id: null }),
  ]) {
    await forget();
    expect(await rowsKnown('accounts', 'trades')).toEqual([NEVER, NEVER]);
    // Refused before it begins, for no month is evaluated here; it has looked all the same.
    await step().catch(() => undefined);
    expect(await rowsKnown('accounts', 'trades')).toEqual(loaded);
  }
});
