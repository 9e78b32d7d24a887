/** Runs that are killed, raced and overtaken (ATTACKS 27, 28, 31). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { execute, row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { call } from '../../server/commands/call.ts';
import { continueCommissionRun, dryRunCommission, runCommission, startCommissionRun } from '../../server/commissions/run.ts';
import { lockHead, readHead } from '../../server/engine/head.ts';
import { dryRunEvaluation, runEvaluation, startEvaluationRun } from '../../server/evaluations/run.ts';
import { verify } from '../../server/verify/service.ts';
import { testEngine, type TestDatabase } from '../database.ts';
import { changes, justBefore, trades } from '../worlds/story.ts';
import { filled, type Filled } from './copies.ts';
import { endState, everything, type Contents } from './contents.ts';
import { clock, DAY, filesWith, MONTH, NEXT_DAY, take, takeAll } from './crowd.ts';
import { buildServer, childrenOf, isAlive, kill, ops, start, until } from './ops.ts';

const now = '2026-02-03T00:00:00.000Z';
/** More than a run decides at once on SQLite; PostgreSQL decides all of them at once. */
const TRADES = testEngine === 'sqlite' ? 16_000 : 11_000;
let crowd: Filled;
let undisturbed: Contents;
let db: TestDatabase;

beforeAll(async () => {
  await buildServer();
  crowd = await filled(clock, async (database) => {
    await takeAll(database, filesWith(TRADES));
    await runEvaluation(database, clock, '2025-12', systemActor);
  });
  const first = await crowd.copy();
  await runAll(first);
  undisturbed = await endState(first.database);
  await first.close();
}, 120_000);
afterAll(() => crowd.remove());
beforeEach(async () => { db = await crowd.copy(); });
afterEach(() => db.close());

async function runAll({ database }: TestDatabase): Promise<void> {
  await runCommission(database, clock, DAY, systemActor);
  await runEvaluation(database, clock, MONTH, systemActor);
  await runCommission(database, clock, NEXT_DAY, systemActor);
}

async function expectUndisturbed(): Promise<void> {
  expect(await endState(db.database)).toEqual(undisturbed);
  expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
}

/** Starts a run and kills it while it is at it: whoever holds the head's lock stands between two of its steps. */
async function killedInMidRun(words: string[], kind: string): Promise<boolean> {
  const running = start(db.url, words, { OPS_NOW: now });
  let killed = false;
  await until('it is at it', () =>
    db.database.transaction(async (transaction) => {
      await lockHead(transaction);
      const run = await row<{ state: string }>(transaction, `SELECT state FROM runs WHERE kind = :kind ORDER BY id DESC LIMIT 1`, { kind });
      if (!run) return false;
      killed = run.state === 'running';
      await kill(running);
      return true;
    }));
  return killed;
}

test('the undisturbed world is worth comparing with', () => {
  expect(undisturbed['commission_records']?.length).toBeGreaterThan(TRADES * 0.95);
  expect(undisturbed['tier_reviews']?.length).toBeGreaterThan(10);
});

describe('killed', { timeout: 150_000 }, () => {
  test('a commission run, three times, then again', async () => {
    for (let turn = 0; turn < 3; turn++) await killedInMidRun(['run', 'commission', '--day', DAY], 'commission');
    expect(await ops(db.url, 'run', 'commission', '--day', DAY)).toMatchObject({ exit: 0, result: { day: DAY, trades: undisturbed['commission_records']?.length } });
    await runAll(db);
    await expectUndisturbed();
  });

  test('a commission run that was opened and never got further, then again', async () => {
    await startCommissionRun(db.database, clock, DAY, systemActor);
    expect(await ops(db.url, 'run', 'commission', '--day', DAY)).toMatchObject({ exit: 0 });
    await runAll(db);
    await expectUndisturbed();
  });

  test('an evaluation, then again: all of it or nothing', async () => {
    await runCommission(db.database, clock, DAY, systemActor);
    await startEvaluationRun(db.database, clock, MONTH, systemActor);
    for (let turn = 0; turn < 2; turn++) {
      await killedInMidRun(['run', 'evaluation', '--month', MONTH], 'evaluation');
      const [done] = await rows<{ closed: number; judged: number }>(
        db.database.read,
        `SELECT (SELECT count(*) FROM closed_months WHERE month = :month) AS closed, (SELECT count(*) FROM evaluations WHERE month = :month) AS judged`,
        { month: MONTH },
      );
      expect((done?.closed ?? 0) > 0).toBe((done?.judged ?? 0) > 0);
    }
    await runAll(db);
    await expectUndisturbed();
  });
});

