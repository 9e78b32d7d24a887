/** A database that is broken, too new, full, or cut off: a clear error, nothing half-done, and it goes on by itself (ATTACKS 29). */
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runCommission } from '../../server/commissions/run.ts';
import { lockHead } from '../../server/engine/head.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { runningImports } from '../../server/imports/store.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, testDatabaseUrl, testEngine, type TestDatabase } from '../database.ts';
import { account, activates, trades } from '../worlds/story.ts';
import type { AnyRow } from '../worlds/feeds.ts';
import { clock, csvOf, DAY, fileOf, take } from './crowd.ts';
import { buildServer, inFolder, makePipe, ops, start, until, writeFile } from './ops.ts';

const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
let db: TestDatabase;
beforeAll(() => buildServer());
beforeEach(async () => { db = await openTestDatabase({ reference: clock }); });
afterEach(() => db.close());

async function count(database: Database, table: string): Promise<number> {
  return (await row<{ n: number }>(database.read, `SELECT count(*) AS n FROM ${table}`))?.n ?? -1;
}

async function findings(database: Database): Promise<unknown[]> {
  return (await verify(database)).filter((check) => check.wrong > 0);
}

test('a database of a newer console: no command starts on it, and it stays as it is', async () => {
  await db.database.transaction((transaction) => transaction.raw(`INSERT INTO schema_migrations (position, name) VALUES (9999, '9999_from_the_future')`));
  const all = await Promise.all([['migrate'], ['serve'], ['rollback']].map((words) => start(db.url, words, { PORT: '0' }).finished));
  for (const { exit, result, stderr } of all) {
    expect([exit, result]).toMatchObject([1, { error: { code: 'failed' } }]);
    expect(stderr).toContain('the database has the schema of another version of the console: 9999_from_the_future');
  }
  expect(await rows(db.database.read, `SELECT name FROM schema_migrations WHERE position = 9999`)).toHaveLength(1);
});

/** Each engine fails in its own ways: what is said of the other is no test of this run. */
const of = (engine: typeof testEngine, what: string): string[] => (testEngine === engine ? [what] : []);

describe.each(of('sqlite', 'a database file'))('%s', () => {
  test('that is none: said by every command, and left as it is', async () => {
    await inFolder(async (folder) => {
      const path = writeFile(folder, 'ops.sqlite', 'This is a letter to my aunt. '.repeat(400));
      const prices = writeFile(folder, 'prices.csv', 'currency,day,usdt\nBNB,2026-01-02,601\n');
      const all = await Promise.all([['serve'], ['verify'], ['import', 'prices', prices]].map((words) => start(`sqlite:${path}`, words, { PORT: '0' }).finished));
      for (const { exit, result, stderr } of all) {
        expect([exit, result]).toMatchObject([1, { error: { code: 'failed' } }]);
        expect(stderr).toContain('file is not a database');
      }
      expect(readFileSync(path, 'utf8')).toBe('This is a letter to my aunt. '.repeat(400));
    });
  });

  test('with pages written over: verify fails and says so, it does not say that all is well', async () => {
    const { url, remove } = await testDatabaseUrl({ reference: clock });
    const whole = openDatabase(url);
    await take(whole, 'accounts', fileOf('accounts'));
    await whole.close();
    const path = url.slice('sqlite:'.length);
    copyFileSync(path, `${path}-kept`);
    const file = openSync(path, 'r+');
    // All but the first pages, which hold the schema.
    const { size } = statSync(path);
    for (let at = Math.floor(size / 2 / 4096) * 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0xee), 0, 4096, at);
    closeSync(file);
    const { exit, stderr } = await ops(url, 'verify');
    expect([exit, stderr]).toEqual([1, expect.stringContaining('database disk image is malformed')]);
    writeFileSync(path, readFileSync(`${path}-kept`));
    expect(await ops(url, 'verify')).toMatchObject({ exit: 0 });
    rmSync(`${path}-kept`);
    await remove();
  });
});

