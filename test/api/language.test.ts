/** The language in which somebody reads the console: each chooses their own, and it follows them (DESIGN 7). */
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rows } from '../../db/statement.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
});
afterEach(() => desk.close());

const PATH = '/api/session/language';

const chosen = () => rows<{ actor: string; subject_id: string; changes: string }>(
  desk.context.database.read, "SELECT actor, subject_id, changes FROM audit_events WHERE action = 'staff.language_chosen' ORDER BY seq",
);

it('follows the person into another session, and is nobody else’s', async () => {
  const person = await desk.signIn('support');
  expect((await person.put(PATH, { language: 'fa' })).status).toBe(204);
  expect((await person.agent.get('/api/session')).body.staff.language).toBe('fa');
  expect((await (await desk.signIn('support')).agent.get('/api/session')).body.staff.language).toBe('fa');
  expect((await (await desk.signIn('operations')).agent.get('/api/session')).body.staff.language).toBeNull();
});

it('is audited with what was before; the same again is no change', async () => {
  const person = await desk.signIn('support');
  for (const language of ['de', 'de', 'fr']) await person.put(PATH, { language });
  const events = await chosen();
  expect(events.map(({ actor }) => actor)).toEqual(['support@demo.test', 'support@demo.test']);
  expect(events.map(({ changes }) => JSON.parse(changes))).toEqual([
    { language: { old: null, new: 'de' } },
    { language: { old: 'de', new: 'fr' } },
  ]);
});

it.each([
  [{ language: 'es' }, 422, 'bad_value', 'language'],
  [{}, 422, 'bad_value', 'language'],
  [{ language: 'fa', staff_id: '1' }, 400, 'bad_request', 'staff_id'],
])(
  'takes no %o, and nothing is written', async (body, ...refused) => {
    const person = await desk.signIn('support');
    const answer = await person.put(PATH, body);
    expect([answer.status, answer.body.error.code, answer.body.error.details.field]).toEqual(refused);
    expect(await chosen()).toEqual([]);
  },
);

it('takes nothing without a session, nor without its token', async () => {
  expect((await request(desk.app).put(PATH).send({ language: 'fa' })).status).toBe(401);
  const person = await desk.signIn('support');
  const answer = await request(desk.app).put(PATH).set('Cookie', person.cookie).send({ language: 'fa' });
  expect([answer.status, answer.body.error.code]).toEqual([403, 'bad_csrf_token']);
  expect(await chosen()).toEqual([]);
});
