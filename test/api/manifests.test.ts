/** Manifests, overrides by two people, and how far the feeds have come (PAY-8). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row } from '../../db/statement.ts';
import { account, activates, manifest, story, trades } from '../worlds/story.ts';
import { openArriving, type ArrivingConsole } from './arriving.ts';
import type { Person } from './console.ts';

const REASON = 'The exchange has confirmed that the rest will come next week.';
let desk: ArrivingConsole;
let operations: Person;
let compliance: Person;

beforeEach(async () => {
  desk = await openArriving('2026-01-06 09:00');
  [operations, compliance] = [await desk.signIn('operations'), await desk.signIn('compliance')];
  await desk.arrives(story(
    account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { on: '2026-01-03', by: 'ada' }),
    trades('t1', 'bob', '2026-01-05 10:00'), manifest('trades', '2026-01-05', 2, '250.5'),
  ));
});
afterEach(() => desk.close());

const theOne = async (): Promise<Record<string, unknown>> => (await operations.agent.get('/api/manifests/1')).body as Record<string, unknown>;
/** Dry: it meets what the run would. */
const run = () => operations.post('/api/runs', { kind: 'commission', day: '2026-01-05', dry_run: true });
const code = async (asked: PromiseLike<{ status: number; body: { error?: { code: string } } }>): Promise<[number, string | undefined]> => {
  const { status, body } = await asked;
  return [status, body.error?.code];
};

describe('a manifest', () => {
  it('is shown with what has come, and refuses the run, dry too', async () => {
    expect((await operations.agent.get('/api/manifests')).body).toEqual([{
      id: '1', feed: 'trades', day: '2026-01-05', rows: 2, control_sum: '250.5', rows_found: 1, sum_found: '100', state: 'missing',
      received_at: '2026-01-06T09:00:00.000Z', override: null,
    }]);
    for (const body of [{}, { dry_run: true }]) {
      const answer = await operations.post('/api/runs', { kind: 'commission', day: '2026-01-05', ...body });
      expect([answer.status, answer.body.error.code]).toEqual([409, 'feed_incomplete']);
      expect(answer.body.error.details).toEqual({ feed: 'trades', day: '2026-01-05', rows: 2, rows_found: 1 });
    }
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM runs')).toEqual({ n: 0 });
  });

  it('matches when the rest has come; a duplicate of it counts nothing', async () => {
    await desk.arrives(story(trades('t2', 'bob', '2026-01-05 23:59', { volume_usdt: '150.5' })));
    expect(await theOne()).toMatchObject({ rows_found: 2, sum_found: '250.5', state: 'complete' });
    expect((await run()).status).toBe(200);
  });

  it('of a day with too much is exceeded', async () => {
    await desk.arrives(story(trades('t2', 'bob', '2026-01-05 23:59', { volume_usdt: '150.6' })));
    expect(await theOne()).toMatchObject({ rows_found: 2, sum_found: '250.6', state: 'exceeded' });
  });

  it('counts rows that a rule refused: they have come', async () => {
    await desk.arrives(story(account('new', { kyc_level: 'basic' }), manifest('activations', '2026-01-05', 1)));
    const refused = story(activates('new', 'referral', '2026-01-05'), activates('new', 'referral', '2026-01-05'));
    await expect(desk.arrives(refused)).rejects.toThrow('"rejected":2');
    expect((await operations.agent.get('/api/manifests/2')).body).toMatchObject({ rows_found: 1, state: 'complete' });
  });

  it('is nothing to support', async () => {
    const support = await desk.signIn('support');
    expect(await code(support.agent.get('/api/manifests'))).toEqual([403, 'forbidden']);
    expect(await code(support.post('/api/manifests', { manifest_id: '1', reason: REASON }))).toEqual([403, 'forbidden']);
    expect(await code((await desk.signIn('admin')).post('/api/manifests/1/approve'))).toEqual([403, 'forbidden']);
  });
});