describe('at once', { timeout: 150_000 }, () => {
  test('six processes with one commission run, six with one evaluation: one result', async () => {
    const sixOf = (...words: string[]) => Promise.all(Array.from({ length: 6 }, () => ops(db.url, 'run', ...words)));
    for (const words of [['commission', '--day', DAY], ['evaluation', '--month', MONTH], ['commission', '--day', NEXT_DAY]]) {
      const six = await sixOf(...words);
      expect(six.map((one) => one.exit)).toEqual([0, 0, 0, 0, 0, 0]);
      expect(new Set(six.map((one) => JSON.stringify(one.result))).size).toBe(1);
    }
    await expectUndisturbed();
  });
});

describe('overtaken', { timeout: 150_000 }, () => {
  test('a run of another day finishes first what was left unfinished', async () => {
    const left = await startCommissionRun(db.database, clock, '2026-01-10', systemActor);
    await runCommission(db.database, clock, '2026-01-20', systemActor);
    const runs = await rows<{ period: string; state: string }>(db.database.read, `SELECT period, state FROM runs WHERE kind = 'commission' ORDER BY id`);
    expect(runs).toEqual([{ period: '2026-01-10', state: 'done' }, { period: '2026-01-20', state: 'done' }]);
    const [misplaced] = await rows<{ n: number }>(
      db.database.read,
      `SELECT count(*) AS n FROM commission_records WHERE (run_day = '2026-01-10') <> (executed_at < :end) OR (run_id = :left) <> (run_day = '2026-01-10')`,
      { end: Date.parse('2026-01-11T00:00:00Z'), left: left.id },
    );
    expect(misplaced?.n).toBe(0);
    expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  });

  test('REF-7: a covered day answers what was done', async () => {
    const done = await runCommission(db.database, clock, DAY, systemActor);
    const before = await everything(db.database);
    expect(await runCommission(db.database, clock, DAY, systemActor)).toEqual(done);
    expect(await runCommission(db.database, clock, '2026-01-15', systemActor)).toEqual(done);
    expect(await everything(db.database)).toEqual(before);
  });

  test('late trades that come in while a run is at it are never lost', async () => {
    const run = await startCommissionRun(db.database, clock, DAY, systemActor);
    const late = (name: string, on: string) => Array.from({ length: 300 }, (_, n) => trades(`${name}${n}`, `inv${n + 1}`, on).rows[0] as Record<string, string>);
    // Behind the run's day, ahead of where it stands, and behind where it will stand.
    await take(db.database, 'trades', late('early', '2026-01-02'));
    const other = openDatabase(db.url);
    try {
      const running = continueCommissionRun(db.database, clock, run.id, systemActor);
      for (let turn = 0; turn < 8; turn++) await take(other, 'trades', late(`turn${turn}-`, turn % 2 === 0 ? '2026-01-05' : justBefore('2026-02-01')));
      await running;
    } finally {
      await other.close();
    }
    await take(db.database, 'trades', late('after', '2026-01-03'));
    await runEvaluation(db.database, clock, MONTH, systemActor);
    await runCommission(db.database, clock, NEXT_DAY, systemActor);
    const [left] = await rows<{ waiting: number; missing: number; late: number }>(
      db.database.read,
      `SELECT (SELECT count(*) FROM late_trades) AS waiting,
         (SELECT count(*) FROM trades t JOIN bindings b ON b.invitee_id = t.account_id WHERE NOT EXISTS (SELECT 1 FROM commission_records c WHERE c.trade_ref = t.id AND c.kind = 'commission')) AS missing,
         (SELECT count(*) FROM commission_records c JOIN trades t ON t.id = c.trade_ref WHERE t.trade_id LIKE 'turn%' OR t.trade_id LIKE 'early%' OR t.trade_id LIKE 'after%') AS late`,
    );
    // Of each 300 the three whose inviter's code nobody has are bound to nobody.
    expect(left).toEqual({ waiting: 0, missing: 0, late: 10 * 297 });
    expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  });

  test('what is learnt while the next trades are decided ahead counts for them', async () => {
    const run = await startCommissionRun(db.database, clock, DAY, systemActor);
    const { aside } = db.database;
    const learnt: number[] = [];
    const overtaken: Database = { ...db.database, aside: aside && {
      prepare: async (work) => {
        const ready = await aside.prepare(work);
        await take(db.database, 'account-events', [changes('inv5', 'vip_level', String(learnt.length), '2026-01-02').rows[0] as Record<string, string>]);
        learnt.push((await readHead(db.database.read)).revision);
        return ready;
      },
    } };
    await continueCommissionRun(overtaken, clock, run.id, systemActor);
    const chunks = await rows<{ known_at: number }>(db.database.read, 'SELECT DISTINCT known_at FROM commission_records ORDER BY known_at');
    if (aside) expect(chunks.map(({ known_at }) => known_at)).toEqual(learnt.slice(0, chunks.length));
    expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  });

  test('REF-7: a run that comes by trades with a record passes them over, with all that is kept of them', async () => {
    const { run_id, trades: done } = await runCommission(db.database, clock, DAY, systemActor);
    await take(db.database, 'trades', [trades('between', 'inv1', '2026-01-05').rows[0] as Record<string, string>]);
    await db.database.transaction((transaction) =>
      execute(transaction, `UPDATE runs SET state = 'running', cursor_at = 0, cursor_id = 0 WHERE id = :id`, { id: Number(run_id) }));
    expect((await continueCommissionRun(db.database, clock, Number(run_id), systemActor)).trades).toBe(done + 1);
    expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  });
});

