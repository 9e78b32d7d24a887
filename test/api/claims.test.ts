import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/statement.ts';
import { roles } from '../../server/policy/contract.ts';
import { smallWorld } from '../db/small-world.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';
import { insertRequests, type Inserted } from './requests.ts';

const IDLE_MS = 600_000;

let desk: PlayedConsole;
let made: Inserted;
const people = new Map<string, Person>();
const as = (who: string): Person => people.get(who) as Person;

beforeAll(async () => {
  desk = await openPlayed(smallWorld, { CLAIM_IDLE_MINUTES: '10' });
  for (const who of [...roles, 'operations2', 'compliance2']) people.set(who, await desk.signIn(who));
  made = await insertRequests(desk.context.database, 'ada');
});
afterAll(() => desk.close());
beforeEach(() => desk.context.database.transaction((transaction) => transaction.raw('DELETE FROM claims')));

const freeze = () => ({ resource: 'status-changes', case_id: made.pendingFreeze });
const correction = () => ({ resource: 'corrections', case_id: made.correction });
const take = (who: string, of: object = freeze()) => as(who).post('/api/claims', of);
const held = async (filter = '{}'): Promise<{ holder: string; case_id: string; overdue: boolean }[]> =>
  (await as('operations').agent.get('/api/claims').query({ filter })).body;
const codeOf = ({ status, body }: { status: number; body: { error: { code: string; details: { field?: string } } } }) =>
  [status, body.error.code, body.error.details.field];

describe('taking a case in hand', () => {
  it('says who has it, since when and until when', async () => {
    const { status, body } = await take('operations');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id, ...freeze(), holder: 'operations@demo.test', given_by: null, overdue: false,
      taken_at: '2026-03-11T09:00:00.000Z', until: '2026-03-11T09:10:00.000Z',
    });
    expect(await held('{"holder":"operations@demo.test"}')).toEqual([body]);
    expect((await as('compliance').agent.get(`/api/claims/${body.id}`)).body).toEqual(body);
  });

  it.each<[string, () => object, unknown[]]>([
    ['operations', () => ({ resource: 'staff', case_id: '1' }), [422, 'bad_value', 'resource']],
    ['operations', () => ({ ...freeze(), case_id: '01' }), [422, 'bad_value', 'case_id']],
    ['operations', () => ({ ...freeze(), case_id: '987654' }), [404, 'not_found', undefined]],
    ['operations', () => ({ ...freeze(), case_id: made.rejected }), [409, 'not_pending', undefined]],
    ['operations', () => ({ ...freeze(), holder: 'operations2@demo.test' }), [400, 'bad_request', 'holder']],
    ['operations', correction, [403, 'forbidden', undefined]],
    ['support', freeze, [403, 'forbidden', undefined]],
    ['admin', freeze, [403, 'forbidden', undefined]],
  ])('is refused to %s: %#', async (who, of, expected) => {
    expect(codeOf(await take(who, of()))).toEqual(expected);
    expect(await held()).toEqual([]);
  });

  it('waits until the other has put it back or let it lie; opening one’s own keeps it, untold', async () => {
    const { body: first } = await take('operations');
    expect(codeOf(await take('compliance'))).toEqual([409, 'claimed', undefined]);
    const events = async () => (await rows(desk.context.database.read, `SELECT 1 AS one FROM audit_events WHERE subject_type = 'claims'`)).length;
    const told = await events();
    desk.pass(IDLE_MS / 2);
    expect((await take('operations')).body).toMatchObject({ id: first.id, taken_at: first.taken_at });
    desk.pass(IDLE_MS / 2);
    expect(codeOf(await take('compliance'))).toEqual([409, 'claimed', undefined]);
    expect(await events()).toBe(told);
    desk.pass(IDLE_MS / 2);
    expect(await held('{"overdue":true}')).toMatchObject([{ id: first.id, overdue: true }]);
    expect((await take('compliance')).body).toMatchObject({ id: first.id, holder: 'compliance@demo.test', overdue: false });
    expect(codeOf(await take('operations'))).toEqual([409, 'claimed', undefined]);
  });
});

