import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runBonus } from '../../server/bonuses/run.ts';
import { account, activates, story } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
type Name = 'operations' | 'operations2' | 'compliance' | 'support' | 'admin';
const people = {} as Record<Name, Person>;

beforeAll(async () => {
  desk = await openPlayed(story(
    account('ada'), account('idle', { referral_code: '' }), activates('ada', 'pro', '2026-01-02'),
    account('guest', { on: '2026-03-09', by: 'ada', inviter_campaign: 'spring' }), account('other', { on: '2026-03-09 06:00', by: 'ada', inviter_campaign: 'spring' }),
  ));
  for (const who of ['operations', 'operations2', 'compliance', 'support', 'admin'] as const) people[who] = await desk.signIn(who);
});
afterAll(() => desk.close());

const comment = 'looked at it with the growth team';
const spring = {
  code: 'spring', kind: 'exclusive', audience: 'all', name: '<img src=x onerror=alert(1)>', landing_url: 'https://promo.example/spring?lang=en',
  starts_at: '2026-03-01T00:00:00.000Z', ends_at: '2026-04-01T00:00:00.000Z', regions: ['US', 'BR'], texts: { fa: { title: 'بهار', body: '' } },
  tasks: [{ task: 'register' }],
  rewards: [{ side: 'inviter', reward: 'cash', amount: '12.50', currency: 'USDT' }, { side: 'invitee', reward: 'fee_voucher', amount: '2.5', currency: 'USDT' }],
  budget: '100', cap_per_affiliate: '15',
};

async function refusal(answer: PromiseLike<{ status: number; body: { error?: { code: string; details: { field?: string } } } }>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, body.error?.code, ...(body.error?.details.field === undefined ? [] : [body.error.details.field])];
}

async function get<T = Record<string, unknown>>(path: string, query: object = {}, who: Name = 'support'): Promise<T> {
  const { status, body, text } = await people[who].agent.get(`/api/${path}`).query(query);
  expect(status, text).toBe(200);
  return body as T;
}

const put = (who: Name, path: string, body: object) => people[who].agent.put(`/api/${path}`).set('X-CSRF-Token', people[who].csrfToken).send(body);
const drafts = async () => (await row<{ n: number }>(desk.context.database.read, 'SELECT count(*) AS n FROM campaigns'))?.n;

describe('a draft', () => {
  it.each<[object, number, string]>([
    [{ ends_at: '2026-02-01T00:00:00.000Z' }, 422, 'ends_at'],
    [{ starts_at: 'soon' }, 422, 'starts_at'],
    [{ tasks: [{ task: 'deposit', within_days: 7 }] }, 400, 'tasks.0.amount'],
    [{ tasks: [{ task: 'volume', amount: '100' }] }, 400, 'tasks.0.within_days'],
    [{ tasks: [] }, 422, 'tasks'],
    [{ tasks: [{ task: 'dance' }] }, 422, 'tasks.0.task'],
    [{ tasks: [{ task: 'deposit', amount: '1e3', within_days: 7 }] }, 422, 'tasks.0.amount'],
    [{ rewards: [{ ...spring.rewards[0], currency: 'usdt' }] }, 422, 'rewards.0.currency'],
    [{ rewards: [{ ...spring.rewards[0], currency: 'DOGE' }] }, 422, 'rewards.0.currency'],
    [{ rewards: [{ ...spring.rewards[0], amount: '1.123456789' }] }, 422, 'rewards.0.amount'],
    [{ rewards: [{ ...spring.rewards[0], amount: 10 }] }, 400, 'rewards.0.amount'],
    [{ rewards: [{ ...spring.rewards[0], amount: '0' }] }, 422, 'rewards.0.amount'],
    [{ rewards: [{ ...spring.rewards[0], amount: '-1' }] }, 422, 'rewards.0.amount'],
    [{ budget: '92233720368.54775808' }, 422, 'budget'],
    [{ budget: null }, 400, 'budget'],
    [{ regions: ['US', 'Atlantis'] }, 422, 'regions.1'],
    [{ regions: ['DE'], programmes: ['pro'] }, 422, 'regions.0'],
    [{ landing_url: '\tjavascript:alert(1)' }, 422, 'landing_url'],
    [{ landing_url: 'java\tscript:alert(1)' }, 422, 'landing_url'],
    [{ landing_url: 'data:text/html,x' }, 422, 'landing_url'],
    [{ kind: 'public', audience: 'joining' }, 422, 'audience'],
    [{ code: `x'); drop table campaigns` }, 422, 'code'],
    [{ state: 'active' }, 400, 'state'],
    [{ committed: '0' }, 400, 'committed'],
    [{ texts: { en: { title: 'x', body: '', html: '' } } }, 400, 'texts.en.html'],
    [{ name: 'x'.repeat(201) }, 422, 'name'],
  ])('%j is refused with %i at %s, and nothing is written', async (said, status, field) => {
    const [code, , at] = await refusal(people.operations.post('/api/campaigns', { ...spring, ...said }));
    expect([code, at]).toEqual([status, field]);
    expect(await drafts()).toBe(0);
  });

  it('with 10 MB of text is refused as too large', async () => {
    expect(await refusal(people.operations.post('/api/campaigns', { ...spring, name: 'x'.repeat(10_000_000) }))).toEqual([413, 'too_large_body']);
  });

  it('is made by operations or compliance, edited as long as it is one, and never by sending the record back', async () => {
    for (const who of ['support', 'admin'] as const) expect(await refusal(people[who].post('/api/campaigns', spring))).toEqual([403, 'forbidden']);
    const made = await people.compliance.post('/api/campaigns', { ...spring, budget: '7000.10' });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ id: '1', code: 'spring', state: 'draft', version: 1, budget: '7000.1', committed: '0', regions: ['BR', 'US'], programmes: [], currency: 'USDT' });
    expect(await refusal(people.operations.post('/api/campaigns', spring))).toEqual([409, 'code_taken', 'code']);
    expect(await refusal(put('operations', 'campaigns/1', made.body))).toEqual([400, 'bad_request', 'id']);
    expect(await refusal(put('support', 'campaigns/1', spring))).toEqual([403, 'forbidden']);
    expect(await refusal(put('operations', 'campaigns/9', spring))).toEqual([404, 'not_found']);
    expect((await put('operations', 'campaigns/1', spring)).body).toMatchObject({ budget: '100', cap_per_affiliate: '15', name: spring.name });
  });
});

