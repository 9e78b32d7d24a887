import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/audit/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { account, activates, codeOf, moment, story, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
let support: Person;

const csv = `recall_id,uid,inviter_code,via,attempted_at,confirmed_at
r1,bob,${codeOf('pia')},current_link,${moment('2026-03-10')},${moment('2026-03-10')}
r2,new,${codeOf('pia')},code,${moment('2026-03-10')},
r3,old,NOBODYS,current_link,${moment('2026-03-10')},${moment('2026-03-10')}
`;

beforeAll(async () => {
  desk = await openPlayed(story(
    account('pia', { on: '2025-01-01' }), account('bob', { on: '2025-01-01' }), account('old', { on: '2025-01-01' }), account('new', { on: '2026-01-01' }),
    activates('pia', 'pro', '2025-01-02'), trades('t1', 'old', '2025-12-20'),
  ));
  const { database, clock } = desk.context;
  const bytes = new TextEncoder().encode(csv);
  const job = { feed: 'recalls', file_name: 'recalls.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor } as const;
  await importFile(database, clock, job, (async function* () { yield bytes; })());
  support = await desk.signIn('support');
});
afterAll(() => desk.close());

const ask = (query: object, who = support) => who.agent.get('/api/recall-eligibility').query({ uid: 'new', inviter: 'pia', ...query });

describe('GET /api/recall-eligibility', () => {
  it('every reason that applies, the facts behind it, and from which day it would be possible', async () => {
    const { status, body } = await ask({ at: moment('2026-03-29') });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      uid: 'new', inviter_uid: 'pia', at: moment('2026-03-29'), via: 'current_link', confirmation_assumed: true, eligible: false,
      refusals: ['account_too_young'], days_required: 90, possible_from: '2026-04-02',
    });
    expect(body.facts.find((fact: { code: string }) => fact.code === 'account_too_young')).toEqual({
      rule: 'BIN-4', code: 'account_too_young', passed: false, fact: 'age 87 of more than 90 days, registered on 2026-01-01',
      fact_key: 'age', fact_values: { days: 87, registered_day: '2026-01-01', required: 90 },
    });
  });

  it('is asked of now and of the current link where nothing else is said', async () => {
    const { body } = await ask({ uid: 'old', inviter: codeOf('pia') });
    // 11 + 31 + 28 + 11 = 81 days after the 20th of December, of more than 180; from the 24th of March on more than 90 are enough.
    expect(body).toMatchObject({
      at: '2026-03-11T09:00:00.000Z', via: 'current_link', refusals: ['recently_active'], days_required: 180, possible_from: '2026-03-24',
    });
  });

  it('of a bound user, and through what cannot bind', async () => {
    expect((await ask({ uid: 'bob', via: 'code' })).body).toMatchObject({ refusals: ['code_not_supported', 'already_bound'], possible_from: null });
  });

  it.each<[object, number, string, string]>([
    [{ uid: 'nobody' }, 404, 'not_found', 'uid'],
    [{ at: 'today' }, 400, 'bad_request', 'at'],
    [{ at: '2025-12-31T23:59:59.999Z' }, 422, 'bad_value', 'at'],
    [{ via: 'fax' }, 422, 'bad_value', 'via'],
    [{ uid: '' }, 422, 'bad_value', 'uid'],
    [{ inviter: ['pia', 'bob'] }, 400, 'bad_request', 'inviter'],
    [{ days: '1' }, 400, 'bad_request', 'days'],
  ])('refuses %j', async (query, status, code, field) => {
    const answer = await ask(query);
    expect([answer.status, answer.body.error.code, answer.body.error.details.field]).toEqual([status, code, field]);
  });

  it('refuses a NUL, and knows nobody by a strange code', async () => {
    expect([(await ask({ uid: 'a\0b' })).status, (await ask({ inviter: 'a\0b' })).status]).toEqual([400, 400]);
    expect((await ask({ inviter: `' OR 1=1 --` })).body).toMatchObject({ inviter_uid: null, refusals: ['inviter_not_in_programme', 'account_too_young'] });
  });
});

