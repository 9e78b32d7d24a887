import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { applyState, loadStates, saveStates, stateAt, type StateField } from '../../server/accounts/states.ts';
import { nextRevision } from '../../server/engine/head.ts';
import type { Step } from '../worlds/naive.ts';
import { account, activates, changes, commissionRun, evaluation, moment, story, times, trades,
  transfers } from '../worlds/story.ts';
import { playOnProduct } from '../engine/play.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const comment = 'the invitees were looked at one by one';

/** An affiliate of `referral` since 2026-02-02, registered long before. */
function refers(uid: string): Step[] {
  return [account(uid, { on: '2025-01-01' }), activates(uid, 'referral', '2026-02-02')];
}

/** An invitee of February with so much money in and so much volume. */
function invitee(uid: string, by: string, money: string, volume: string, on = '2026-02-05'): Step[] {
  return [
    account(uid, { on, by }), transfers(uid, money, '2026-02-10'),
    trades(`${uid}-trade`, uid, '2026-02-10', { volume_usdt: volume }),
  ];
}

/** Whoever invited somebody who traded for 50,000 USDT is to rise to tier 1. */
function rises(uid: string): Step[] {
  return [
    ...refers(uid), account(`${uid}-old`, { on: '2025-12-20', by: uid }),
    trades(`${uid}-volume`, `${uid}-old`, '2026-02-10', { volume_usdt: '50000', fee: '100' }),
  ];
}

const february = story(
  ...refers('ada'),
  times(5, (n) => invitee(`good-${n}`, 'ada', `${99 + n}`, `${999 + n}`)),
  invitee('nearly-volume', 'ada', '100', '900'),
  invitee('nearly-money', 'ada', '90', '1000'),
  invitee('not-nearly', 'ada', '100', '899.99999999'),
  invitee('neither', 'ada', '99', '999'),
  invitee('of-january', 'ada', '100', '1000', '2026-01-20'),
  rises('eve'), rises('joe'), rises('kim'), rises('lee'),
  trades('eve-btc', 'eve-old', '2026-02-11', { fee: '0.00000003', fee_currency: 'BTC' }),
  evaluation('2026-01', '2026-02-01 06:00'),
  commissionRun('2026-02-28', '2026-03-01 06:00'),
  evaluation('2026-02', '2026-03-01 06:00'),
);

let desk: PlayedConsole;
let operations: Person;

async function open(): Promise<void> {
  desk = await openPlayed(february);
  operations = await desk.signIn('operations');
}