// These go on from each other.
describe('a campaign', () => {
  it('is activated, paused and ended by operations alone, by its transition table', async () => {
    for (const who of ['compliance', 'support', 'admin'] as const) expect(await refusal(people[who].post('/api/campaigns/1/activate'))).toEqual([403, 'forbidden']);
    expect(await refusal(people.operations.post('/api/campaigns/1/pause'))).toEqual([409, 'wrong_state']);
    expect(await refusal(people.operations.post('/api/campaigns/1/begin'))).toEqual([404, 'not_found']);
    expect((await people.operations.post('/api/campaigns/1/activate')).body).toMatchObject({ state: 'active', version: 1 });
    expect(await refusal(people.operations.post('/api/campaigns/1/activate'))).toEqual([409, 'wrong_state']);
    expect(await refusal(put('operations', 'campaigns/1', { ...spring, budget: '999' }))).toEqual([409, 'not_draft']);
    expect((await get('campaigns/1'))['budget']).toBe('100');
  });

  it('has a link for each affiliate, and says why where there is none', async () => {
    expect(await get('campaigns/1/links', { affiliate: 'ada' })).toMatchObject({ link: 'https://promo.example/spring?lang=en&ref=CODE-ADA', why_not: null });
    expect(await get('campaigns/1/links', { affiliate: 'idle' })).toMatchObject({ link: null, why_not: 'not_enrolled' });
    expect(await get<unknown[]>('affiliates/ada/campaigns')).toHaveLength(1);
    expect(await refusal(people.support.agent.get('/api/campaigns/1/links').query({ affiliate: 'nobody' }))).toEqual([422, 'bad_value', 'affiliate']);
    expect(await refusal(people.support.agent.get('/api/campaigns/1/links'))).toEqual([400, 'bad_request', 'affiliate']);
    expect(await refusal(people.support.agent.get('/api/campaigns/7/links').query({ affiliate: 'ada' }))).toEqual([404, 'not_found']);
    expect((await people.support.agent.get('/api/campaigns/1/links?affiliate=%00')).status).toBe(400);
  });

  it('is joined through staff where joining is asked', async () => {
    expect(await refusal(people.support.post('/api/campaigns/1/join', { affiliate_uid: 'ada' }))).toEqual([403, 'forbidden']);
    const { body } = await people.operations.post('/api/campaigns/1/join', { affiliate_uid: 'idle' });
    expect(body.error).toMatchObject({ code: 'cannot_join', details: { codes: ['not_enrolled', 'campaign_not_joinable'] } });
    const { body: own } = await people.operations.post('/api/campaigns', { ...spring, code: 'own', audience: 'joining' });
    await people.operations.post(`/api/campaigns/${own.id}/activate`);
    expect((await people.compliance.post(`/api/campaigns/${own.id}/join`, { affiliate_uid: 'ada' })).body)
      .toMatchObject({ link: 'https://promo.example/spring?lang=en&ref=CODE-ADA&campaign=own', joined_at: '2026-03-11T09:00:00.000Z' });
    expect((await people.operations.post(`/api/campaigns/${own.id}/end`, { comment })).body).toMatchObject({ state: 'ended', joined: 1 });
  });
});

