/** The daily routine by itself (PAY-1, TIE-3; ATTACKS 30): no test waits, its clock is moved and its passes are told. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { execute, row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import type { Context } from '../../server/context.ts';
import type { Home } from '../../server/home/contract.ts';
import type { Routine } from '../../server/routine/contract.ts';
import { performRoutine, type Proceed } from '../../server/routine/perform.ts';
import { startScheduler } from '../../server/routine/scheduler.ts';
import { runSteps } from '../../server/runs/service.ts';
import { verify } from '../../server/verify/service.ts';
import { account, activates, justBefore, manifest, story, trades } from '../worlds/story.ts';
import { openArriving, type ArrivingConsole } from './arriving.ts';

let desk: ArrivingConsole;

beforeEach(async () => {
  desk = await openArriving('2026-01-29 00:30');
  await desk.arrives(story(
    account('ada'), activates('ada', 'referral', '2026-01-20'), account('bob', { on: '2026-01-21', by: 'ada' }),
  ));
});
afterEach(() => desk.close());

/** In this process, as `POST /api/runs` has a worker do it. */
const inProcess = ({ database, clock }: Context): Proceed => (run) => runSteps[run.kind].proceed(database, clock, run.id, systemActor);
const pass = (context = desk.context): Promise<void> => performRoutine(context, inProcess(context));
/** Sessions end by the clock that is moved here: signed in anew each time. */
const asked = async <T>(path: string): Promise<T> => (await (await desk.signIn('operations')).agent.get(path)).body as T;
const routine = (): Promise<Routine> => asked<Routine>('/api/routine');

/** What was done, in the order in which it was begun. */
async function done(): Promise<string[]> {
  const list = await rows<{ kind: string; period: string }>(desk.context.database.read, `SELECT kind, period FROM runs WHERE state = 'done' ORDER BY id`);
  return list.map(({ kind, period }) => `${kind} ${period}`);
}

async function findings(): Promise<string[]> {
  return (await verify(desk.context.database, desk.context.settings.auditHeadDir)).filter((check) => check.wrong > 0).map((check) => check.name);
}

/** Another process at the same database, with the same clock. */
function another(): { context: Context; close(): Promise<void> } {
  const database = openDatabase(desk.context.database.url);
  return { context: { ...desk.context, database }, close: () => database.close() };
}