describe('the attempts', () => {
  it('accepted and refused, with every reason', async () => {
    const { body, headers } = await support.agent.get('/api/recalls').query({ sort: '["id","ASC"]' });
    expect(headers['content-range']).toBe('recalls 0-2/3');
    const shared = { attempted_at: moment('2026-03-10'), arrived_at: '2026-03-11T09:00:00.000Z' };
    expect(body).toEqual([
      { id: '1', recall_id: 'r1', uid: 'bob', inviter_uid: 'pia', inviter_code: codeOf('pia'), via: 'current_link', confirmed_at: moment('2026-03-10'), outcome: 'accepted', refusals: [], ...shared },
      { id: '2', recall_id: 'r2', uid: 'new', inviter_uid: 'pia', inviter_code: codeOf('pia'), via: 'code', confirmed_at: null, outcome: 'refused', refusals: ['code_not_supported', 'account_too_young', 'not_confirmed'], ...shared },
      { id: '3', recall_id: 'r3', uid: 'old', inviter_uid: null, inviter_code: 'NOBODYS', via: 'current_link', confirmed_at: moment('2026-03-10'), outcome: 'refused', refusals: ['inviter_not_in_programme', 'recently_active'], ...shared },
    ]);
    expect((await support.agent.get('/api/recalls/2')).body).toEqual(body[1]);
  });

  it.each<[object, string[]]>([
    [{ outcome: 'refused' }, ['2', '3']],
    [{ refusal: 'not_confirmed' }, ['2']],
    [{ refusal: ['recently_active', 'code_not_supported'] }, ['2', '3']],
    [{ uid: ['bob', 'old'] }, ['1', '3']],
    [{ inviter_uid: 'pia', outcome: 'accepted' }, ['1']],
    [{ q: 'old' }, ['3']],
    [{ q: 'r2' }, ['2']],
  ])('filtered by %j', async (filter, ids) => {
    const { body } = await support.agent.get('/api/recalls').query({ filter: JSON.stringify(filter), sort: '["id","ASC"]' });
    expect((body as { id: string }[]).map((one) => one.id)).toEqual(ids);
  });

  it('refuses a reason that is none', async () => {
    const { status, body } = await support.agent.get('/api/recalls').query({ filter: `{"refusal":"x' OR 1=1"}` });
    expect([status, body.error.details.field]).toEqual([400, 'refusal']);
  });

  it('are exported by who may', async () => {
    const operations = await desk.signIn('operations');
    const { status, text } = await operations.agent.get('/api/recalls.csv');
    expect(status).toBe(200);
    expect(text.split('\n')[0]).toBe('id,recall_id,inviter_uid,inviter_code,via,attempted_at,confirmed_at,outcome,refusals,arrived_at'.replace('id,recall_id,', 'recall_id,uid,'));
    expect((await support.agent.get('/api/recalls.csv')).status).toBe(403);
  });
});

it('referrals show the recalled one, affiliates their links, and the figures as of the day before', async () => {
  expect((await support.agent.get('/api/referrals').query({ filter: '{"kind":"recall"}' })).body).toMatchObject([
    { id: 'bob', inviter_uid: 'pia', kind: 'recall', channel: 'link', bound_at: moment('2026-03-10'), registered_at: moment('2025-01-01') },
  ]);
  expect((await support.agent.get('/api/affiliates/pia')).body.links).toEqual({
    current: `https://www.binance.com/join?ref=${codeOf('pia')}`, legacy: `https://accounts.binance.com/register?ref=${codeOf('pia')}`,
  });
  expect((await support.agent.get('/api/affiliates/pia/recalled')).body).toEqual({ as_of: '2026-03-10', number: 1, uids: ['bob'], commission: [] });
  expect((await support.agent.get('/api/affiliates/nobody/recalled')).status).toBe(404);
});
