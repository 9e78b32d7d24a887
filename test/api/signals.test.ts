import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, activates, story, times, trades, transfers } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const secrets = /mail\.example|piaa|Pia Person/i;

/** Pia's own second account and ten who came at once; three of Eve's just over the thresholds, two of them withdraw; one of Ada's uses the API. */
const world = story(
  account('pia', { email: 'p.i.a.a@mail.example', name: 'Pia Person' }), account('eve'), account('ada'),
  activates('pia', 'pro', '2026-01-02'), activates('eve', 'pro', '2026-01-02'), activates('ada', 'referral', '2026-01-02'),
  account('pia2', { on: '2026-03-02', by: 'pia', email: 'PIAA+2@mail.example', name: 'Other' }),
  times(10, (n) => [account(`fast${n}`, { on: `2026-03-03 10:${10 + n}`, by: 'pia' })]),
  times(3, (n) => [
    account(`just${n}`, { on: '2026-03-04', by: 'eve' }), transfers(`just${n}`, '100', '2026-03-05'),
    trades(`t${n}`, `just${n}`, '2026-03-05', { volume_usdt: '1000.5' }),
  ]),
  times(2, (n) => [transfers(`just${n}`, '80', '2026-03-07', { direction: 'out' })]),
  account('bot', { on: '2026-03-04', by: 'ada' }), trades('b1', 'bot', '2026-03-05', { volume_usdt: '20000', via_api: 'true' }),
  account('april', { on: '2026-02-04', by: 'ada', email: 'ada@example.test', name: 'April' }),
);

let desk: PlayedConsole;
let support: Person;
beforeAll(async () => {
  desk = await openPlayed(world);
  support = await desk.signIn('support');
});
afterAll(() => desk.close());

const list = async (query: Record<string, string> = {}, who = support) => who.agent.get('/api/signals').query(query);
const ids = async (filter: object, sort = '["id","ASC"]'): Promise<string[]> =>
  (await list({ filter: JSON.stringify(filter), sort })).body.map((one: { id: string }) => one.id);

const march = [
  '2026-03.one_sided_api.ada', '2026-03.quick_withdrawal.eve', '2026-03.registration_burst.pia', '2026-03.self_referral.pia', '2026-03.threshold_activity.eve',
];

describe('RSK-1', () => {
  it('lists the month of the clock, per affiliate, with facts and where the rows are', async () => {
    expect(await ids({})).toEqual(march);
    expect((await support.agent.get('/api/signals/2026-03.threshold_activity.eve')).body).toEqual({
      id: '2026-03.threshold_activity.eve', month: '2026-03', affiliate_uid: 'eve', kind: 'threshold_activity', invitees: 3,
      first_at: '2026-03-04T00:00:00.000Z', last_at: '2026-03-04T00:00:00.000Z',
      facts: [{
        code: 'just_over_thresholds', count: 3, uids: ['just1', 'just2', 'just3'],
        fact: '3 of 3 who traded: volume from 1000 to under 1100, deposits from 100 to under 110 USDT',
        fact_key: 'just_over_thresholds',
        fact_values: { near: 3, traded: 3, volume: 1000, volume_below: 1100, deposits: 100, deposits_below: 110 },
      }],
      links: [
        { resource: 'affiliates', filter: { id: 'eve' } }, { resource: 'referrals', filter: { inviter_uid: 'eve', id: ['just1', 'just2', 'just3'] } },
      ],
    });
  });

  it('names uids, never an address or a name', async () => {
    const { body, text } = await list();
    expect(body.find((one: { kind: string }) => one.kind === 'self_referral').facts).toEqual([
      { code: 'same_email_base', fact: 'the same e-mail base as the inviter: 1', fact_key: 'email_of_inviter', fact_values: { count: 1 }, count: 1, uids: ['pia2'] },
    ]);
    expect(text + desk.logged()).not.toMatch(secrets);
  });

  it.each<[object, string[]]>([
    [{ month: '2026-02' }, ['2026-02.self_referral.ada']],
    [{ month: ['2026-02', '2026-03'], affiliate_uid: 'ada' }, ['2026-02.self_referral.ada', '2026-03.one_sided_api.ada']],
    [{ kind: ['quick_withdrawal', 'one_sided_api'] }, march.slice(0, 2)],
    [{ id: ['2026-03.self_referral.pia', '2026-02.self_referral.ada', '1'] }, ['2026-02.self_referral.ada', '2026-03.self_referral.pia']],
    [{ invitees_gte: 10 }, ['2026-03.registration_burst.pia']],
    [{ q: 'eve' }, ['2026-03.quick_withdrawal.eve', '2026-03.threshold_activity.eve']],
    [{ month: '2020-01' }, []],
    [{ month: [] }, []],
  ])('filtered by %j', async (filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it('is sorted and paged like any list', async () => {
    const { body, headers } = await list({ range: '[0,1]' });
    expect(headers['content-range']).toBe('signals 0-1/5');
    expect(body.map((one: { invitees: number }) => one.invitees)).toEqual([10, 3]);
  });

  it.each<[object, string]>([[{ month_gte: '2026-01' }, 'month'], [{ email: 'x' }, 'email'], [{ month: Array.from({ length: 13 }, (_, n) => `20${10 + n}-01`) }, 'month']])(
    'refuses %j', async (filter, field) => {
      const { status, body } = await list({ filter: JSON.stringify(filter) });
      expect([status, body.error.details.field]).toEqual([400, field]);
    });

  it('takes in what has come since', async () => {
    const { database } = desk.context;
    await database.transaction((transaction) => transaction.raw(
      `INSERT INTO transfers (transfer_id, account_id, occurred_at, direction, source, amount_e8, import_id)
       SELECT 'late', id, ${Date.parse('2026-03-07T00:00:00Z')}, 'out', 'crypto', 8000000000, 1 FROM accounts WHERE uid = 'just3'`));
    expect((await support.agent.get('/api/signals/2026-03.quick_withdrawal.eve')).body.invitees).toBe(3);
  });

  it('is not for admin', async () => {
    expect((await list({}, await desk.signIn('admin'))).status).toBe(403);
  });
});