describe('a pass', () => {
  it('on an empty database does nothing, and says so', async () => {
    await pass();
    expect(await done()).toEqual([]);
    expect(await routine()).toMatchObject({ day: '2026-01-28', missed_days: 0, steps: [] });
  });

  it('waits an hour after the day, then makes run and batch; missed days in order, each its own', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28')));
    await pass();
    expect(await done()).toEqual([]);
    expect(await routine()).toMatchObject({
      day: '2026-01-28', missed_days: 0,
      steps: [{ kind: 'commission', state: 'waiting', due_at: '2026-01-29T01:00:00.000Z', deadline_at: '2026-01-29T05:00:00.000Z', kept: null }, {}, {}, {}],
    });
    desk.on('2026-01-29 01:00');
    await pass();
    expect(await done()).toEqual(['commission 2026-01-28', 'payout 2026-01-28']);
    await desk.arrives(story(trades('t2', 'bob', '2026-01-29')));
    desk.on('2026-02-01 00:59');
    expect(await routine()).toMatchObject({ day: '2026-01-29', missed_days: 2 });
    await pass();
    // The evaluation of January and the run of its last day have their hour still before them.
    expect((await done()).slice(2)).toEqual(['commission 2026-01-29', 'payout 2026-01-29', 'commission 2026-01-30', 'payout 2026-01-30']);
    desk.on('2026-02-01 01:00');
    await pass();
    expect((await done()).slice(6)).toEqual(['evaluation 2026-01', 'commission 2026-01-31', 'payout 2026-01-31']);
    await pass();
    expect(await done()).toHaveLength(9);
    expect(await findings()).toEqual([]);
  });

  it('awards bonuses between run and batch where a campaign was activated, and ends it with its period (CAM-2, CAM-6)', async () => {
    const operations = await desk.signIn('operations');
    const { body } = await operations.post('/api/campaigns', {
      code: 'january', kind: 'public', name: 'January', landing_url: 'https://promo.example/', starts_at: '2026-01-20T00:00:00Z', ends_at: '2026-01-29T12:00:00Z',
      tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'cash', amount: '7', currency: 'USDT' }], budget: '70',
    });
    expect((await operations.post(`/api/campaigns/${body.id}/activate`)).status).toBe(200);
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28')));
    desk.on('2026-01-29 13:00');
    await pass();
    expect(await done()).toEqual(['commission 2026-01-28', 'bonus 2026-01-28', 'payout 2026-01-28']);
    expect((await routine()).steps.map(({ kind, state }) => [kind, state])).toEqual([
      ['commission', 'done'], ['bonus', 'done'], ['payout', 'done'], ['release', 'next'], ['confirmation', 'waiting'],
    ]);
    expect(await row(desk.context.database.read, 'SELECT state, ended_at FROM campaigns')).toEqual({ state: 'ended', ended_at: Date.parse('2026-01-29T12:00:00Z') });
    expect(await row(desk.context.database.read, 'SELECT amount_units, amount_fraction_e8, records FROM payout_lines')).toEqual({ amount_units: 7, amount_fraction_e8: 15000000, records: 2 });
    expect(await findings()).toEqual([]);
  });

  it('shows the steps of the day, and what a step waits for', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28'), manifest('trades', '2026-01-28', 2, '200')));
    desk.on('2026-01-29 02:00');
    await pass();
    expect((await routine()).steps.map(({ kind, state, why }) => [kind, state, why])).toEqual([
      ['commission', 'refused', { code: 'feed_incomplete', details: { feed: 'trades', day: '2026-01-28', rows: 2, rows_found: 1 } }],
      ['payout', 'waiting', null], ['release', 'waiting', null], ['confirmation', 'waiting', null],
    ]);
    await desk.arrives(story(trades('t2', 'bob', justBefore('2026-01-29'))));
    expect((await routine()).steps[0]).toMatchObject({ state: 'next', why: null });
    await pass();
    const { steps, scheduler } = await routine();
    expect(steps.map(({ kind, state, kept, run_id, batch_id }) => [kind, state, kept, run_id, batch_id])).toEqual([
      ['commission', 'done', true, '1', null], ['payout', 'done', true, '2', '1'], ['release', 'next', null, null, '1'],
      ['confirmation', 'waiting', null, null, '1'],
    ]);
    expect(scheduler).toEqual({ on: true, holder: await desk.context.database.presence.name() });
    desk.on('2026-01-29 05:01');
    expect((await routine()).steps.map(({ kept }) => kept)).toEqual([true, true, false, false]);
    expect((await asked<Home>('/api/home')).next_payout).toEqual({
      day: '2026-01-28', deadline_at: '2026-01-29T05:00:00.000Z', batch_id: '1', state: 'ready',
    });
  });

  it('begins at once where every manifest of the day has come', async () => {
    await desk.arrives(story(
      trades('t1', 'bob', '2026-01-28'), manifest('trades', '2026-01-28', 1, '100'),
      (['accounts', 'account-events', 'activations', 'ratios', 'recalls'] as const).map((feed) => manifest(feed, '2026-01-28', 0)),
    ));
    await pass();
    expect(await done()).toEqual([]);
    await desk.arrives(story(manifest('deactivations', '2026-01-28', 0)));
    await pass();
    expect(await done()).toEqual(['commission 2026-01-28', 'payout 2026-01-28']);
  });

  it('goes on with what was begun, and a fault is tried again', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28')));
    desk.on('2026-01-29 02:00');
    await performRoutine(desk.context, () => Promise.reject(new Error('the machine stumbles')));
    expect(await done()).toEqual([]);
    expect(desk.logged()).toContain('the machine stumbles');
    expect((await routine()).steps[0]).toMatchObject({ state: 'running', run_id: '1' });
    await pass();
    expect(await done()).toEqual(['commission 2026-01-28', 'payout 2026-01-28']);
  });
});