describe('bonuses', () => {
  it('are awarded by a run, tried before, up to the cap', async () => {
    const { body } = await people.operations.post('/api/runs', { kind: 'bonus', day: '2026-03-10', dry_run: true });
    expect(body.result).toEqual({ day: '2026-03-10', run_id: null, awarded: 2, totals: [{ currency: 'USDT', amount: '15' }] });
    expect(await get<unknown[]>('bonuses')).toEqual([]);
    expect(await refusal(people.compliance.post('/api/runs', { kind: 'bonus', day: '2026-03-10' }))).toEqual([403, 'forbidden']);
    expect(await refusal(people.operations.post('/api/runs', { kind: 'bonus', day: '2026-03-11' }))).toEqual([409, 'day_not_over']);
    expect(await refusal(people.operations.post('/api/runs', { kind: 'bonus', month: '2026-02' }))).toEqual([422, 'bad_value', 'day']);
    await runBonus(desk.context.database, desk.context.clock, '2026-03-10', systemActor);
    const again = await people.operations.post('/api/runs', { kind: 'bonus', day: '2026-03-10', dry_run: true });
    expect(again.body.result).toMatchObject({ run_id: '1', awarded: 2 });
    expect(await get('bonuses', { sort: '["id","ASC"]' })).toMatchObject([
      { campaign_code: 'spring', version: 1, affiliate_uid: 'ada', invitee_uid: 'guest', side: 'inviter', reward: 'cash', amount: '12.5', currency: 'USDT', state: 'pending',
        earned_at: '2026-03-09T00:00:00.000Z', held: false },
      { side: 'invitee', reward: 'fee_voucher', amount: '2.5', record_id: null },
    ]);
    expect(await get('campaigns/1')).toMatchObject({ committed: '15', distributed: '0', left: '85' });
  });

  it('show how far each invitee is, page by page', async () => {
    const page = await people.support.agent.get('/api/campaigns/1/progress').query({ affiliate: 'ada', range: '[1,1]' });
    expect(page.headers['content-range']).toBe('campaigns 1-1/2');
    expect(page.body).toMatchObject([{ invitee_uid: 'other', state: 'waiting', reason: 'cap_reached', version: 1, bonus_ids: [] }]);
    const behind = await people.support.agent.get('/api/campaigns/1/progress').query({ range: '[5,9]' });
    expect([behind.headers['content-range'], behind.body]).toEqual(['campaigns */2', []]);
    expect((await get<unknown[]>('campaigns/1/progress', { affiliate: 'guest' }))).toEqual([]);
    expect(await refusal(people.support.agent.get('/api/campaigns/1/progress').query({ affiliate: 'nobody' }))).toEqual([400, 'bad_request', 'affiliate']);
    expect(await refusal(people.support.agent.get('/api/campaigns/9/progress'))).toEqual([404, 'not_found']);
    expect(await refusal(people.support.agent.get('/api/campaigns/1/progress').query({ range: '[0,1000000]' }))).toEqual([400, 'bad_request', 'range']);
  });

  it('are records without a trade: nothing to explain, and no error', async () => {
    expect(await get('commissions/1')).toMatchObject({ kind: 'bonus', trade_id: null, inviter_uid: 'ada', amount: '12.5', run_day: '2026-03-10' });
    expect((await people.support.agent.get('/api/commissions/1/explain')).status).toBe(404);
  });

  it('are exported by who may, with names that no spreadsheet takes for a formula', async () => {
    expect((await people.operations.agent.get('/api/bonuses.csv')).text.split('\n')[1]).toContain(',spring,1,ada,');
    expect(await refusal(people.support.agent.get('/api/bonuses.csv'))).toEqual([403, 'forbidden']);
  });
});

