import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/statement.ts';
import { roles } from '../../server/policy/contract.ts';
import { openConsole, type Person, type TestConsole } from './console.ts';

let desk: TestConsole;
const people = new Map<string, Person>();
const as = (who: string): Person => people.get(who) as Person;

beforeAll(async () => {
  desk = await openConsole();
  for (const role of [...roles, 'operations2']) people.set(role, await desk.signIn(role));
});
afterAll(() => desk.close());
beforeEach(() => desk.context.database.transaction((transaction) => transaction.raw('DELETE FROM saved_views')));

const view = {
  resource: 'affiliates', name: 'German partners', filter: { country: 'DE', programme: ['partner', 'pro'] }, sort: ['activated_at', 'ASC'], hidden: ['country'],
  density: 'roomy',
};
const keep = (who: string, body: object = {}) => as(who).post('/api/saved-views', { ...view, ...body });
const send = (who: string, method: 'put' | 'delete', id: string, body: object = {}) =>
  as(who).agent[method](`/api/saved-views/${id}`).set('X-CSRF-Token', as(who).csrfToken).send(method === 'put' ? { ...view, ...body } : undefined);
const namesOf = async (who: string, filter = '{}'): Promise<string[]> =>
  ((await as(who).agent.get('/api/saved-views').query({ filter })).body as { name: string }[]).map(({ name }) => name);

describe('keeping', () => {
  it.each(roles)('one’s own, as %s', async (role) => {
    const { status, body } = await keep(role, { name: '  German partners ' });
    expect(status).toBe(201);
    expect(body).toEqual({
      ...view, id: body.id, shared: false, mine: true, author: `${role}@demo.test`, changed_at: '2026-03-11T09:00:00.000Z',
    });
    expect((await as(role).agent.get(`/api/saved-views/${body.id}`)).body).toEqual(body);
  });

  it.each<[string, object, number, string, string | undefined]>([
    ['operations', { resource: 'nothing' }, 422, 'bad_value', 'resource'],
    ['operations', { resource: 'toString' }, 422, 'bad_value', 'resource'],
    ['operations', { resource: 'audit-events', filter: {}, sort: ['seq', 'ASC'], hidden: [] }, 422, 'bad_value', 'resource'],
    ['support', { resource: 'shortfalls', filter: {}, sort: ['id', 'ASC'], hidden: [] }, 422, 'bad_value', 'resource'],
    ['operations', { filter: { q: 'somebody@example.org' } }, 422, 'bad_value', 'filter'],
    ['operations', { filter: { email: 'somebody@example.org' } }, 400, 'bad_request', 'email'],
    ['operations', { filter: { tier: 'high' } }, 400, 'bad_request', 'tier'],
    ['operations', { filter: { uid: 'x'.repeat(5_000) } }, 422, 'bad_value', 'filter'],
    ['operations', { filter: [] }, 400, 'bad_request', 'filter'],
    ['operations', { sort: ['email', 'ASC'] }, 400, 'bad_request', 'email'],
    ['operations', { sort: ['uid', 'UP'] }, 422, 'bad_value', 'sort.1'],
    ['operations', { hidden: ['password_hash'] }, 422, 'bad_value', 'hidden'],
    ['admin', { hidden: ['email'] }, 422, 'bad_value', 'hidden'],
    ['operations', { density: 'tiny' }, 422, 'bad_value', 'density'],
    ['operations', { name: '   ' }, 422, 'bad_value', 'name'],
    ['operations', { name: 'x'.repeat(61) }, 422, 'bad_value', 'name'],
    ['operations', { shared: 'yes' }, 400, 'bad_request', 'shared'],
    ['operations', { staff_id: 1 }, 400, 'bad_request', 'staff_id'],
  ])('is refused to %s: %j', async (who, body, status, code, field) => {
    const answer = await keep(who, body);
    expect([answer.status, answer.body.error.code, answer.body.error.details.field]).toEqual([status, code, field]);
    expect(await namesOf(who)).toEqual([]);
  });

  it('a name once per list and person, so many views a list', async () => {
    await keep('operations');
    expect((await keep('operations')).body.error.code).toBe('name_taken');
    expect((await keep('operations2')).status).toBe(201);
    expect((await keep('operations', { resource: 'referrals', filter: {}, sort: ['bound_at', 'DESC'], hidden: [] })).status).toBe(201);
    for (let n = 1; n < 50; n += 1) await keep('operations', { name: `view ${n}` });
    expect((await keep('operations', { name: 'one more' })).body.error.code).toBe('too_many_views');
  });
});

describe('at once', () => {
  it('two views get one name: one of them', async () => {
    const kept = [(await keep('support', { name: 'a' })).body, (await keep('support', { name: 'b' })).body] as { id: string }[];
    const answers = await Promise.all(kept.map(({ id }) => send('support', 'put', id, { name: 'same' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status !== 200)?.body.error.code).toBe('name_taken');
  });

  it('many are kept: never more than a person may have', async () => {
    for (let n = 1; n < 50; n += 1) await keep('support', { name: `view ${n}` });
    const answers = await Promise.all(['x', 'y', 'z'].map((name) => keep('support', { name })));
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.error.code)).toEqual(['too_many_views', 'too_many_views']);
  });
});

