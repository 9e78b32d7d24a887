import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { row } from '../../db/statement.ts';
import { account, activates, story, trades, transfers, times } from '../worlds/story.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import type { Person } from './console.ts';

let desk: PlayedConsole;
let operations: Person;

beforeAll(async () => {
  // The clock stands at 2026-03-11 09:00.
  desk = await openPlayed(story(
    account('ada'), activates('ada', 'referral', '2026-01-02'),
    times(5, (n) => [account(`bob${n}`, { on: '2026-01-03', by: 'ada' })]),
    times(5, (n) => [transfers(`bob${n}`, '100', '2026-01-04')]),
    times(5, (n) => [trades(`t${n}`, `bob${n}`, '2026-01-05', { volume_usdt: '1000' })]),
    trades('api', 'bob1', '2026-01-05', { via_api: 'true' }), trades('btc', 'bob1', '2026-01-06', { fee: '0.00000001',
      fee_currency: 'BTC' }),
    trades('february', 'bob1', '2026-02-05'),
  ));
  operations = await desk.signIn('operations');
});
afterAll(() => desk.close());

async function ask(body: object, who = operations): Promise<[number, string | undefined]> {
  const answer = await who.post('/api/runs', body);
  return [answer.status, answer.body.error?.code];
}

async function run(body: object): Promise<Record<string, unknown>> {
  const answer = await operations.post('/api/runs', body);
  expect(answer.status, answer.text).toBe(202);
  expect(answer.body).toEqual({ id: expect.stringMatching(/^[1-9]\d*$/) });
  return vi.waitUntil(async () => {
    const { body: found } = await operations.agent.get(`/api/runs/${answer.body.id}`);
    expect(found.progress >= 0 && found.progress <= 1).toBe(true);
    return found.state === 'running' ? undefined : (found as Record<string, unknown>);
  }, { timeout: 50_000, interval: 200 });
}

const runs = (): Promise<{ n: number; records: number } | undefined> =>
  row(desk.context.database.read,
    'SELECT (SELECT count(*) FROM runs) AS n, (SELECT count(*) FROM commission_records) AS records');