describe.each(of('sqlite', 'a disk that is full'))('%s', () => {
  /** The database may grow by so many pages and no more, as if the disk ended there. */
  async function limited(pages: number): Promise<void> {
    const [used] = (await db.database.transaction((transaction) => transaction.raw('PRAGMA page_count'))) as { page_count: number }[];
    await limit((used as { page_count: number }).page_count + pages);
  }
  const limit = (pages: number): Promise<unknown> => db.database.transaction((transaction) => transaction.raw(`PRAGMA max_page_count = ${pages}`));

  test('an import ends with the reason, whole chunks stand, and it is completed once there is room', async () => {
    await limited(60);
    await expect(take(db.database, 'accounts', fileOf('accounts'))).rejects.toThrow('SQLITE_FULL');
    expect((await count(db.database, 'accounts')) % 1_000).toBe(0);
    await limit(100_000);
    expect(await runningImports(db.database.read)).toEqual([]);
    expect(await take(db.database, 'accounts', fileOf('accounts'))).toMatchObject({ rejected: 0, conflicts: 0 });
    expect(await count(db.database, 'accounts')).toBe(fileOf('accounts').length);
    expect(await findings(db.database)).toEqual([]);
  });

  test('a commission run ends with the reason, and goes on where it stood', async () => {
    await take(db.database, 'accounts', fileOf('accounts').slice(0, 700));
    await take(db.database, 'activations', fileOf('activations'));
    await take(db.database, 'trades', Array.from({ length: 2_000 }, (_, n) => trades(`t${n}`, `inv${n % 90}`, '2026-01-05').rows[0] as AnyRow));
    await runEvaluation(db.database, clock, '2025-12', systemActor);
    await limited(8);
    await expect(runCommission(db.database, clock, DAY, systemActor)).rejects.toThrow('SQLITE_FULL');
    expect(await count(db.database, 'commission_records')).toBe(0);
    expect(await findings(db.database)).toEqual([]);
    await limit(100_000);
    const { trades: decided } = await runCommission(db.database, clock, DAY, systemActor);
    expect(decided).toBeGreaterThan(1_500);
    expect(await count(db.database, 'commission_records')).toBe(decided);
    expect(await findings(db.database)).toEqual([]);
  });

  test('a limit of the system on the size of files: the process ends, and nothing is half-done', async () => {
    await inFolder(async (folder) => {
      const path = writeFile(folder, 'accounts.csv', csvOf('accounts', fileOf('accounts')));
      const kilobytes = Math.ceil(statSync(db.url.slice('sqlite:'.length)).size / 1024) + 300;
      const { status, stdout } = spawnSync('bash', ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, entry, 'import', 'accounts', path], {
        env: { PATH: process.env['PATH'], DATABASE_URL: db.url, NODE_ENV: 'test' }, encoding: 'utf8',
      });
      expect([status === 0, stdout.includes('accepted')]).toEqual([false, false]);
      expect((await count(db.database, 'accounts')) % 1_000).toBe(0);
      expect(await ops(db.url, 'import', 'accounts', path)).toMatchObject({ exit: 0, result: { rejected: 0, conflicts: 0 } });
      expect(await runningImports(db.database.read)).toEqual([]);
      expect(await findings(db.database)).toEqual([]);
    });
  });
});