describe('a version', () => {
  it('waits for a second person; nobody decides their own, twice, or in another role', async () => {
    const asked = await people.operations.post('/api/campaign-versions', { campaign_id: '1', reason: comment, budget: '50', cap_per_affiliate: null });
    expect(asked.status, asked.text).toBe(201);
    expect(asked.body).toMatchObject({ id: '3', state: 'pending', second_person: true, changes: { budget: { old: '100', new: '50' }, cap_per_affiliate: { old: '15', new: null } } });
    expect(await get('campaigns/1')).toMatchObject({ budget: '100', version: 1, pending_version_id: '3' });
    const preview = await get<Record<string, unknown>>('campaign-versions/3/preview');
    expect(preview).toMatchObject({ committed: '15', budget_left: { before: '85', after: '35' }, already_promised: [{ version: 1, invitees: 1, amount: '15' }], refused: null });
    expect(await refusal(people.operations.post('/api/campaign-versions/3/approve'))).toEqual([403, 'own_request']);
    for (const who of ['compliance', 'support', 'admin'] as const) expect(await refusal(people[who].post('/api/campaign-versions/3/approve'))).toEqual([403, 'forbidden']);
    expect(await refusal(people.operations2.post('/api/campaign-versions/3/approve', { budget: '1' }))).toEqual([400, 'bad_request', 'budget']);
    expect(await refusal(people.operations2.post('/api/campaign-versions/3/approve', { preview: 'seen elsewhere' }))).toEqual([409, 'preview_changed']);
    const answers = await Promise.all(Array.from({ length: 8 }, () => people.operations2.post('/api/campaign-versions/3/approve', { preview: preview['version'] })));
    expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(await get('campaigns/1')).toMatchObject({ budget: '50', cap_per_affiliate: null, version: 2, pending_version_id: null });
  });

  it.each<[object, unknown[]]>([
    [{ budget: '14.99999999', rewards: [spring.rewards[1]] }, [409, 'below_committed', 'budget']],
    [{ cap_per_affiliate: '14', rewards: [spring.rewards[1]] }, [409, 'below_committed', 'cap_per_affiliate']],
    [{ budget: '50.00' }, [422, 'no_change']],
    [{ starts_at: '2026-03-20T00:00:00.000Z' }, [422, 'bad_value', 'starts_at']],
    [{ ends_at: '2026-03-11T00:00:00.000Z' }, [422, 'bad_value', 'ends_at']],
    [{ code: 'other' }, [400, 'bad_request', 'code']],
    [{ state: 'approved' }, [400, 'bad_request', 'state']],
    [{ campaign_id: 'x' }, [422, 'bad_value', 'campaign_id']],
    [{ campaign_id: '99', budget: '60' }, [404, 'not_found']],
    [{ reason: 'short', budget: '60' }, [422, 'bad_value', 'reason']],
  ])('%j is refused: %j', async (said, expected) => {
    expect(await refusal(people.operations.post('/api/campaign-versions', { campaign_id: '1', reason: comment, ...said }))).toEqual(expected);
  });

  it('that changes name or texts alone holds at once; several are decided with a result each', async () => {
    expect((await people.compliance.post('/api/campaign-versions', { campaign_id: '1', reason: comment, name: 'Spring' })).body).toMatchObject({ state: 'approved', second_person: false });
    const { body } = await people.compliance.post('/api/campaign-versions', { campaign_id: '1', reason: comment, budget: '80' });
    expect((await people.operations.post('/api/campaign-versions/reject', { ids: [body.id, '1', '77', 'x'], comment })).body.results).toMatchObject([
      { id: body.id, ok: true }, { ok: false, code: 'not_pending' }, { ok: false, code: 'not_found' }, { ok: false, code: 'not_found' },
    ]);
    expect(await get('campaigns/1')).toMatchObject({ name: 'Spring', budget: '50', version: 3 });
  });

  it('is taken back by who asked alone; it stays in the history, changes nothing, and the next one can be asked for', async () => {
    const asked = async () => (await people.compliance.post('/api/campaign-versions', { campaign_id: '1', reason: comment, budget: '90' })).body.id as string;
    const id = await asked();
    for (const who of ['operations', 'operations2', 'support', 'admin'] as const) expect(await refusal(people[who].post(`/api/campaign-versions/${id}/cancel`))).toEqual([403, 'forbidden']);
    expect((await people.compliance.post(`/api/campaign-versions/${id}/cancel`, { comment })).body).toMatchObject({ state: 'cancelled', decided_by: 'compliance@demo.test', comment });
    const found = await get<{ results: { href: string; words: object[] }[] }>('search', { q: id });
    expect(found.results.find(({ href }) => href === `/campaign-versions/${id}/show`)?.words).toContainEqual({ label: 'state', value: 'cancelled' });
    expect(await refusal(people.compliance.post(`/api/campaign-versions/${id}/cancel`))).toEqual([409, 'not_pending']);
    expect(await refusal(people.operations2.post(`/api/campaign-versions/${id}/approve`))).toEqual([409, 'not_pending']);
    expect(await get('campaigns/1')).toMatchObject({ budget: '50', pending_version_id: null });
    expect(await get<{ id: string }[]>('campaign-versions', { filter: JSON.stringify({ state: 'cancelled' }) })).toMatchObject([{ id, in_force_from: null }]);
    const told = await get<object[]>('audit-events', { filter: JSON.stringify({ subject_type: 'campaign-versions', subject_id: id }), sort: '["seq","ASC"]' }, 'compliance');
    expect(told).toMatchObject([{ action: 'campaign_version.requested' }, { action: 'campaign_version.cancelled', reason: comment, changes: { state: { old: 'pending', new: 'cancelled' } } }]);
    const next = await asked();
    expect((await people.compliance.post('/api/campaign-versions/cancel', { ids: [next, id] })).body.results).toMatchObject([{ ok: true }, { ok: false, code: 'not_pending' }]);
  });
});
