import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { seedDemoStaff } from '../../server/staff/demo.ts';
import { inviteStaff } from '../../server/staff/service.ts';
import type { Invitation } from '../../server/staff/contract.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
});
afterEach(() => desk.close());

const HOUR = 3_600_000;
const password = 'a long enough password';

function invite(email = 'New.Person@console.test'): Promise<Invitation> {
  return inviteStaff(desk.context, { email, name: 'New Person', role: 'support' }, systemActor);
}

function choose(body: object) {
  return request(desk.app).post('/api/session/password').send(body);
}

describe('an invitation', () => {
  it('lets its holder choose a password once, and sign in', async () => {
    const { token, email } = await invite();
    expect(email).toBe('new.person@console.test');
    expect((await request(desk.app).post('/api/session').send({ email, password })).status).toBe(401);
    expect((await choose({ token, password })).status).toBe(204);
    expect((await request(desk.app).post('/api/session').send({ email, password })).status).toBe(200);
    const again = await choose({ token, password: 'another long password' });
    expect(again.status).toBe(401);
    expect(again.body.error.code).toBe('bad_token');
  });

  it('is used once however many use it at once', async () => {
    const { token } = await invite();
    const answers = await Promise.all(Array.from({ length: 6 }, () => choose({ token, password })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 401, 401, 401, 401, 401]);
  });

  it('is stored only as a hash and leaves no secret in the history or the log', async () => {
    const { token, id } = await invite();
    await choose({ token, password });
    const stored = await row<{ text: string }>(
      desk.context.database.read,
      `SELECT COALESCE(setup_token_hash, '') || password_hash AS text FROM staff WHERE id = ${Number(id)}`,
    );
    expect(stored?.text).toMatch(/^\$argon2id\$/);
    const history = await row<{ text: string }>(
      desk.context.database.read,
      `SELECT group_concat(changes) AS text FROM audit_events`.replace(
        'group_concat(changes)',
        desk.context.database.dialect.engine === 'sqlite' ? 'group_concat(changes)' : `string_agg(changes, ',')`,
      ),
    );
    for (const text of [history?.text, desk.logged()]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(password);
      expect(text).not.toContain('argon2');
    }
  });

  it('ends after 72 hours', async () => {
    const { token } = await invite();
    desk.pass(72 * HOUR);
    expect((await choose({ token, password })).status).toBe(401);
  });

  it('does not bring a disabled member back', async () => {
    const { token, id } = await invite();
    await desk.context.database.transaction((transaction) =>
      execute(transaction, `UPDATE staff SET state = 'disabled' WHERE id = ${Number(id)}`),
    );
    expect((await choose({ token, password })).status).toBe(401);
  });

  it.each([
    [{ token: 'x', password: 'eleven char' }, 422, 'password'],
    [{ token: 'x', password: 'x'.repeat(300) }, 422, 'password'],
    [{ password }, 400, 'token'],
    [{ token: 'x', password, role: 'admin' }, 400, 'role'],
    [{ token: 'made up', password }, 401, undefined],
  ])('refuses %#', async (body, status, field) => {
    const answer = await choose(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.details.field).toBe(field);
  });

  it('is for an address that nobody has, in any case', async () => {
    await invite();
    await expect(invite('NEW.person@console.test')).rejects.toMatchObject({ code: 'email_taken' });
  });

  it('ends the sessions that its member has', async () => {
    const person = await desk.signIn('support');
    const { createHash } = await import('node:crypto');
    await desk.context.database.transaction((transaction) =>
      execute(
        transaction,
        `UPDATE staff SET setup_token_hash = '${createHash('sha256').update('again').digest('hex')}', setup_token_until = 9000000000000 WHERE email = 'support@demo.test'`,
      ),
    );
    expect((await choose({ token: 'again', password })).status).toBe(204);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });
});

describe('the demo staff', () => {
  it('is seeded once', async () => {
    await desk.context.database.transaction((transaction) => seedDemoStaff(transaction, desk.context.clock));
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM staff')).toEqual({ n: 6 });
  });
});

describe('GET /api/staff', () => {
  it('is for the administrator, without a hash in it', async () => {
    const admin = await desk.signIn('admin');
    const answer = await admin.agent.get('/api/staff').query({ sort: '["email","ASC"]' });
    expect(answer.headers['content-range']).toBe('staff 0-5/6');
    expect(answer.body[0]).toEqual({
      id: '6',
      email: 'admin@demo.test',
      name: 'Ingrid Solberg',
      role: 'admin',
      state: 'active',
      created_at: '2026-03-11T09:00:00.000Z',
    });
    expect((await admin.agent.get('/api/staff/6')).body.email).toBe('admin@demo.test');
    expect((await admin.agent.get('/api/staff').query({ filter: '{"q":"SOLB"}' })).body).toHaveLength(1);
  });

  it.each(['operations', 'compliance', 'support'])('is not for %s, by list, by id or by many ids', async (who) => {
    const person = await desk.signIn(who);
    for (const path of [
      '/api/staff',
      '/api/staff/1',
      '/api/staff?filter={"id":["1"]}',
      '/api/staff?filter={"password_hash_gte":"a"}',
    ]) {
      expect((await person.agent.get(path)).status, path).toBe(403);
    }
  });

  it('answers nothing about hashes to the administrator either', async () => {
    const admin = await desk.signIn('admin');
    for (const query of [
      { filter: '{"password_hash":"x"}' },
      { filter: '{"session_epoch_gte":0}' },
      { sort: '["password_hash","ASC"]' },
      { sort: '["setup_token_hash","DESC"]' },
    ]) {
      expect((await admin.agent.get('/api/staff').query(query)).status).toBe(400);
    }
  });

  it('cannot be written', async () => {
    const admin = await desk.signIn('admin');
    expect((await admin.post('/api/staff', { email: 'x@y.test', role: 'admin', name: 'x' })).status).toBe(405);
    expect(
      (await admin.agent.put('/api/staff/1').set('X-CSRF-Token', admin.csrfToken).send({ role: 'admin' })).status,
    ).toBe(405);
  });
});
