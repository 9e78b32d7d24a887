/** Imports whose process was killed: the next one that can know says so, or goes on; what a living one is at, nobody touches. */
import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import type { Context } from '../../server/context.ts';
import { lockHead } from '../../server/engine/head.ts';
import { landUpload } from '../../server/imports/left.ts';
import { importFile } from '../../server/imports/service.ts';
import { findImport, runningImports } from '../../server/imports/store.ts';
import { receiveUpload } from '../../server/imports/upload.ts';
import { openDatabase } from '../../db/connection.ts';
import { readSettings } from '../../server/settings.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { clock, csvOf, fileOf } from './crowd.ts';
import { buildServer, childrenOf, inFolder, isAlive, kill, makePipe, ops, start, until, writeFile } from './ops.ts';

const CHUNK = 1_000;
const accounts = csvOf('accounts', fileOf('accounts').slice(0, CHUNK + 5));
let db: TestDatabase;

beforeAll(() => buildServer());
beforeEach(async () => { db = await openTestDatabase({ reference: clock }); });
afterEach(() => db.close());

async function accountsStand(): Promise<boolean> {
  return (await row<{ n: number }>(db.database.read, 'SELECT count(*) AS n FROM accounts'))?.n === CHUNK;
}

async function whyFailed(id: number): Promise<string | undefined> {
  const event = await row<{ reason: string }>(
    db.database.read, `SELECT reason FROM audit_events WHERE action = 'import.failed' AND subject_type = 'imports' AND subject_id = CAST(:id AS TEXT)`, { id },
  );
  return event?.reason;
}

describe('on the command line', () => {
  test('one that was killed has failed by the next import; one that waits for its file goes on', async () => {
    await inFolder((folder) => inFolder(async (elsewhere) => {
      const [first, second] = [makePipe(folder), makePipe(elsewhere)];
      const killed = start(db.url, ['import', 'accounts', first]);
      const writer = await open(first, 'w');
      await writer.write(accounts);
      await until('a chunk stands', accountsStand);
      const living = start(db.url, ['import', 'prices', second]);
      const feeder = await open(second, 'w');
      await feeder.write('currency,day,usdt\nBNB,2026-01-01,600\n');
      await until('both run', async () => (await runningImports(db.database.read)).length === 2);
      await kill(killed);
      await writer.close();

      const small = writeFile(folder, 'prices.csv', 'currency,day,usdt\nBNB,2026-01-02,601\n');
      expect(await ops(db.url, 'import', 'prices', small)).toMatchObject({ exit: 0, result: { accepted: 1 } });
      expect(await findImport(db.database.read, 1)).toMatchObject({ state: 'failed', error: 'interrupted', accepted: CHUNK, row_count: CHUNK, finished_at: expect.any(Number) });
      expect(await whyFailed(1)).toContain('the same file again completes it');
      expect(await findImport(db.database.read, 2)).toMatchObject({ state: 'running', error: null });

      await feeder.close();
      expect(await living.finished).toMatchObject({ exit: 0, result: { accepted: 1, import_id: '2' } });
      expect(await findImport(db.database.read, 2)).toMatchObject({ state: 'done' });
      expect(await runningImports(db.database.read)).toEqual([]);
    }));
  });

  test('one that was given up by mistake stops, and writes nothing more', async () => {
    async function* givenUpMeanwhile(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(accounts);
      await until('a chunk stands', accountsStand);
      await db.database.transaction((transaction) => transaction.raw(`UPDATE imports SET state = 'failed', error = 'interrupted' WHERE id = 1`));
    }
    const job = { feed: 'accounts' as const, file_name: 'accounts.csv', bytes_total: accounts.length, dry_run: false, actor: systemActor };
    await expect(importFile(db.database, clock, job, givenUpMeanwhile())).rejects.toThrow('another process goes on with import 1');
    expect(await findImport(db.database.read, 1)).toMatchObject({ state: 'failed', accepted: CHUNK });
    expect(await accountsStand()).toBe(true);
  });
});

describe('an upload', () => {
  /** As the server takes it in; the server is a database of its own that can go. */
  async function uploaded(): Promise<{ id: number; spool: string; context: Context }> {
    const context = { database: openDatabase(db.url), clock, settings: readSettings({ DATABASE_URL: db.url }), log: pino({ level: 'silent' }) };
    const given = { feed: 'accounts' as const, file_name: 'accounts.csv', dry_run: false, actor: systemActor };
    const id = await receiveUpload(context, given, Readable.from([accounts]));
    return { id, spool: (await findImport(db.database.read, id))?.spool_path as string, context };
  }

  test('whose server is gone is taken up by the next one; one whose file is gone too has failed', async () => {
    const [kept, lost] = [await uploaded(), await uploaded()];
    for (const { context } of [kept, lost]) await context.database.close();
    rmSync(lost.spool);
    const server = start(db.url, ['serve'], { PORT: '0' });
    await until('both have ended', async () => (await runningImports(db.database.read)).length === 0 && !existsSync(kept.spool));
    server.child.kill('SIGTERM');
    expect((await server.finished).exit).toBe(0);
    expect(await findImport(db.database.read, kept.id)).toMatchObject({ state: 'done', accepted: CHUNK + 5 });
    expect(await findImport(db.database.read, lost.id)).toMatchObject({ state: 'failed', error: 'upload_lost', accepted: 0 });
    expect(await whyFailed(lost.id)).toContain('upload it again');
  });

  test('whose server is there still is none of another one’s business', async () => {
    const { id, spool, context } = await uploaded();
    await inFolder(async (folder) => {
      await ops(db.url, 'import', 'prices', writeFile(folder, 'prices.csv', 'currency,day,usdt\nBNB,2026-01-02,601\n'));
    });
    expect(await findImport(db.database.read, id)).toMatchObject({ state: 'running' });
    await context.database.close();
    rmSync(spool);
  });

  /** Lands an upload and kills so many of its workers; they wait for a lock meanwhile. */
  async function landedAfterKills(kills: number): Promise<{ id: number; spool: string }> {
    const { id, spool, context } = await uploaded();
    let landing = Promise.resolve();
    const known = new Set<number>();
    await db.database.transaction(async (transaction) => {
      await lockHead(transaction);
      if (db.database.dialect.engine === 'postgres') await transaction.raw('LOCK TABLE imports IN SHARE MODE');
      landing = landUpload(context, id, systemActor);
      for (let turn = 0; turn < kills; turn++) {
        let worker: number | undefined;
        // What lists the children is one of them, and gone by then.
        await until('a worker is there', async () => (worker = childrenOf(process.pid).find((pid) => !known.has(pid) && isAlive(pid))) !== undefined);
        known.add(worker as number);
        process.kill(worker as number, 'SIGKILL');
      }
    });
    await landing;
    await context.database.close();
    return { id, spool };
  }

  test('whose worker is killed gets a second one', async () => {
    const { id, spool } = await landedAfterKills(1);
    expect(await findImport(db.database.read, id)).toMatchObject({ state: 'done', accepted: CHUNK + 5 });
    expect(existsSync(spool)).toBe(false);
  });

  test('whose second worker is killed as well has failed', async () => {
    const { id, spool } = await landedAfterKills(2);
    expect(await findImport(db.database.read, id)).toMatchObject({ state: 'failed', error: 'interrupted', accepted: 0 });
    expect(await whyFailed(id)).toContain('What it took in stays');
    expect(existsSync(spool)).toBe(false);
  });
});