/** Lets something be known of an account from an instant on, as a status change will. */
async function learn(uid: string, field: StateField, value: string, at: string): Promise<void> {
  await desk.context.database.transaction(async (transaction) => {
    const found = await row<{ id: number }>(transaction, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
    const revision = await nextRevision(transaction, desk.context.clock.now(), 'test');
    const book = await loadStates(transaction, [found?.id as number]);
    applyState(book, { account_id: found?.id as number, field, value, at: Date.parse(moment(at)), cause: 'test' });
    await saveStates(transaction, book, revision);
  });
}

async function tierOf(uid: string, at = desk.context.clock.now()): Promise<string | null> {
  const { read } = desk.context.database;
  const found = await row<{ id: number }>(read, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
  return stateAt(await loadStates(read, [found?.id as number]), found?.id as number, 'tier', at);
}

describe('reading', () => {
  beforeAll(open);
  afterAll(() => desk.close());

  it('the queue: what waits, how long, and what a day of it costs', async () => {
    const { body, headers } = await operations.agent.get('/api/tier-reviews').query({ filter: '{"state":"pending"}',
      sort: '["affiliate_uid","ASC"]' });
    expect(headers['content-range']).toBe('tier-reviews 0-4/5');
    expect((body as { affiliate_uid: string }[]).map((one) => one.affiliate_uid)).toEqual(['ada', 'eve', 'joe', 'kim',
      'lee']);
    expect(body[1]).toEqual({
      id: await desk.reviewOf('eve'), affiliate_uid: 'eve', programme: 'referral', month: '2026-02', tier_from: 0,
        tier_to: 1,
      qualified_invitees: 0, qualified_volume_usdt: '50100', state: 'pending', decided_by: null, decided_at: null,
        comment: null,
      created_at: '2026-03-01T06:00:00.000Z', age_days: 10, overdue: true,
      // 100 USDT × (20 % − 15 %) ÷ 30; the few satoshi come to nothing.
      cost_per_day: [{ currency: 'BTC', amount: '0' }, { currency: 'USDT', amount: '0.16666666' }],
    });
  });

  it.each([
    ['{"overdue":true}', 5], ['{"overdue":false}', 0], ['{"affiliate_uid":["ada","eve"]}', 2], ['{"q":"kim"}', 1],
    ['{"state":["approved","rejected"]}', 0], ['{"month_gte":"2026-02","tier_to":1}', 5],
      ['{"created_at_lt":"2026-03-01T06:00:00.000Z"}', 0],
  ])('the queue by %s', async (filter, count) => {
    const answer = await operations.agent.get('/api/tier-reviews').query({ filter });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toHaveLength(count);
  });

  it('the dossier: each invitee against each condition, with margins and near misses', async () => {
    const { body } = await operations.agent.get(`/api/tier-reviews/${await desk.reviewOf('ada')}/dossier`);
    const all = body.invitees as { uid: string }[];
    const of = (uid: string) => all.find((one) => one.uid === uid);
    expect(all.map((one) => one.uid).toSorted()).toEqual(
      ['good-1', 'good-2', 'good-3', 'good-4', 'good-5', 'nearly-money', 'nearly-volume', 'neither', 'not-nearly',
        'of-january'],
    );
    expect(of('good-3')).toEqual({
      uid: 'good-3', bound_at: '2026-02-05T00:00:00.000Z', kind: 'registration', registered_in_month: true,
      deposits_usdt: '102', deposit_margin: '2', deposit_met: true,
      volume_usdt: '1002', volume_margin: '2', volume_met: true, qualified: true, near_miss: false,
    });
    expect(of('good-1')).toMatchObject({ deposit_margin: '0', volume_margin: '0', qualified: true });
    expect(of('nearly-volume')).toMatchObject({ volume_margin: '-100', volume_met: false, deposit_met: true,
      qualified: false, near_miss: true });
    expect(of('nearly-money')).toMatchObject({ deposit_margin: '-10', deposit_met: false, volume_met: true,
      qualified: false, near_miss: true });
    expect(of('not-nearly')).toMatchObject({ volume_margin: '-100.00000001', qualified: false, near_miss: false });
    expect(of('neither')).toMatchObject({ deposit_met: false, volume_met: false, qualified: false, near_miss: false });
    expect(of('of-january')).toMatchObject({ registered_in_month: false, volume_met: true, qualified: false,
      near_miss: false });
  });

  it('the dossier: the conditions of the higher tiers, the ladder, the months before', async () => {
    const { body } = await operations.agent.get(`/api/tier-reviews/${await desk.reviewOf('ada')}/dossier`);
    // 1000 … 1004, 900, 1000, 899.99999999, 999, 1000
    const reached = '9808.99999999';
    expect(body.conditions).toEqual([
      { tier: 1, kind: 'invitees', required: '5', reached: '5', met: true, margin: '0' },
      { tier: 1, kind: 'volume', required: '50000', reached, met: false, margin: '-40191.00000001' },
      { tier: 2, kind: 'invitees', required: '15', reached: '5', met: false, margin: '-10' },
      { tier: 2, kind: 'volume', required: '100000', reached, met: false, margin: '-90191.00000001' },
    ]);
    expect((body.ladder as { rate_bps: number }[]).map((tier) => tier.rate_bps)).toEqual([1500, 2000, 2500]);
    expect(body.history).toEqual([{
      month: '2026-02', outcome: 'promotion', tier_before: 0, tier_reached: 1, qualified_invitees: 5,
        qualified_volume_usdt: reached,
      review_state: 'pending',
    }]);
  });

  it('the dossier: what the promotion costs, by currency', async () => {
    const { body } = await operations.agent.get(`/api/tier-reviews/${await desk.reviewOf('eve')}/dossier`);
    expect(body.cost).toEqual({
      rate_from_bps: 1500, rate_to_bps: 2000,
      last_month_base: [{ currency: 'BTC', amount: '0.00000003' }, { currency: 'USDT', amount: '100' }],
      monthly: [{ currency: 'BTC', amount: '0' }, { currency: 'USDT', amount: '5' }],
      per_day: [{ currency: 'BTC', amount: '0' }, { currency: 'USDT', amount: '0.16666666' }],
    });
    expect(body.conditions).toContainEqual({ tier: 1, kind: 'volume', required: '50000', reached: '50100', met: true,
      margin: '100' });
  });

  it.each(['abc', '01', '0', '1e3', '-1', '99999999999999', '999999999999999999999', '%25',
    '1%20'])('404 where there is no review %s', async (id) => {
    for (const path of [`/api/tier-reviews/${id}`, `/api/tier-reviews/${id}/dossier`]) {
      expect((await operations.agent.get(path)).status, path).toBe(404);
    }
    expect((await operations.post(`/api/tier-reviews/${id}/approve`, { comment })).body.error.code).toBe('not_found');
  });

  it.each(['compliance', 'support', 'admin'])('is for %s too, deciding is not', async (who) => {
    const person = await desk.signIn(who);
    const id = await desk.reviewOf('ada');
    expect((await person.agent.get(`/api/tier-reviews/${id}`)).status).toBe(200);
    expect((await person.agent.get(`/api/tier-reviews/${id}/dossier`)).status).toBe(200);
    for (const verb of ['approve', 'reject']) {
      for (const [path, body] of [[`/api/tier-reviews/${id}/${verb}`, { comment }], [`/api/tier-reviews/${verb}`,
        { ids: [id], comment }]] as const) {
        const answer = await person.post(path, body);
        expect([answer.status, answer.body.error.code], path).toEqual([403, 'forbidden']);
      }
    }
    expect((await person.agent.get(`/api/tier-reviews/${id}`)).body.state).toBe('pending');
  });

  it.each<[object, number, string]>([
    [{}, 400, 'comment'],
    [{ comment: 'too short' }, 422, 'comment'],
    [{ comment: `${' '.repeat(30)}short${' '.repeat(30)}` }, 422, 'comment'],
    [{ comment: 'x'.repeat(2001) }, 422, 'comment'],
    [{ comment: 7 }, 400, 'comment'],
    [{ comment, state: 'approved' }, 400, 'state'],
    [{ comment, decided_by: 'compliance@demo.test' }, 400, 'decided_by'],
    [{ comment, tier_to: 2 }, 400, 'tier_to'],
    [{ comment, ids: ['1'] }, 400, 'ids'],
  ])('a decision without a fitting comment, or with more than one, is refused: %#', async (body, status, field) => {
    const id = await desk.reviewOf('ada');
    for (const verb of ['approve', 'reject']) {
      const answer = await operations.post(`/api/tier-reviews/${id}/${verb}`, body);
      expect([answer.status, answer.body.error.details.field]).toEqual([status, field]);
    }
    expect((await operations.agent.get(`/api/tier-reviews/${id}`)).body.state).toBe('pending');
  });

  it.each<[object, number]>([
    [{ ids: [], comment }, 422],
    [{ ids: ['1'] }, 400],
    [{ ids: ['1'], comment: 'short' }, 422],
    [{ ids: [1], comment }, 400],
    [{ ids: '1', comment }, 400],
    [{ ids: Array.from({ length: 201 }, String), comment }, 422],
    [{ ids: ['1'], comment, state: 'approved' }, 400],
  ])('in bulk: a body that does not fit changes nothing: %#', async (body, status) => {
    expect((await operations.post('/api/tier-reviews/approve', body)).status).toBe(status);
    expect(await row(desk.context.database.read,
      `SELECT count(*) AS n FROM tier_reviews WHERE state <> 'pending'`)).toEqual({ n: 0 });
  });
});

describe('deciding', () => {
  beforeEach(open);
  afterEach(() => desk.close());

  async function decide(uid: string, verb: string, who = operations): Promise<[number, string | undefined]> {
    const answer = await who.post(`/api/tier-reviews/${await desk.reviewOf(uid)}/${verb}`, { comment });
    return [answer.status, answer.body.error?.code];
  }

  it('an approval moves the tier from its instant on and says who, when and why', async () => {
    const id = await desk.reviewOf('ada');
    const { status, body } = await operations.post(`/api/tier-reviews/${id}/approve`, { comment });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id, state: 'approved', decided_by: 'operations@demo.test', decided_at: '2026-03-11T09:00:00.000Z', comment,
        cost_per_day: [], overdue: false,
    });
    const now = desk.context.clock.now();
    expect([await tierOf('ada', now - 1), await tierOf('ada', now)]).toEqual(['0', '1']);
    const compliance = await desk.signIn('compliance');
    const { body: events } = await compliance.agent.get('/api/audit-events').query({ filter: '{"action":"tier_review.approved"}' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      actor: 'operations@demo.test', role: 'operations', subject_type: 'tier-reviews', subject_id: id, reason: comment,
      changes: { state: { old: 'pending', new: 'approved' }, tier: { old: 0, new: 1 } },
    });
  });

  it('a rejection leaves the tier', async () => {
    expect(await decide('ada', 'reject')).toEqual([200, undefined]);
    expect(await tierOf('ada')).toBe('0');
  });

  it('what is decided is not decided again', async () => {
    await decide('ada', 'reject');
    for (const verb of ['approve', 'reject']) expect(await decide('ada', verb)).toEqual([409, 'not_pending']);
    await decide('eve', 'approve');
    for (const verb of ['approve', 'reject']) expect(await decide('eve', verb)).toEqual([409, 'not_pending']);
    expect(await tierOf('ada')).toBe('0');
  });

  it('while the month that has ended is not evaluated, nothing is decided', async () => {
    desk.pass(31 * 86_400_000);
    operations = await desk.signIn('operations');
    for (const verb of ['approve', 'reject']) expect(await decide('ada', verb)).toEqual([409, 'evaluation_due']);
    expect((await operations.agent.get(`/api/tier-reviews/${await desk.reviewOf('ada')}`)).body.state).toBe('pending');
  });

  it('a tier that has changed since makes the approval stale, not the rejection', async () => {
    await learn('ada', 'tier', '2', '2026-03-05');
    expect(await decide('ada', 'approve')).toEqual([409, 'stale']);
    expect(await tierOf('ada')).toBe('2');
    expect(await decide('ada', 'reject')).toEqual([200, undefined]);
  });

  it('no approval while the affiliate is suspended; frozen and restricted do not stand in its way', async () => {
    await learn('ada', 'restriction', 'suspended', '2026-03-05');
    expect(await decide('ada', 'approve')).toEqual([409, 'suspended']);
    expect(await tierOf('ada')).toBe('0');
    await learn('eve', 'restriction', 'frozen', '2026-03-05');
    expect(await decide('eve', 'approve')).toEqual([200, undefined]);
    // Lifted since.
    await learn('ada', 'restriction', 'none', '2026-03-06');
    expect(await decide('ada', 'approve')).toEqual([200, undefined]);
  });

  it('the end of the enrolment withdraws the review', async () => {
    await playOnProduct(desk.context.database, story(changes('ada', 'account_type', 'broker', '2026-03-10')));
    expect(await decide('ada', 'approve')).toEqual([409, 'not_pending']);
    expect((await operations.agent.get(`/api/tier-reviews/${await desk.reviewOf('ada')}`)).body.state).toBe('withdrawn');
  });

  it('the dossier stays as it was when it was decided, whatever comes to be known later', async () => {
    const path = `/api/tier-reviews/${await desk.reviewOf('eve')}/dossier`;
    const before = (await operations.agent.get(path)).body;
    await decide('eve', 'approve');
    await playOnProduct(desk.context.database, story(
      trades('late', 'eve-old', '2026-02-12', { volume_usdt: '70000', fee: '900' }), account('newcomer',
        { on: '2026-02-20', by: 'eve' }),
      transfers('newcomer', '500', '2026-02-21'), commissionRun('2026-03-10', '2026-03-11 00:00'),
    ));
    const after = (await operations.agent.get(path)).body;
    expect({ ...after, review: null }).toEqual({ ...before, review: null });
    expect(after.review.state).toBe('approved');
  });

  it('the dossier of a pending review is that of its evaluation, whatever came later', async () => {
    const path = `/api/tier-reviews/${await desk.reviewOf('ada')}/dossier`;
    const before = (await operations.agent.get(path)).body;
    await playOnProduct(desk.context.database, story(
      transfers('neither', '500', '2026-02-21'), trades('late', 'neither', '2026-02-12', { volume_usdt: '70000' }),
      account('newcomer', { on: '2026-02-20', by: 'ada' }),
    ));
    const { invitees, conditions } = (await operations.agent.get(path)).body;
    expect({ invitees, conditions }).toEqual({ invitees: before.invitees, conditions: before.conditions });
  });

  it('in bulk: each id its own result, and nothing else changes', async () => {
    await decide('joe', 'reject');
    await learn('kim', 'restriction', 'suspended', '2026-03-05');
    const id = Object.fromEntries(await Promise.all(['ada', 'eve', 'joe', 'kim', 'lee'].map(async (uid) => [uid,
      await desk.reviewOf(uid)] as const)));
    const ids = [id.ada, id.joe, 'abc', id.kim, '99999', id.eve, id.ada, '01'];
    const { status, body } = await operations.post('/api/tier-reviews/approve', { ids, comment });
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [
        { id: id.ada, ok: true }, { id: id.joe, ok: false, code: 'not_pending' }, { id: 'abc', ok: false,
          code: 'not_found' },
        { id: id.kim, ok: false, code: 'suspended' }, { id: '99999', ok: false, code: 'not_found' }, { id: id.eve,
          ok: true },
        { id: id.ada, ok: false, code: 'not_pending' }, { id: '01', ok: false, code: 'not_found' },
      ],
    });
    const states = await rows(
      desk.context.database.read,
      'SELECT a.uid, r.state FROM tier_reviews r JOIN accounts a ON a.id = r.affiliate_id ORDER BY a.uid',
    );
    expect(states).toEqual([
      { uid: 'ada', state: 'approved' }, { uid: 'eve', state: 'approved' }, { uid: 'joe', state: 'rejected' },
        { uid: 'kim', state: 'pending' },
      { uid: 'lee', state: 'pending' },
    ]);
    expect(await Promise.all(['ada', 'eve', 'joe', 'kim', 'lee'].map((uid) => tierOf(uid)))).toEqual(['1', '1', '0',
      '0', '0']);
    const rejected = await operations.post('/api/tier-reviews/reject', { ids: [id.kim, id.lee], comment });
    expect(rejected.body.results).toEqual([{ id: id.kim, ok: true }, { id: id.lee, ok: true }]);
  });
});