describe('a dry run', () => {
  test('of a commission run and of an evaluation writes nothing and answers what the run then does', async () => {
    const before = await everything(db.database);
    const tried = await dryRunCommission(db.database, clock, DAY);
    expect(await everything(db.database)).toEqual(before);
    expect({ ...(await runCommission(db.database, clock, DAY, systemActor)), run_id: null }).toEqual(tried);
    const between = await everything(db.database);
    const judged = await dryRunEvaluation(db.database, clock, MONTH);
    expect(await everything(db.database)).toEqual(between);
    expect({ ...(await runEvaluation(db.database, clock, MONTH, systemActor)), run_id: null }).toEqual(judged);
  });

  test('refuses what the run would refuse, and changes nothing', async () => {
    const told = async (...words: string[]): Promise<[exit: number, result: unknown]> => {
      let line = '';
      return [await call(['run', ...words], { DATABASE_URL: db.url, OPS_NOW: now }, (text) => { line += text; }), JSON.parse(line)];
    };
    const before = await everything(db.database);
    for (const words of [['evaluation', '--month', '2026-02'], ['commission', '--day', '2199-01-01'], ['commission', '--day', NEXT_DAY]]) {
      const refused = [1, { error: expect.anything() }];
      const tried = await told(...words, '--dry-run');
      expect([tried, await told(...words)]).toEqual([refused, tried]);
    }
    expect(await everything(db.database)).toEqual(before);
  });
});

describe('the server is stopped', { timeout: 150_000 }, () => {
  test('SIGTERM in mid-run: gone before the run can go on, and the next start goes on with it', async () => {
    const run = await startCommissionRun(db.database, clock, DAY, systemActor);
    const env = { PORT: '0', OPS_NOW: now };
    const first = start(db.url, ['serve'], env);
    await first.firstLine;
    await db.database.transaction(async (transaction) => {
      await lockHead(transaction);
      await until('its worker is there', async () => childrenOf(first.pid).length > 0);
      const [worker] = childrenOf(first.pid);
      first.child.kill('SIGTERM');
      // A worker that was waited for would have given up waiting for the lock, and said so.
      expect(await first.finished).toMatchObject({ exit: 0, stderr: '' });
      await until('its worker is gone', async () => !isAlive(worker as number));
    });
    expect((await row<{ state: string }>(db.database.read, 'SELECT state FROM runs WHERE id = :id', { id: run.id }))?.state).toBe('running');
    const second = start(db.url, ['serve'], env);
    await second.firstLine;
    await until('the run is done', async () => (await row<{ state: string }>(db.database.read, 'SELECT state FROM runs WHERE id = :id', { id: run.id }))?.state === 'done');
    second.child.kill('SIGTERM');
    expect((await second.finished).exit).toBe(0);
    await runAll(db);
    await expectUndisturbed();
  });
});