// These go on from each other, as months do.
describe('runs', () => {
  it.each<[object, number, string]>([
    [{ kind: 'commission', day: '2026-03-11' }, 409, 'day_not_over'],
    [{ kind: 'commission', day: '2026-03-12' }, 409, 'day_not_over'],
    [{ kind: 'commission', day: '9998-12-31' }, 409, 'day_not_over'],
    [{ kind: 'evaluation', month: '2026-03' }, 409, 'month_not_over'],
    [{ kind: 'evaluation', month: '9998-12' }, 409, 'month_not_over'],
    [{ kind: 'evaluation', month: '2026-02' }, 409, 'previous_month_open'],
    [{ kind: 'commission', day: '2026-02-05' }, 409, 'evaluation_pending'],
  ])('%j is refused: %i %s, dry too', async (body, status, code) => {
    const before = await runs();
    expect(await ask(body)).toEqual([status, code]);
    expect(await ask({ ...body, dry_run: true })).toEqual([status, code]);
    expect(await runs()).toEqual(before);
  });

  it.each<[object, number, string]>([
    [{}, 422, 'kind'],
    [{ kind: 'payroll', day: '2026-01-31' }, 422, 'kind'],
    [{ kind: ['commission'], day: '2026-01-31' }, 422, 'kind'],
    [{ kind: 'commission' }, 422, 'day'],
    [{ kind: 'commission', month: '2026-01' }, 422, 'day'],
    [{ kind: 'commission', day: '2026-01-31', month: '2026-01' }, 422, 'month'],
    [{ kind: 'evaluation', day: '2026-01-31' }, 422, 'day'],
    [{ kind: 'commission', day: '2026-02-30' }, 422, 'day'],
    [{ kind: 'commission', day: '2026-1-5' }, 422, 'day'],
    [{ kind: 'commission', day: '0000-01-05' }, 422, 'day'],
    [{ kind: 'commission', day: '1969-12-31' }, 422, 'day'],
    [{ kind: 'commission', day: '0001-01-01', dry_run: true }, 422, 'day'],
    [{ kind: 'commission', day: '9999-12-31' }, 422, 'day'],
    [{ kind: 'evaluation', month: '2026-13' }, 422, 'month'],
    [{ kind: 'evaluation', month: '0000-01' }, 422, 'month'],
    [{ kind: 'evaluation', month: '9999-12' }, 422, 'month'],
    [{ kind: 'commission', day: 20_260_131 }, 400, 'day'],
    [{ kind: 'commission', day: '2026-01-31', dry_run: 'yes' }, 400, 'dry_run'],
    [{ kind: 'commission', day: '2026-01-31', state: 'done' }, 400, 'state'],
    [{ kind: 'commission', day: '2026-01-31', requested_by: 'system' }, 400, 'requested_by'],
    [{ kind: 'commission', day: '2026-01-31', result: {} }, 400, 'result'],
  ])('%j is no run: %i', async (body, status, field) => {
    const before = await runs();
    const answer = await operations.post('/api/runs', body);
    expect([answer.status, answer.body.error?.details.field], answer.text).toEqual([status, field]);
    expect(await runs()).toEqual(before);
  });

  it.each(['compliance', 'support', 'admin'])('%s cannot start one, but sees them', async (who) => {
    const person = await desk.signIn(who);
    const before = await runs();
    expect(await ask({ kind: 'commission', day: '2026-01-31' }, person)).toEqual([403, 'forbidden']);
    expect(await ask({ kind: 'commission', day: '2026-01-31', dry_run: true }, person)).toEqual([403, 'forbidden']);
    expect((await person.agent.get('/api/runs')).status).toBe(200);
    expect(await runs()).toEqual(before);
  });

  it('dry says what would come out, and writes nothing', async () => {
    const before = await runs();
    const { status, body } = await operations.post('/api/runs', { kind: 'commission', day: '2026-01-31',
      dry_run: true });
    expect(status).toBe(200);
    expect(body.result).toEqual({
      day: '2026-01-31', run_id: null, trades: 7, earning: 6, zero: 1, by_reason: { api_trade: 1 },
      totals: [{ currency: 'BTC', amount: '0' }, { currency: 'USDT', amount: '0.75' }],
    });
    const evaluation = await operations.post('/api/runs', { kind: 'evaluation', month: '2026-01', dry_run: true });
    expect(evaluation.body.result).toEqual({ month: '2026-01', run_id: null, evaluated: 1, promotions: 1, retentions: 0,
      demotions: 0 });
    expect(await runs()).toEqual(before);
  });

  it('of a day: made by a process of its own', async () => {
    const done = await run({ kind: 'commission', day: '2026-01-31' });
    expect(done).toEqual({
      id: done.id, kind: 'commission', day: '2026-01-31', month: null, state: 'done', progress: 1, error: null,
        requested_by: 'operations@demo.test',
      started_at: '2026-03-11T09:00:00.000Z', finished_at: expect.any(String),
      result: {
        day: '2026-01-31', run_id: done.id, trades: 7, earning: 6, zero: 1, by_reason: { api_trade: 1 },
        totals: [{ currency: 'BTC', amount: '0' }, { currency: 'USDT', amount: '0.75' }],
      },
    });
    expect(await runs()).toEqual({ n: 1, records: 7 });
  });

  it('again, of a day already covered, or of several at once: answers what was done', async () => {
    const before = await runs();
    const first = await run({ kind: 'commission', day: '2026-01-31' });
    expect(await run({ kind: 'commission', day: '2026-01-15' })).toEqual(first);
    expect(await run({ kind: 'commission', day: '1970-01-01' })).toEqual(first);
    const answers = await Promise.all(Array.from({ length: 6 }, () => operations.post('/api/runs', { kind: 'commission',
      day: '2026-01-31' })));
    expect(new Set(answers.map((answer) => answer.body.id))).toEqual(new Set([first.id]));
    const dry = await operations.post('/api/runs', { kind: 'commission', day: '2026-01-31', dry_run: true });
    expect(dry.body.result).toEqual(first.result);
    expect(await runs()).toEqual(before);
  });

  it('of a month: several at once make one', async () => {
    const answers = await Promise.all(Array.from({ length: 3 }, () => operations.post('/api/runs', { kind: 'evaluation',
      month: '2026-01' })));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const done = await run({ kind: 'evaluation', month: '2026-01' });
    expect(done).toMatchObject({
      kind: 'evaluation', day: null, month: '2026-01', state: 'done', progress: 1,
      result: { month: '2026-01', run_id: done.id, evaluated: 1, promotions: 1, retentions: 0, demotions: 0 },
    });
    expect(await runs()).toEqual({ n: 2, records: 7 });
    expect((await operations.agent.get('/api/tier-reviews')).body).toHaveLength(1);
    expect((await operations.agent.get('/api/evaluations')).body).toHaveLength(1);
    expect((await operations.post('/api/runs', { kind: 'evaluation', month: '2026-01',
      dry_run: true })).body.result).toEqual(done.result);
  });

  it('several of one day at once, with their processes: every trade once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => operations.post('/api/runs', { kind: 'commission',
      day: '2026-02-28' })));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await run({ kind: 'commission', day: '2026-02-28' })).toMatchObject({ state: 'done', result: { trades: 1,
      earning: 1 } });
    expect(await runs()).toEqual({ n: 3, records: 8 });
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({ filter: '{"action":["run.started","run.finished"]}', sort: '["seq","ASC"]' });
    expect((body as { action: string }[]).map((event) => event.action)).toEqual([
      'run.started', 'run.finished', 'run.started', 'run.finished', 'run.started', 'run.finished',
    ]);
  });

  it('in the list, by kind, day, month and state', async () => {
    const list = async (filter: object) => ((await operations.agent.get('/api/runs').query({ filter: JSON.stringify(filter), sort: '["id","ASC"]' })).body as { id: string }[]).map((one) => one.id);
    expect(await list({})).toEqual(['1', '2', '3']);
    expect(await list({ kind: 'evaluation' })).toEqual(['2']);
    expect(await list({ month: '2026-01' })).toEqual(['2']);
    expect(await list({ day_gte: '2026-02-01' })).toEqual(['3']);
    expect(await list({ day: null })).toEqual(['2']);
    expect(await list({ state: [] })).toEqual([]);
  });

  it.each(['abc', '01', '999', '1e3'])('404 where there is none: %s', async (id) => {
    expect((await operations.agent.get(`/api/runs/${id}`)).status).toBe(404);
  });
});
