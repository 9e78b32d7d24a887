/** Two consoles with the scheduler on, one of them killed: the routine of the missed days is done once (PAY-1, ATTACKS 27, 31). */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';
import { toCsv } from '../worlds/feeds.ts';
import { account, activates, story, times, trades } from '../worlds/story.ts';
import { buildServer, kill, start, until } from './ops.ts';

let db: TestDatabase;
beforeAll(() => buildServer(), 120_000);
beforeEach(async () => {
  db = await openTestDatabase({ reference: { now: () => 0 } });
  const day = (n: number): string => `2026-01-${n + 24}`;
  const files = story(
    account('ada'), activates('ada', 'referral', '2026-01-20'), account('bob', { on: '2026-01-21', by: 'ada' }),
    times(7, (n) => [trades(`t${n}`, 'bob', day(n))]),
  );
  for (const step of files) {
    if (step.step !== 'import') continue;
    const bytes = new TextEncoder().encode(toCsv(step.feed, step.rows as never));
    const job = { feed: step.feed, file_name: 'file.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor };
    await importFile(db.database, { now: () => Date.parse('2026-02-01T00:00:00Z') }, job, (async function* () { yield bytes; })());
  }
});
afterEach(() => db.close());

const doneRuns = () => rows<{ kind: string; period: string; state: string }>(db.database.read, 'SELECT kind, period, state FROM runs ORDER BY id');

test('each step once, whoever does it; a killed one leaves the rest to the other', { timeout: 150_000 }, async () => {
  const env = { PORT: '0', SCHEDULER: '1', OPS_NOW: '2026-02-01T02:00:00.000Z' };
  const both = [start(db.url, ['serve'], env), start(db.url, ['serve'], env)];
  await Promise.all(both.map((one) => one.firstLine));
  await until('a day is done', async () => (await doneRuns()).some((one) => one.state === 'done'));
  const [first, second] = both as [(typeof both)[0], (typeof both)[0]];
  await kill(first);
  // Its lease is free at once, for who asks: a console that starts now, or the other one with its next minute.
  const third = start(db.url, ['serve'], env);
  await third.firstLine;
  await until('the last batch is made', async () => (await row(db.database.read, `SELECT 1 AS yes FROM payout_batches WHERE day = '2026-01-31'`)) !== undefined);
  for (const one of [second, third]) one.child.kill('SIGTERM');
  expect((await Promise.all([second.finished, third.finished])).map((one) => one.exit)).toEqual([0, 0]);
  const days = [25, 26, 27, 28, 29, 30].flatMap((day) => [`commission 2026-01-${day}`, `payout 2026-01-${day}`]);
  expect((await doneRuns()).map(({ kind, period, state }) => `${kind} ${period}${state === 'done' ? '' : ` ${state}`}`)).toEqual([
    ...days, 'evaluation 2026-01', 'commission 2026-01-31', 'payout 2026-01-31',
  ]);
  expect((await verify(db.database)).filter((check) => check.wrong > 0)).toEqual([]);
  expect(await row(db.database.read, 'SELECT holder FROM routine_lease')).toEqual({ holder: '' });
});