describe('an override', () => {
  it('is asked by one and approved by another; then the run goes on, and all of it is told', async () => {
    expect(await code(operations.post('/api/manifests/1/approve'))).toEqual([409, 'not_pending']);
    const asked = await operations.post('/api/manifests', { manifest_id: '1', reason: REASON });
    expect([asked.status, asked.body.state, asked.body.override]).toEqual([201, 'missing', {
      id: '1', reason: REASON, requested_by: 'operations@demo.test', requested_at: '2026-01-06T09:00:00.000Z', state: 'pending',
      decided_by: null, decided_at: null, comment: null,
    }]);
    expect(await code(compliance.post('/api/manifests', { manifest_id: '1', reason: REASON }))).toEqual([409, 'already_pending']);
    expect(await code(operations.post('/api/manifests/1/approve'))).toEqual([403, 'own_request']);
    expect(await code(operations.post('/api/manifests/1/reject', { comment: REASON }))).toEqual([403, 'own_request']);
    expect(await code(run())).toEqual([409, 'feed_incomplete']);
    const approved = await compliance.post('/api/manifests/1/approve');
    expect([approved.status, approved.body.state, approved.body.override.decided_by]).toEqual([200, 'overridden', 'compliance@demo.test']);
    expect(await code(compliance.post('/api/manifests/1/approve'))).toEqual([409, 'not_pending']);
    expect(await code(compliance.post('/api/manifests', { manifest_id: '1', reason: REASON }))).toEqual([422, 'no_change']);
    expect((await run()).status).toBe(200);
    const { body: events } = await compliance.agent.get('/api/audit-events').query({ filter: '{"subject_type":"manifests"}', sort: '["seq","ASC"]' });
    expect((events as { action: string; reason: string | null }[]).map(({ action, reason }) => [action, reason])).toEqual([
      ['manifest.override_requested', REASON], ['manifest.override_approved', null],
    ]);
  });

  it('that is rejected needs a comment, and can be asked for again', async () => {
    await operations.post('/api/manifests', { manifest_id: '1', reason: REASON });
    expect((await compliance.post('/api/manifests/1/reject')).status).toBe(400);
    const rejected = await compliance.post('/api/manifests/1/reject', { comment: REASON });
    expect([rejected.body.state, rejected.body.override.state]).toEqual(['missing', 'rejected']);
    expect(await code(run())).toEqual([409, 'feed_incomplete']);
    expect((await compliance.post('/api/manifests', { manifest_id: '1', reason: REASON })).status).toBe(201);
    expect(await code(compliance.post('/api/manifests/1/approve'))).toEqual([403, 'own_request']);
    expect((await operations.post('/api/manifests/1/approve')).body.state).toBe('overridden');
  });

  it.each<[object, number, string]>([
    [{ manifest_id: '7', reason: REASON }, 404, 'not_found'],
    [{ manifest_id: 'one', reason: REASON }, 404, 'not_found'],
    [{ manifest_id: '1', reason: 'short' }, 422, 'bad_value'],
    [{ manifest_id: '1' }, 400, 'bad_request'],
    [{ manifest_id: '1', reason: REASON, state: 'approved' }, 400, 'bad_request'],
  ])('%j is refused: %i %s', async (body, status, refused) => {
    expect(await code(operations.post('/api/manifests', body))).toEqual([status, refused]);
  });

  it('of two deciders at once one decides', async () => {
    await operations.post('/api/manifests', { manifest_id: '1', reason: REASON });
    const other = await desk.signIn('compliance2');
    const answers = await Promise.all([compliance.post('/api/manifests/1/approve'), other.post('/api/manifests/1/reject', { comment: REASON })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('the progress of the feeds', () => {
  it('tells up to when each has come, rows against manifests, and how late it is', async () => {
    desk.on('2026-01-09 06:30');
    const { status, body } = await (await desk.signIn('admin')).agent.get('/api/feeds/progress');
    expect(status).toBe(200);
    const of = (feed: string): unknown => (body as { feed: string }[]).find((one) => one.feed === feed);
    expect(of('trades')).toEqual({
      feed: 'trades', came_until: '2026-01-05T10:00:00.000Z', last_import_at: '2026-01-06T09:00:00.000Z',
      late_hours: 54, // the 6th has no rows; it ended 2 days and 6 hours ago
      manifests: [{ id: '1', day: '2026-01-05', rows: 2, rows_found: 1, state: 'missing' }],
    });
    expect(of('transfers')).toEqual({ feed: 'transfers', came_until: null, last_import_at: null, late_hours: 0, manifests: [] });
    expect(of('manifests')).toBeUndefined();
  });

  it('is nothing for support, who read no manifests', async () => {
    const { status, body } = await (await desk.signIn('support')).agent.get('/api/feeds/progress');
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
  });
});