describe.each(of('postgres', 'connections that are cut'))('%s', () => {
  /** Cuts every connection to the database but the one that cuts. */
  const cut = (database: Database): Promise<unknown> =>
    database.read.raw('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');

  test('a connection cut in mid-query: the import ends with the reason, whole chunks stand, and again completes it', async () => {
    await inFolder(async (folder) => {
      const pipe = makePipe(folder);
      const running = start(db.url, ['import', 'accounts', pipe]);
      const writer = await open(pipe, 'w');
      await writer.write(csvOf('accounts', fileOf('accounts').slice(0, 1_005)));
      await until('a chunk stands', async () => (await count(db.database, 'accounts')) === 1_000);
      const other = openDatabase(db.url);
      // It waits for the head's lock, in the middle of a query, when it is cut.
      await db.database.transaction(async (transaction) => {
        await lockHead(transaction);
        await writer.close();
        await until('it waits', async () => (await rows(other.read, `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length > 0);
        await transaction.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      });
      await other.close();
      const { exit, result, stderr } = await running.finished;
      expect([exit, result]).toMatchObject([1, { error: { code: 'failed' } }]);
      expect(stderr).toMatch(/connection (terminated|ended) unexpectedly|terminating connection/i);
      expect(await count(db.database, 'accounts')).toBe(1_000);
      expect(await row(db.database.read, 'SELECT state, error, accepted FROM imports WHERE id = 1')).toEqual({ state: 'failed', error: 'interrupted', accepted: 1_000 });
      await take(db.database, 'accounts', fileOf('accounts'));
      expect(await count(db.database, 'accounts')).toBe(fileOf('accounts').length);
      expect(await findings(db.database)).toEqual([]);
    });
  });

  test('all connections cut, again and again: this process goes on by itself, and says still who it is', async () => {
    const other = openDatabase(db.url);
    const name = await other.presence.name();
    for (let turn = 0; turn < 3; turn++) {
      await cut(db.database);
      await until('it answers again', async () => (await count(other, 'countries').catch(() => 0)) > 0);
      await until('it is there again', async () => (await other.presence.name()) === name && (await db.database.presence.isThere(name)));
      await other.transaction((transaction) => lockHead(transaction));
    }
    await other.close();
  });
});

describe('the clock', () => {
  const at = (text: string) => Date.parse(text);

  test('goes backwards over what is done: nothing is undone or done twice', async () => {
    const moving = { instant: at('2026-01-20T10:00:00Z'), now: () => moving.instant };
    await playAda(db.database);
    await runEvaluation(db.database, moving, '2025-12', systemActor);
    const done = await runCommission(db.database, moving, '2026-01-19', systemActor);
    moving.instant = at('2025-12-30T23:59:59Z');
    expect(await runCommission(db.database, moving, '2026-01-19', systemActor)).toEqual(done);
    expect(await runCommission(db.database, moving, '2026-01-02', systemActor)).toEqual(done);
    expect((await runEvaluation(db.database, moving, '2025-12', systemActor)).month).toBe('2025-12');
    await expect(runCommission(db.database, moving, '2026-01-20', systemActor)).rejects.toMatchObject({ code: 'day_not_over' });
    await expect(runEvaluation(db.database, moving, '2026-01', systemActor)).rejects.toMatchObject({ code: 'month_not_over' });
    // What comes in now came in after the run, whatever the clock says: the next run takes it up.
    await take(db.database, 'trades', [trades('late', 'bob', '2026-01-10').rows[0] as AnyRow]);
    moving.instant = at('2026-01-21T10:00:00Z');
    expect(await runCommission(db.database, moving, '2026-01-20', systemActor)).toMatchObject({ trades: 1 });
    expect(await findings(db.database)).toEqual([]);
  });

  test('jumps over two months’ ends: each month first, in its order, then the day', async () => {
    const moving = { instant: at('2026-01-20T10:00:00Z'), now: () => moving.instant };
    await playAda(db.database);
    await runEvaluation(db.database, moving, '2025-12', systemActor);
    await runCommission(db.database, moving, '2026-01-19', systemActor);
    moving.instant = at('2026-03-02T00:00:00Z');
    await expect(runCommission(db.database, moving, '2026-03-01', systemActor)).rejects.toMatchObject({ code: 'evaluation_pending' });
    await expect(runEvaluation(db.database, moving, '2026-02', systemActor)).rejects.toMatchObject({ code: 'previous_month_open' });
    await runEvaluation(db.database, moving, '2026-01', systemActor);
    await runEvaluation(db.database, moving, '2026-02', systemActor);
    await runCommission(db.database, moving, '2026-03-01', systemActor);
    moving.instant = at('2026-03-01T23:59:59.999Z');
    await expect(runEvaluation(db.database, moving, '2026-03', systemActor)).rejects.toMatchObject({ code: 'month_not_over' });
    const [left] = await rows<{ n: number }>(db.database.read, 'SELECT count(*) AS n FROM trades t WHERE NOT EXISTS (SELECT 1 FROM commission_records c WHERE c.trade_ref = t.id)');
    expect(left?.n).toBe(0);
    expect(await findings(db.database)).toEqual([]);
  });

  async function playAda(database: Database): Promise<void> {
    const rowOf = (step: { rows: readonly AnyRow[] }): AnyRow => step.rows[0] as AnyRow;
    await take(database, 'accounts', [rowOf(account('ada', { on: '2025-12-01' })), rowOf(account('bob', { on: '2026-01-02', by: 'ada' }))]);
    await take(database, 'activations', [rowOf(activates('ada', 'referral', '2025-12-02'))]);
    await take(database, 'trades', ['2026-01-05', '2026-01-19'].map((day) => rowOf(trades(`on ${day}`.replace(' ', ''), 'bob', day))));
  }
});
