import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, row } from '../../db/statement.ts';
import { demoPassword } from '../../seeds/demo/staff.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
});
afterEach(() => desk.close());

const email = 'operations@demo.test';
const signInBody = { email, password: demoPassword };
const MINUTE = 60_000;

function update(sql: string): Promise<number> {
  return desk.context.database.transaction((transaction) => execute(transaction, sql));
}

describe('signing in', () => {
  it('answers who it is and the token, with a cookie that scripts and other sites cannot use', async () => {
    const answer = await request(desk.app)
      .post('/api/session')
      .send({ ...signInBody, email: ' Operations@Demo.TEST ' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      staff: { id: '1', email, name: 'Amélie Fournier', role: 'operations', language: null },
      csrf_token: expect.stringMatching(/^[\w-]{43}$/),
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('makes the cookie Secure behind TLS', async () => {
    const answer = await request(desk.app).post('/api/session').set('X-Forwarded-Proto', 'https').send(signInBody);
    expect(String(answer.headers['set-cookie'])).toContain('; Secure');
  });

  it('keeps neither the session id nor the e-mail address of an attempt in the clear', async () => {
    const answer = await request(desk.app).post('/api/session').send(signInBody);
    const secret = /session=([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1];
    await request(desk.app).post('/api/session').send({ email: 'somebody@else.test', password: 'x' });
    const stored = await row<{ sid: string }>(desk.context.database.read, 'SELECT sid FROM sessions');
    expect(stored?.sid).not.toBe(secret);
    const attempt = await row<{ email: string }>(desk.context.database.read, 'SELECT email FROM sign_in_failures');
    expect(attempt?.email).not.toContain('somebody');
  });

  it.each([
    ['a wrong password', { email, password: 'wrong' }],
    ['nobody', { email: 'nobody@demo.test', password: demoPassword }],
  ])('refuses %s in the same words', async (_, body) => {
    const answer = await request(desk.app).post('/api/session').send(body);
    expect(answer.status).toBe(401);
    expect(answer.body.error).toEqual({
      code: 'bad_credentials',
      message: 'E-mail or password is wrong.',
      details: {},
    });
  });

  it('refuses a disabled member and one who has no password yet', async () => {
    await update(`UPDATE staff SET state = 'disabled' WHERE id = 1`);
    expect((await request(desk.app).post('/api/session').send(signInBody)).status).toBe(401);
    await update(`UPDATE staff SET state = 'invited', password_hash = NULL WHERE id = 1`);
    expect((await request(desk.app).post('/api/session').send(signInBody)).status).toBe(401);
  });

  it.each([
    ['text/plain', JSON.stringify(signInBody)],
    ['application/x-www-form-urlencoded', 'email=operations%40demo.test&password=demo-Password-1'],
  ])('takes no %s', async (type, body) => {
    const answer = await request(desk.app).post('/api/session').set('Content-Type', type).send(body);
    expect(answer.status).toBe(415);
  });

  it.each([
    [{ Origin: 'https://evil.test' }],
    [{ Origin: 'null' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
  ])('takes nothing from another site: %o', async (headers) => {
    const answer = await request(desk.app).post('/api/session').set(headers).send(signInBody);
    expect(answer.status).toBe(403);
    expect(answer.body.error.code).toBe('bad_origin');
  });

  it('takes the page of its own origin', async () => {
    const headers = { Host: 'console.test', Origin: 'https://console.test', 'Sec-Fetch-Site': 'same-origin' };
    expect((await request(desk.app).post('/api/session').set(headers).send(signInBody)).status).toBe(200);
  });

  it.each([
    [{ ...signInBody, role: 'admin' }, 'role'],
    [{ email, password: ['x'] }, 'password'],
    [{ password: 'x' }, 'email'],
  ])('names the field that is wrong in %o', async (body, field) => {
    const answer = await request(desk.app).post('/api/session').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.field).toBe(field);
  });

  it('gives a new session id each time and ends the one that the browser brought', async () => {
    const first = await desk.signIn('operations');
    expect((await request(desk.app).get('/api/session').set('Cookie', first.cookie)).status).toBe(200);
    await first.agent.post('/api/session').send(signInBody);
    const old = await request(desk.app).get('/api/session').set('Cookie', first.cookie);
    expect(old.status).toBe(401);
    expect((await first.agent.get('/api/session')).status).toBe(200);
  });

  it('takes no session id that it did not give', async () => {
    const chosen = `session=${'A'.repeat(43)}`;
    const answer = await request(desk.app).post('/api/session').set('Cookie', chosen).send(signInBody);
    expect(String(answer.headers['set-cookie'])).not.toContain('AAAAAAAA');
    expect((await request(desk.app).get('/api/session').set('Cookie', chosen)).status).toBe(401);
  });
});

describe('a session', () => {
  it('answers GET with the same body as signing in', async () => {
    const person = await desk.signIn('support');
    const answer = await person.agent.get('/api/session');
    expect(answer.body).toMatchObject({
      staff: { email: 'support@demo.test', role: 'support' },
      csrf_token: person.csrfToken,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('ends with DELETE, and its cookie is worth nothing then', async () => {
    const person = await desk.signIn('operations');
    expect((await person.delete('/api/session')).status).toBe(204);
    expect((await request(desk.app).get('/api/session').set('Cookie', person.cookie)).status).toBe(401);
  });

  it('ends after 30 idle minutes, and is kept by use', async () => {
    const person = await desk.signIn('operations');
    desk.pass(29 * MINUTE);
    expect((await person.agent.get('/api/session')).status).toBe(200);
    await expect
      .poll(
        async () =>
          (await row<{ at: number }>(desk.context.database.read, 'SELECT touched_at AS at FROM sessions'))?.at,
      )
      .toBe(desk.context.clock.now());
    desk.pass(29 * MINUTE);
    expect((await person.agent.get('/api/session')).status).toBe(200);
    desk.pass(31 * MINUTE);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it('is not kept by what a page asks by itself', async () => {
    const person = await desk.signIn('operations');
    desk.pass(29 * MINUTE);
    expect((await person.agent.get('/api/session').set('X-Unattended', '1')).status).toBe(200);
    desk.pass(2 * MINUTE);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it('ends after 12 hours however much it is used', async () => {
    const person = await desk.signIn('operations');
    await update('UPDATE sessions SET touched_at = touched_at + 86400000');
    desk.pass(12 * 60 * MINUTE - 1);
    expect((await person.agent.get('/api/session')).status).toBe(200);
    desk.pass(1);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it('does not last longer when the clock is set back', async () => {
    const person = await desk.signIn('operations');
    desk.pass(-31 * 24 * 60 * MINUTE);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it.each([
    ['disabled', `UPDATE staff SET state = 'disabled' WHERE id = 1`],
    ['given another role or password', 'UPDATE staff SET session_epoch = session_epoch + 1 WHERE id = 1'],
  ])('ends at once when its member is %s', async (_, sql) => {
    const person = await desk.signIn('operations');
    await update(sql);
    expect((await person.agent.get('/api/session')).status).toBe(401);
  });

  it('ends with the secret that keys it', async () => {
    const person = await desk.signIn('operations');
    const other = await openConsole({ SESSION_SECRET: 'another secret, also long enough' });
    expect((await request(other.app).get('/api/session').set('Cookie', person.cookie)).status).toBe(401);
    await other.close();
  });

  it('is asked for everywhere under /api', async () => {
    for (const path of [
      '/api/audit-events',
      '/api/staff',
      '/api/nothing',
      '/api/session',
      '/API/staff',
      '/api/staff/1',
    ]) {
      expect((await request(desk.app).get(path)).status, path).toBe(401);
    }
    expect((await request(desk.app).post('/api/reveals').send({})).status).toBe(401);
  });
});

describe('the CSRF token', () => {
  it.each([
    ['none', undefined],
    ['a foreign one', 'A'.repeat(43)],
    ['an empty one', ''],
  ])('refuses %s', async (_, token) => {
    const person = await desk.signIn('support');
    const post = person.agent.post('/api/reveals');
    const answer = await (token === undefined ? post : post.set('X-CSRF-Token', token)).send({});
    expect(answer.status).toBe(403);
    expect(answer.body.error.code).toBe('bad_csrf_token');
    const gone = await person.agent.delete('/api/session');
    expect(gone.status).toBe(403);
  });

  it('of another session is refused', async () => {
    const [one, other] = [await desk.signIn('support'), await desk.signIn('support')];
    expect((await one.agent.delete('/api/session').set('X-CSRF-Token', other.csrfToken)).status).toBe(403);
  });
});

describe('guessing', () => {
  const guess = (body: object, headers: Record<string, string> = {}) =>
    request(desk.app).post('/api/session').set(headers).send(body);

  it('is stopped for one account, whatever address is claimed, and right passwords too', async () => {
    for (let n = 0; n < 10; n++) {
      const answer = await guess(
        { email: n % 2 ? email : email.toUpperCase(), password: `wrong ${n}` },
        { 'X-Forwarded-For': `10.0.0.${n}` },
      );
      expect(answer.status).toBe(401);
    }
    const answer = await guess(signInBody, { 'X-Forwarded-For': '10.9.9.9' });
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('900');
    expect((await guess({ email: 'support@demo.test', password: demoPassword })).status).toBe(200);
    desk.pass(15 * MINUTE + 1);
    expect((await guess(signInBody)).status).toBe(200);
  });

  it('answers the same for an account that does not exist', async () => {
    for (let n = 0; n < 10; n++)
      expect((await guess({ email: 'nobody@demo.test', password: 'wrong' })).status).toBe(401);
    expect((await guess({ email: 'nobody@demo.test', password: 'wrong' })).status).toBe(429);
  });

  it('of many accounts from one address is stopped', async () => {
    for (let n = 0; n < 50; n++) {
      const answer = await guess(
        { email: `guess${n}@demo.test`, password: 'wrong' },
        { 'X-Forwarded-For': `10.1.0.${n}`, Forwarded: `for=10.1.0.${n}` },
      );
      expect(answer.status).toBe(401);
    }
    expect((await guess(signInBody, { 'X-Real-IP': '10.2.0.1' })).status).toBe(429);
  });

  it('gets no more through by asking all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess({ email, password: 'wrong' })));
    expect(answers.filter((answer) => answer.status === 401).length).toBeLessThanOrEqual(10);
    expect(answers.every((answer) => [401, 429].includes(answer.status))).toBe(true);
  });

  it('is not what successful sign-ins are', async () => {
    for (let n = 0; n < 12; n++) expect((await guess(signInBody)).status).toBe(200);
  });
});

describe('the demo sign-ins', () => {
  it('are shown where DEMO=1 only', async () => {
    const answer = await request(desk.app).get('/api/session/demo');
    expect(answer.body.password).toBe(demoPassword);
    expect(answer.body.staff).toHaveLength(6);
    const other = await openConsole({ DEMO: '0' });
    expect((await request(other.app).get('/api/session/demo')).status).toBe(404);
    await other.close();
  });
});