describe('two at once', () => {
  it('do each step once, however they meet', async () => {
    await desk.arrives(story([25, 26, 27, 28].map((day) => trades(`t${day}`, 'bob', `2026-01-${day}`))));
    desk.on('2026-02-01 02:00');
    const other = another();
    try {
      await Promise.all([pass(), pass(other.context), pass(), pass(other.context)]);
      // Whoever came too late for the lease has done nothing; the holder has done all of it, or does now.
      await Promise.all([pass(), pass(other.context)]);
    } finally {
      await other.close();
    }
    const days = ['25', '26', '27', '28', '29', '30'].flatMap((day) => [`commission 2026-01-${day}`, `payout 2026-01-${day}`]);
    expect(await done()).toEqual([...days, 'evaluation 2026-01', 'commission 2026-01-31', 'payout 2026-01-31']);
    expect(await findings()).toEqual([]);
  });

  it('one holds the lease, renews it, and leaves it; who is gone holds nothing', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28')));
    desk.on('2026-01-29 02:00');
    const other = another();
    await pass(other.context);
    const holder = await other.context.database.presence.name();
    const lease = () => row<{ holder: string; until: number }>(desk.context.database.read, 'SELECT holder, until FROM routine_lease');
    expect(await lease()).toEqual({ holder, until: desk.context.clock.now() + 180_000 });
    desk.pass(60_000);
    await pass();
    expect((await lease())?.holder).toBe(holder);
    await pass(other.context);
    expect((await lease())?.until).toBe(desk.context.clock.now() + 180_000);
    // Alive, but not heard of for three minutes.
    desk.pass(180_000);
    await pass();
    expect((await lease())?.holder).toBe(await desk.context.database.presence.name());
    await desk.context.database.transaction((transaction) =>
      execute(transaction, 'UPDATE routine_lease SET holder = :holder, until = :until', { holder, until: desk.context.clock.now() + 30 * 86_400_000 }));
    await other.close();
    // Dead, with a lease of a clock that was a month ahead.
    await pass();
    expect((await lease())?.holder).toBe(await desk.context.database.presence.name());
  });

  it('a tick that is at work is not started twice, and stopping waits for it', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28'), trades('t2', 'bob', '2026-01-29')));
    desk.on('2026-01-30 02:00');
    let [begun, letGo] = [0, (): void => {}];
    const gate = new Promise<void>((resolve) => { letGo = resolve; });
    const proceed = inProcess(desk.context);
    let reached = (): void => {};
    const atGate = new Promise<void>((resolve) => { reached = resolve; });
    const scheduler = startScheduler(desk.context, async (run) => {
      begun += 1;
      reached();
      await gate;
      await proceed(run);
    });
    await atGate;
    await scheduler.tick();
    expect(begun).toBe(1);
    const stopped = scheduler.stop();
    letGo();
    await stopped;
    // What it was at is done, nothing was begun behind it, and the lease is free.
    expect([begun, await done()]).toEqual([1, ['commission 2026-01-28']]);
    expect(await row(desk.context.database.read, 'SELECT holder FROM routine_lease')).toEqual({ holder: '' });
    await scheduler.tick();
    expect(await done()).toEqual(['commission 2026-01-28']);
  });
});

describe('the clock', () => {
  it('jumps over a month: the days are made good in order, the evaluation where it belongs', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28'), trades('t2', 'bob', '2026-02-02')));
    desk.on('2026-02-03 09:00');
    await pass();
    expect((await done()).filter((one) => !one.startsWith('payout'))).toEqual([
      'commission 2026-01-28', 'commission 2026-01-29', 'commission 2026-01-30', 'evaluation 2026-01', 'commission 2026-01-31',
      'commission 2026-02-01', 'commission 2026-02-02',
    ]);
    expect(await findings()).toEqual([]);
  });

  it('jumps backwards over a month\'s end: nothing is done twice or taken back, and it goes on when the time has come again', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-31'), trades('t2', 'bob', '2026-02-01')));
    desk.on('2026-02-01 09:00');
    await pass();
    const before = await done();
    expect(before).toEqual(['evaluation 2026-01', 'commission 2026-01-31', 'payout 2026-01-31']);
    desk.on('2026-01-31 23:00');
    await pass();
    expect(await done()).toEqual(before);
    expect((await routine()).missed_days).toBe(0);
    desk.on('2026-02-02 02:00');
    await pass();
    expect((await done()).slice(3)).toEqual(['commission 2026-02-01', 'payout 2026-02-01']);
    expect(await findings()).toEqual([]);
  });
});

describe('the head of the audit chain', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'heads-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is written once a day outside the database, and verify compares it', async () => {
    desk.context.settings.auditHeadDir = folder;
    const { read } = desk.context.database;
    const last = await row<{ seq: number; hash: string }>(read, 'SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1');
    await pass();
    await pass();
    expect(readdirSync(folder)).toEqual(['audit-head-2026-01-29.json']);
    expect(JSON.parse(readFileSync(join(folder, 'audit-head-2026-01-29.json'), 'utf8'))).toMatchObject({ ...last, at: expect.any(String) });
    expect(await row(read, `SELECT count(*) AS n FROM audit_events WHERE action = 'audit.head_written'`)).toEqual({ n: 1 });
    desk.on('2026-01-30 00:00');
    await pass();
    expect(readdirSync(folder)).toHaveLength(2);
    expect(await findings()).toEqual([]);
    writeFileSync(join(folder, 'audit-head-2026-01-29.json'), JSON.stringify({ ...last, hash: '0'.repeat(64) }));
    expect(await findings()).toEqual(['audit_head_files']);
  });

  it('that cannot be written stops nothing else, and is tried again', async () => {
    await desk.arrives(story(trades('t1', 'bob', '2026-01-28')));
    desk.on('2026-01-29 02:00');
    desk.context.settings.auditHeadDir = join(folder, 'a-file');
    writeFileSync(join(folder, 'a-file'), '');
    await pass();
    expect(await done()).toHaveLength(2);
    expect(desk.logged()).toContain('head of the audit chain');
    desk.context.settings.auditHeadDir = folder;
    await pass();
    expect(readdirSync(folder)).toContain('audit-head-2026-01-29.json');
  });
});
