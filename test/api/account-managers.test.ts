import { afterEach, beforeEach, expect, it } from 'vitest';
import { account, activates, story } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const world = story(account('ada'), account('eve'), account('idle'), activates('ada', 'referral', '2026-01-02'), activates('eve', 'pro', '2026-01-02'));
const reason = 'speaks the language of her market';

let desk: PlayedConsole;
let operations: Person;
beforeEach(async () => {
  desk = await openPlayed(world);
  operations = await desk.signIn('operations');
});
afterEach(() => desk.close());

const assign = (uid: string, staff_email: string | null, who = operations) => who.post(`/api/affiliates/${uid}/account-manager`, { staff_email, reason });
const uids = async (filter: object, query: object = {}): Promise<string[]> =>
  (await operations.agent.get('/api/affiliates').query({ filter: JSON.stringify(filter), sort: '["uid","ASC"]', ...query })).body.map((one: { uid: string }) => one.uid);

it('ENR-8: gives an affiliate to a member of staff, and lists filter by it', async () => {
  expect((await assign('ada', 'Support@demo.test')).body).toMatchObject({ uid: 'ada', account_manager: 'support@demo.test', terms_version: 1 });
  expect((await operations.agent.get('/api/affiliates/ada')).body.account_manager).toBe('support@demo.test');
  expect(await uids({ account_manager: 'support@demo.test' })).toEqual(['ada']);
  expect(await uids({ account_manager: null })).toEqual(['eve']);
  expect(await uids({ account_manager: ['support@demo.test', null] })).toEqual(['ada', 'eve']);
});

it('the next one takes over, nobody may follow, and what was before is still told of then', async () => {
  await assign('ada', 'support@demo.test');
  desk.pass(300_000);
  await assign('ada', 'operations2@demo.test');
  desk.pass(300_000);
  expect((await assign('ada', null)).body.account_manager).toBe(null);
  const asOf = async (as_of: string) => (await operations.agent.get('/api/affiliates/ada').query({ as_of })).body.account_manager;
  expect([await asOf('2026-03-11T08:59:59.999Z'), await asOf('2026-03-11T09:04:00Z'), await asOf('2026-03-11T09:09:00Z'), await asOf('2026-03-11T09:10:00Z')])
    .toEqual([null, 'support@demo.test', 'operations2@demo.test', null]);
  expect(await uids({ account_manager: 'support@demo.test' }, { as_of: '2026-03-11T09:04:00Z' })).toEqual(['ada']);
  const compliance = await desk.signIn('compliance');
  const { body } = await compliance.agent.get('/api/audit-events').query({ filter: '{"action":"account_manager.assigned"}', sort: '["seq","ASC"]' });
  expect(body.map((one: { subject_id: string; reason: string; changes: { account_manager: object } }) => [one.subject_id, one.reason, one.changes.account_manager])).toEqual([
    ['ada', reason, { old: null, new: 'support@demo.test' }], ['ada', reason, { old: 'support@demo.test', new: 'operations2@demo.test' }],
    ['ada', reason, { old: 'operations2@demo.test', new: null }],
  ]);
});

it.each<[string, string | null, object, unknown[]]>([
  ['ada', 'nobody@demo.test', {}, [422, 'bad_value', 'staff_email']],
  ['ada', 'admin@demo.test', {}, [422, 'bad_value', 'staff_email']],
  ['ada', null, {}, [422, 'no_change']],
  ['idle', 'support@demo.test', {}, [404, 'not_found']],
  ['nobody', 'support@demo.test', {}, [404, 'not_found']],
  ['ada', 'support@demo.test', { reason: 'so' }, [422, 'bad_value', 'reason']],
  ['ada', 'support@demo.test', { at: '2020' }, [400, 'bad_request', 'at']],
])('refuses %s for %s with %j', async (uid, staff_email, said, refusal) => {
  const { status, body } = await operations.post(`/api/affiliates/${uid}/account-manager`, { staff_email, reason, ...said });
  expect([status, body.error.code, body.error.details.field].filter((one) => one !== undefined)).toEqual(refusal);
});

it('is for operations and compliance; who can be chosen is told to them', async () => {
  const [support, admin] = [await desk.signIn('support'), await desk.signIn('admin')];
  for (const who of [support, admin]) {
    expect((await assign('ada', 'support@demo.test', who)).status).toBe(403);
    expect((await who.agent.get('/api/account-managers')).status).toBe(403);
  }
  expect((await operations.agent.get('/api/account-managers')).body.map((one: { email: string }) => one.email)).toEqual([
    'compliance2@demo.test', 'compliance@demo.test', 'operations2@demo.test', 'operations@demo.test', 'support@demo.test',
  ]);
});

it('of two at once one is last, and both are told', async () => {
  const answers = await Promise.all([assign('ada', 'support@demo.test'), assign('ada', 'compliance@demo.test')]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  const all = await Promise.all(['support@demo.test', 'compliance@demo.test'].map((account_manager) => uids({ account_manager })));
  expect(all.flat()).toEqual(['ada']);
});
