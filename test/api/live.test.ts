import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../server/policy/contract.ts';
import { smallWorld } from '../db/small-world.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import { insertRequests, type Inserted } from './requests.ts';

let desk: PlayedConsole;
let made: Inserted;
const people = new Map<string, Person>();
const as = (who: string): Person => people.get(who) as Person;

beforeAll(async () => {
  desk = await openPlayed(smallWorld);
  for (const role of [...roles, 'operations2']) people.set(role, await desk.signIn(role));
  made = await insertRequests(desk.context.database, 'ada');
});
afterAll(() => desk.close());

const live = (who: string, tag?: string) => as(who).agent.get('/api/live').set(tag === undefined ? {} : { 'If-None-Match': tag });
const tagOf = async (who: string): Promise<string> => String((await live(who)).headers.etag);

describe('what waits', () => {
  it.each([
    ['operations', { 'tier-reviews': 0, 'status-changes': 0, applications: 0, 'campaign-versions': 0, payouts: 0, boosts: 0, manifests: 0 }],
    ['operations2', { 'tier-reviews': 0, 'status-changes': 1, applications: 0, 'campaign-versions': 0, payouts: 0, boosts: 0, manifests: 0 }],
    ['compliance', { 'status-changes': 1, 'content-reviews': 0, 'payout-stops': 0, reversals: 0, corrections: 1, manifests: 0, 'staff-changes': 0 }],
    ['support', {}],
    ['admin', {}],
  ])('is counted for %s where they decide, without what they asked for themselves', async (who, queues) => {
    expect((await live(who)).body).toEqual({ queues, changed: {} });
  });

  it('no further than the cap', async () => {
    const { database } = desk.context;
    const ask = (many: number): Promise<void> => database.transaction(async (transaction) => {
      const { text_id } = (await transaction('corrections').where({ id: Number(made.correction) }).first('text_id')) as { text_id: number };
      const asked = { programme: 'referral', text_id, requested_by: 'operations2@demo.test', requested_by_id: 1, requested_at: 0, state: 'pending' };
      await transaction('boosts').insert(Array.from({ length: many }, (_, place) => ({ ...asked, from_at: place, to_at: place + 1 })));
    });
    const counted = async (): Promise<unknown> => (await live('operations')).body.queues.boosts;
    await ask(99);
    expect(await counted()).toBe(99);
    await ask(2);
    expect(await counted()).toBe(100);
    expect((await live('operations2')).body.queues.boosts).toBe(0);
  });
});

describe('what has changed', () => {
  const note = { subject_type: 'affiliates', subject_id: 'ada', text: 'called back' };

  it('nothing: 304 without a body', async () => {
    const tag = await tagOf('operations');
    const answer = await live('operations', tag);
    expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, '', tag]);
    expect((await live('operations', `W/${tag}`)).status).toBe(304);
  });

  it('is told by id to who may read it, and no more', async () => {
    const tag = await tagOf('operations');
    const { body: written } = await as('support').post('/api/notes', note);
    await as('compliance').post(`/api/status-changes/${made.pendingFreeze}/reject`, { comment: 'not enough to go by' });
    const operations = await live('operations', tag);
    expect(operations.status).toBe(200);
    expect(operations.body.changed).toEqual({ notes: [written.id], 'status-changes': [made.pendingFreeze] });
    expect(operations.body.queues['status-changes']).toBe(0);
    expect((await live('admin', tag)).body.changed).toEqual({ 'status-changes': [made.pendingFreeze] });
    expect((await live('operations', operations.headers.etag)).status).toBe(304);
  });

  it('much, where a run went over it, or where more was written than is told', async () => {
    const tag = await tagOf('operations');
    await as('operations').post('/api/runs', { kind: 'commission', day: '2026-02-06' });
    await expect.poll(async () => (await live('operations', tag)).status).toBe(200);
    expect((await live('operations', tag)).body.changed).toBeNull();
    expect((await live('operations', '"999999999"')).body.changed).toBeNull();
  });

  it.each(['', 'W/1', 'w/"1"', 'W/W/"1"', '"abc"', '"-1"', '"1", "2"'])('of a tag that is none of ours (%s) starts anew', async (tag) => {
    const answer = await live('operations', tag);
    expect([answer.status, answer.body.changed]).toEqual([200, {}]);
  });
});

it('is nobody’s without a session, and asking by itself keeps none alive', async () => {
  expect((await request(desk.app).get('/api/live')).status).toBe(401);
  const person = await desk.signIn('operations2');
  desk.pass(20 * 60_000);
  expect((await person.agent.get('/api/live').set('X-Unattended', '1')).status).toBe(200);
  desk.pass(20 * 60_000);
  expect((await person.agent.get('/api/live').set('X-Unattended', '1')).status).toBe(401);
});
