/** Who joined a campaign, until when, and what it has brought (CAM-1, CAM-6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/audit/contract.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { account, activates, changes, story } from '../worlds/story.ts';
import { openArriving, type ArrivingConsole } from './arriving.ts';
import type { Person } from './console.ts';

const own = {
  code: 'own', kind: 'exclusive', audience: 'joining', name: 'Own', landing_url: 'https://promo.example/own', starts_at: '2026-03-01T00:00:00.000Z',
  ends_at: '2026-04-01T00:00:00.000Z', tasks: [{ task: 'register' }], rewards: [{ side: 'inviter', reward: 'cash', amount: '12.50', currency: 'USDT' },
    { side: 'invitee', reward: 'fee_voucher', amount: '0.00000001', currency: 'USDT' }],
  budget: '1000', cap_per_affiliate: null,
};
let desk: ArrivingConsole;
let support: Person;

beforeAll(async () => {
  desk = await openArriving('2026-03-11 09:00');
  await desk.arrives(story(account('ada'), account('bea'), activates('ada', 'pro', '2026-01-02'), activates('bea', 'pro', '2026-01-02')));
  const operations = await desk.signIn('operations');
  const { id } = (await operations.post('/api/campaigns', own)).body;
  await operations.post(`/api/campaigns/${id}/activate`);
  for (const affiliate_uid of ['ada', 'bea']) await operations.post(`/api/campaigns/${id}/join`, { affiliate_uid });
  desk.on('2026-03-11 10:00');
  const guest = (uid: string) => account(uid, { on: '2026-03-11 09:30', by: 'ada', inviter_campaign: 'own' });
  await desk.arrives(story(guest('guest-1'), guest('guest-2')));
  desk.on('2026-03-12 09:00');
  await runBonus(desk.context.database, desk.context.clock, '2026-03-11', systemActor);
  await desk.arrives(story(changes('bea', 'account_type', 'market_maker', '2026-03-12 08:00')));
  support = await desk.signIn('support');
});
afterAll(() => desk.close());

async function joins(query: object = {}): Promise<Record<string, unknown>[]> {
  const { status, body, text } = await support.agent.get('/api/campaign-joins').query(query);
  expect(status, text).toBe(200);
  return body as Record<string, unknown>[];
}

describe('GET /api/campaign-joins', () => {
  it('tells who takes part, who has left with the enrolment, and the bonuses by state and sum', async () => {
    expect(await joins({ sort: '["affiliate_uid","ASC"]' })).toEqual([
      {
        id: '1', campaign_id: '1', campaign_code: 'own', affiliate_uid: 'ada', joined_at: '2026-03-11T09:00:00.000Z', ended_at: null, current: true,
        requested_by: 'operations@demo.test', bonuses: [{ state: 'pending', currency: 'USDT', bonuses: 4, amount: '25.00000002' }],
      },
      {
        id: '2', campaign_id: '1', campaign_code: 'own', affiliate_uid: 'bea', joined_at: '2026-03-11T09:00:00.000Z', ended_at: '2026-03-12T08:00:00.000Z',
        current: false, requested_by: 'operations@demo.test', bonuses: [],
      },
    ]);
  });

  it('leads to the bonuses that make up a sum', async () => {
    const filter = { campaign_id: '1', affiliate_uid: 'ada', state: 'pending', currency: 'USDT', earned_at_gte: '2026-03-11T09:00:00.000Z' };
    expect((await support.agent.get('/api/bonuses').query({ filter: JSON.stringify(filter) })).body).toHaveLength(4);
  });

  it.each<[object, string[]]>([
    [{ current: true }, ['ada']], [{ current: false }, ['bea']], [{ campaign_id: '1', affiliate_uid: ['bea'] }, ['bea']], [{ q: 'ada' }, ['ada']],
    [{ campaign_code: 'other' }, []], [{ ended_at_lt: '2026-03-13T00:00:00.000Z' }, ['bea']], [{ joined_at_gte: '2026-03-12T00:00:00.000Z' }, []],
  ])('filters by %j', async (filter, uids) => {
    expect((await joins({ filter: JSON.stringify(filter), sort: '["id","ASC"]' })).map((one) => one['affiliate_uid'])).toEqual(uids);
  });

  it('refuses a filter that it has not, by name, and is nobody’s to write', async () => {
    const { status, body } = await support.agent.get('/api/campaign-joins').query({ filter: '{"bonuses":"1"}' });
    expect([status, body.error.code]).toEqual([400, 'bad_request']);
    expect((await support.post('/api/campaign-joins', { affiliate_uid: 'ada' })).status).toBe(405);
    expect((await support.agent.get('/api/campaign-joins/2')).body).toMatchObject({ affiliate_uid: 'bea' });
  });
});
