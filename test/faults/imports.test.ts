/** Files taken in twice, in pieces, by six at once, and by processes that are killed: always the same end (ATTACKS 25, 27, 28). */
import { open } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connection.ts';
import { row } from '../../db/statement.ts';
import { lockHead } from '../../server/engine/head.ts';
import type { Feed } from '../../server/feeds/contract.ts';
import { feedDefinitions } from '../../server/feeds/definitions/index.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { endState, everything, type Contents } from './contents.ts';
import { clock, csvOf, fileOf, files, take, takeAll, TRADES } from './crowd.ts';
import { buildServer, inFolder, kill, makePipe, ops, start, until, writeFile } from './ops.ts';

let undisturbed: Contents;
let db: TestDatabase;

beforeAll(async () => {
  await buildServer();
  const first = await openTestDatabase({ reference: clock });
  await takeAll(first.database);
  undisturbed = await endState(first.database);
  await first.close();
}, 120_000);
beforeEach(async () => { db = await openTestDatabase({ reference: clock }); });
afterEach(() => db.close());
afterAll(() => { undisturbed = {}; });

async function count(database: Database, table: string): Promise<number> {
  return (await row<{ n: number }>(database.read, `SELECT count(*) AS n FROM ${table}`))?.n ?? -1;
}

async function expectUndisturbed(): Promise<void> {
  expect(await endState(db.database)).toEqual(undisturbed);
  expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
}

/** Lines of the file of a feed, the header first. */
function linesOf(feed: Feed, rows: number): string {
  return csvOf(feed, fileOf(feed).slice(0, rows));
}

describe('the same file again', { timeout: 150_000 }, () => {
  test('every file twice: the second time nothing but duplicates', async () => {
    for (const { feed, rows } of files) {
      await take(db.database, feed, rows);
      expect(await take(db.database, feed, rows)).toMatchObject({ rows: rows.length, accepted: 0, duplicates: rows.length, conflicts: 0, rejected: 0, bindings_refused: 0 });
    }
    await expectUndisturbed();
  });

  test('every file in pieces, each piece overlapping the one before', async () => {
    for (const { feed, rows } of files) {
      for (let from = 0; from < rows.length; from += 1_700) await take(db.database, feed, rows.slice(Math.max(0, from - 50), from + 1_700));
    }
    await expectUndisturbed();
  });

  test('a file that repeats its own rows', async () => {
    for (const { feed, rows } of files) expect(await take(db.database, feed, [...rows, ...rows.slice(-20)])).toMatchObject({ accepted: rows.length, duplicates: 20 });
    await expectUndisturbed();
  });
});

describe('killed', { timeout: 150_000 }, () => {
  /** Feeds the import so many rows and no more, waits until what is whole of them stands there, and kills it. */
  async function killedAfter(feed: Feed, rows: number, table: string): Promise<void> {
    const whole = Math.floor(rows / feedDefinitions[feed].chunkRows) * feedDefinitions[feed].chunkRows;
    await inFolder(async (folder) => {
      const pipe = makePipe(folder);
      const running = start(db.url, ['import', feed, pipe]);
      const writer = await open(pipe, 'w');
      await writer.write(linesOf(feed, rows));
      await until(`${whole} rows of ${feed} stand`, async () => (await count(db.database, table)) >= whole);
      expect((await kill(running)).signal).toBe('SIGKILL');
      await writer.close();
    });
    expect(await count(db.database, table)).toBe(whole);
  }

  test('at three places of the trades, then again', async () => {
    for (const { feed, rows } of files) if (feed !== 'trades' && feed !== 'prices') await take(db.database, feed, rows);
    const chunk = feedDefinitions.trades.chunkRows;
    // At the first chunk, with some of the second, and right behind the second.
    for (const rows of [chunk - 1, chunk + 17, 2 * chunk + 1]) await killedAfter('trades', rows, 'trades');
    await inFolder(async (folder) => {
      const last = await ops(db.url, 'import', 'trades', writeFile(folder, 'trades.csv', csvOf('trades', fileOf('trades'))));
      expect([last.exit, last.result]).toMatchObject([0, { rows: TRADES, accepted: TRADES - 2 * chunk, duplicates: 2 * chunk }]);
    });
    await take(db.database, 'prices', fileOf('prices'));
    await expectUndisturbed();
  });

  test('in every other feed, then again', async () => {
    const tables: Partial<Record<Feed, string>> = { accounts: 'accounts', activations: 'enrolments', ratios: 'ratios', 'account-events': 'account_events', transfers: 'transfers', prices: 'prices' };
    for (const { feed, rows } of files) {
      const table = tables[feed];
      if (table) await killedAfter(feed, Math.min(rows.length, feedDefinitions[feed].chunkRows + 5), table);
      await take(db.database, feed, rows);
    }
    await expectUndisturbed();
  });
});

describe('at once', { timeout: 150_000 }, () => {
  test.each(['accounts', 'trades'] as const)('six processes with one file of %s: each row exactly once', async (feed) => {
    const before = files.slice(0, files.findIndex((file) => file.feed === feed));
    for (const one of before) await take(db.database, one.feed, one.rows);
    await inFolder(async (folder) => {
      const path = writeFile(folder, 'file.csv', csvOf(feed, fileOf(feed)));
      const all = await Promise.all(Array.from({ length: 6 }, () => ops(db.url, 'import', feed, path)));
      expect(all.map((one) => [one.exit, one.stderr])).toEqual(Array.from({ length: 6 }, () => [0, '']));
      const sum = (figure: string): number => all.reduce((total, one) => total + Number(one.result?.[figure]), 0);
      expect([sum('accepted'), sum('duplicates'), sum('conflicts'), sum('rejected')]).toEqual([fileOf(feed).length, 5 * fileOf(feed).length, 0, 0]);
    });
    for (const one of files) if (!before.includes(one)) await take(db.database, one.feed, one.rows);
    await expectUndisturbed();
  });
});

describe('a dry run', { timeout: 150_000 }, () => {
  test('writes nothing and tells what the run then does', async () => {
    for (const { feed, rows } of files) {
      // A conflict, a fault and a repetition among them.
      const [first, second] = rows as [Record<string, string>, Record<string, string>];
      const spoilt = [...rows.slice(0, 1_200), first, { ...second, [Object.keys(second).at(-1) as string]: '' }, { ...second, [Object.keys(second)[0] as string]: 'not an id!' }];
      const before = await everything(db.database);
      const tried = await take(db.database, feed, spoilt, true);
      expect(await everything(db.database)).toEqual(before);
      const { import_id: _tried, ...promised } = tried;
      const { import_id: _done, ...done } = await take(db.database, feed, spoilt);
      expect(promised).toEqual(done);
      // What the next feeds refer to.
      if (feed === 'accounts') await take(db.database, feed, rows);
    }
  });
});

describe('somebody else holds the database', () => {
  test('for three seconds and more: the import waits and succeeds', async () => {
    await take(db.database, 'accounts', fileOf('accounts'));
    await inFolder(async (folder) => {
      const path = writeFile(folder, 'trades.csv', linesOf('trades', 6_000));
      const running = await db.database.transaction(async (transaction) => {
        await lockHead(transaction);
        const began = process.hrtime.bigint();
        const waiting = start(db.url, ['import', 'trades', path]);
        await until('it has waited', async () => process.hrtime.bigint() - began > 3_500_000_000n);
        expect(waiting.child.exitCode).toBeNull();
        return waiting;
      });
      expect(await running.finished).toMatchObject({ exit: 0, result: { accepted: 6_000 } });
    });
  });
});