describe('putting back and handing over', () => {
  it('is for who has it', async () => {
    const { body: claim } = await take('operations');
    for (const who of ['compliance', 'operations2']) {
      expect(codeOf(await as(who).post(`/api/claims/${claim.id}/release`))).toEqual([403, 'forbidden', undefined]);
      expect(codeOf(await as(who).post(`/api/claims/${claim.id}/hand-over`, { to: 'compliance2@demo.test' }))).toEqual([403, 'forbidden', undefined]);
    }
    expect((await as('support').post(`/api/claims/${claim.id}/release`)).status).toBe(403);
    expect((await as('operations').post(`/api/claims/${claim.id}/release`)).status).toBe(204);
    expect((await as('operations').post(`/api/claims/${claim.id}/release`)).status).toBe(404);
    expect((await take('compliance')).status).toBe(201);
  });

  it('goes to a colleague who may decide it', async () => {
    const { body: claim } = await take('compliance', correction());
    const { body: colleagues } = await as('compliance').agent.get('/api/claims/colleagues').query({ resource: 'corrections' });
    expect(colleagues.map(({ email }: { email: string }) => email)).toEqual(['compliance2@demo.test']);
    for (const to of ['operations@demo.test', 'compliance@demo.test', 'nobody@demo.test']) {
      expect(codeOf(await as('compliance').post(`/api/claims/${claim.id}/hand-over`, { to }))).toEqual([422, 'bad_value', 'to']);
    }
    const { body } = await as('compliance').post(`/api/claims/${claim.id}/hand-over`, { to: ' Compliance2@demo.test ' });
    expect(body).toMatchObject({ id: claim.id, holder: 'compliance2@demo.test', given_by: 'compliance@demo.test', overdue: false });
    expect(codeOf(await as('compliance').post(`/api/claims/${claim.id}/release`))).toEqual([403, 'forbidden', undefined]);
  });

  it('names colleagues only for what one decides oneself', async () => {
    const asked = (who: string, resource: string) => as(who).agent.get('/api/claims/colleagues').query({ resource });
    expect((await asked('operations', 'corrections')).status).toBe(403);
    expect((await asked('support', 'status-changes')).status).toBe(403);
    expect((await asked('operations', 'payouts')).status).toBe(422);
  });
});

it('hinders nobody’s decision, which ends it', async () => {
  const { body: claim } = await take('compliance', correction());
  expect((await as('compliance2').post(`/api/corrections/${made.correction}/reject`, { comment: 'not enough to go by' })).status).toBe(200);
  expect(await held()).toEqual([]);
  expect((await as('compliance').agent.get(`/api/claims/${claim.id}`)).status).toBe(404);
  expect((await as('compliance').post(`/api/claims/${claim.id}/release`)).status).toBe(404);
  // The next one taken clears what is settled away.
  await take('operations');
  expect(await rows(desk.context.database.read, 'SELECT resource FROM claims')).toEqual([{ resource: 'status-changes' }]);
});

it('tells the audit who had what', async () => {
  const { body: claim } = await take('operations');
  await as('operations').post(`/api/claims/${claim.id}/hand-over`, { to: 'operations2@demo.test' });
  await as('operations2').post(`/api/claims/${claim.id}/release`);
  const events = await rows<{ action: string; changes: string }>(
    desk.context.database.read, `SELECT action, changes FROM audit_events WHERE subject_type = 'claims' AND subject_id = :id ORDER BY seq`, { id: claim.id },
  );
  expect(events.map(({ action, changes }) => [action, (JSON.parse(changes) as { holder: unknown }).holder])).toEqual([
    ['claim.taken', { old: null, new: 'operations@demo.test' }],
    ['claim.handed_over', { old: 'operations@demo.test', new: 'operations2@demo.test' }],
    ['claim.released', { old: 'operations2@demo.test', new: null }],
  ]);
});

it('needs a session', async () => {
  expect((await request(desk.app).get('/api/claims')).status).toBe(401);
});