describe('sharing', () => {
  it('shows a view to all who may read its list, one’s own to oneself', async () => {
    await keep('compliance', { name: 'all', shared: true });
    await keep('compliance', { name: 'mine' });
    await keep('compliance', { name: 'audit', resource: 'audit-events', filter: {}, sort: ['seq', 'ASC'], hidden: [], shared: true });
    expect(await namesOf('compliance')).toEqual(['all', 'audit', 'mine']);
    for (const role of ['operations', 'support', 'admin']) expect(await namesOf(role), role).toEqual(['all']);
    expect(await namesOf('compliance', '{"mine":true,"shared":false}')).toEqual(['mine']);
    expect(await namesOf('operations', '{"mine":true}')).toEqual([]);
    expect(await namesOf('operations', '{"resource":"audit-events"}')).toEqual([]);
  });

  it('ends with its author’s work here: nobody else could take it away', async () => {
    const { body } = await keep('operations2', { name: 'left behind', shared: true });
    expect(await namesOf('operations')).toEqual(['left behind']);
    const move = (state: string) => desk.context.database.transaction((transaction) => transaction.raw(`UPDATE staff SET state = '${state}' WHERE email = 'operations2@demo.test'`));
    await move('disabled');
    expect(await namesOf('operations')).toEqual([]);
    expect((await as('operations').agent.get(`/api/saved-views/${body.id}`)).status).toBe(404);
    expect((await send('operations', 'delete', body.id)).body.error.code).toBe('not_found');
    await move('active');
    expect(await namesOf('operations')).toEqual(['left behind']);
  });

  it('lets nobody but its author change or delete it', async () => {
    const { body: shared } = await keep('compliance', { name: 'all', shared: true });
    const { body: own } = await keep('compliance', { name: 'mine' });
    for (const method of ['put', 'delete'] as const) {
      expect((await send('operations', method, shared.id)).body.error.code).toBe('forbidden');
      expect((await send('operations', method, own.id)).body.error.code).toBe('not_found');
      expect((await send('operations', method, '987654')).body.error.code).toBe('not_found');
    }
    expect((await as('operations').agent.get(`/api/saved-views/${own.id}`)).status).toBe(404);
    expect(await namesOf('compliance')).toEqual(['all', 'mine']);
    expect((await send('compliance', 'put', shared.id, { name: 'all', shared: false })).body.shared).toBe(false);
    expect(await namesOf('operations')).toEqual([]);
  });
});

it('is written again with all of it, but for its list; and goes', async () => {
  const { body: first } = await keep('support');
  await keep('support', { name: 'other' });
  expect((await send('support', 'put', first.id, { name: 'other' })).body.error.code).toBe('name_taken');
  const moved = { resource: 'referrals', filter: {}, sort: ['bound_at', 'DESC'], hidden: [] };
  expect((await send('support', 'put', first.id, moved)).body.error.details.field).toBe('resource');
  desk.pass(60_000);
  const changed = { name: 'Dutch', filter: { country: 'NL' }, sort: ['uid', 'DESC'], hidden: [], density: 'dense', shared: true };
  const { body } = await send('support', 'put', first.id, changed);
  expect(body).toEqual({ ...first, ...changed, changed_at: '2026-03-11T09:01:00.000Z' });
  expect((await send('support', 'delete', first.id)).status).toBe(204);
  expect((await send('support', 'delete', first.id)).status).toBe(404);
  expect(await namesOf('support')).toEqual(['other']);
});

it('leaves in the audit of which list it is and whether it is shared, neither its name nor its filters', async () => {
  const { body } = await keep('operations', { name: 'of somebody@example.org', filter: { account_manager: 'somebody@example.org' } });
  await send('operations', 'delete', body.id);
  const events = await rows<{ action: string; changes: string }>(
    desk.context.database.read, `SELECT action, changes FROM audit_events WHERE subject_type = 'saved-views' AND subject_id = :id ORDER BY seq`, { id: body.id },
  );
  expect(events.map(({ action }) => action)).toEqual(['saved_view.created', 'saved_view.deleted']);
  expect(JSON.parse(events[0]!.changes)).toEqual({ resource: { old: null, new: 'affiliates' }, shared: { old: null, new: false } });
  expect(JSON.stringify(events)).not.toContain('somebody');
});

it('needs a session, and its token', async () => {
  expect((await request(desk.app).get('/api/saved-views')).status).toBe(401);
  expect((await as('operations').agent.post('/api/saved-views').send(view)).body.error.code).toBe('bad_csrf_token');
  expect((await as('operations').agent.delete('/api/saved-views/1')).body.error.code).toBe('bad_csrf_token');
});
