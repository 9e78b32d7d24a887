/** The second factor: a code of one's device at sign-in, each once (DESIGN 6, CONTRACT 3). */
import request from 'supertest';
import { TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/statement.ts';
import { demoPassword } from '../../seeds/demo/staff.ts';
import { openConsole, type Person, type TestConsole } from './console.ts';

const PATH = '/api/session/second-factor';
const STEP_MS = 30_000;
const email = 'operations@demo.test';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
});
afterEach(() => desk.close());

/** What a device with that secret shows, so many steps from now. */
function shown(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: desk.context.clock.now() + steps * STEP_MS });
}

async function begin(person: Person): Promise<string> {
  const answer = await person.post(PATH, { password: demoPassword });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.secret as string;
}

/** Somebody with a second factor; a step later, so that the code that confirmed it is spent. */
async function withFactor(who = 'operations'): Promise<{ person: Person; secret: string }> {
  const person = await desk.signIn(who);
  const secret = await begin(person);
  expect((await person.put(PATH, { code: shown(secret) })).status).toBe(204);
  desk.pass(STEP_MS);
  return { person, secret };
}

async function signIn(code?: string, password = demoPassword): Promise<[status: number, code: string | undefined]> {
  const { status, body } = await request(desk.app).post('/api/session').send({ email, password, ...(code === undefined ? {} : { code }) });
  return [status, (body as { error?: { code: string } }).error?.code];
}

const written = (): Promise<{ action: string; changes: string }[]> =>
  rows(desk.context.database.read, "SELECT action, changes FROM audit_events WHERE action LIKE 'staff.second%' ORDER BY seq");

describe('setting it up', () => {
  it('takes the password, answers a secret for the device, and counts from the first code on', async () => {
    const person = await desk.signIn('operations');
    const begun = await person.post(PATH, { password: demoPassword });
    expect(begun.body).toEqual({ secret: expect.stringMatching(/^[A-Z2-7]{32}$/), uri: expect.stringMatching(/^otpauth:\/\/totp\/.*operations%40demo\.test\?.*secret=/) });
    expect((await person.agent.get(PATH)).body).toEqual({ since: null });
    expect(await signIn()).toEqual([200, undefined]);
    expect((await person.put(PATH, { code: shown(begun.body.secret) })).status).toBe(204);
    expect((await person.agent.get(PATH)).body).toEqual({ since: '2026-03-11T09:00:00.000Z' });
    expect(await signIn()).toEqual([401, 'second_factor_required']);
    expect(await written()).toEqual([{ action: 'staff.second_factor_set', changes: '{}' }]);
  });

  it('a secret that was begun and not confirmed is forgotten by the next', async () => {
    const person = await desk.signIn('operations');
    const [first, second] = [await begin(person), await begin(person)];
    expect((await person.put(PATH, { code: shown(first) })).body.error.code).toBe('wrong_code');
    expect((await person.put(PATH, { code: shown(second) })).status).toBe(204);
  });

  it('is each one’s own, and once', async () => {
    const { person } = await withFactor();
    expect((await person.post(PATH, { password: demoPassword })).body.error.code).toBe('second_factor_on');
    expect((await person.put(PATH, { code: '000000' })).body.error.code).toBe('second_factor_on');
    expect((await (await desk.signIn('support')).agent.get(PATH)).body).toEqual({ since: null });
  });

  it.each([
    ['post', {}, 400, 'bad_request'],
    ['post', { password: 'not the password' }, 422, 'wrong_password'],
    ['post', { password: demoPassword, staff_id: '2' }, 400, 'bad_request'],
    ['put', { code: '123456' }, 409, 'no_second_factor'],
    ['put', { code: '1'.repeat(17) }, 422, 'bad_value'],
    ['put', { code: 123456 }, 400, 'bad_request'],
  ] as const)('refuses %s %o, and nothing is written', async (verb, body, status, code) => {
    const person = await desk.signIn('operations');
    const answer = await person[verb](PATH, body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(await rows(desk.context.database.read, 'SELECT * FROM second_factors')).toEqual([]);
    expect(await written()).toEqual([]);
  });

  it('takes nothing without a session, nor without its token', async () => {
    expect((await request(desk.app).get(PATH)).status).toBe(401);
    expect((await request(desk.app).post(PATH).send({ password: demoPassword })).status).toBe(401);
    const person = await desk.signIn('operations');
    const answer = await request(desk.app).post(PATH).set('Cookie', person.cookie).send({ password: demoPassword });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'bad_csrf_token']);
  });

  it('whoever found the screen open may not guess the password for long', async () => {
    const person = await desk.signIn('operations');
    const codes: string[] = [];
    for (let turn = 0; turn < 11; turn += 1) codes.push((await person.post(PATH, { password: `guess ${turn}` })).body.error.code);
    expect(codes).toEqual([...Array<string>(10).fill('wrong_password'), 'too_many_requests']);
  });
});

describe('signing in with it', () => {
  it('takes what the device shows, with a space, and one step off either way', async () => {
    const { secret } = await withFactor();
    desk.pass(10 * STEP_MS);
    expect(await signIn(shown(secret, -1))).toEqual([200, undefined]);
    expect(await signIn(shown(secret).replace(/^.../, '$& '))).toEqual([200, undefined]);
    expect(await signIn(shown(secret, 1))).toEqual([200, undefined]);
    desk.pass(10 * STEP_MS);
    expect(await signIn(shown(secret, -2))).toEqual([401, 'bad_second_factor']);
    expect(await signIn(shown(secret, 2))).toEqual([401, 'bad_second_factor']);
  });

  it('takes each code once, and none that is older than the last', async () => {
    const { secret } = await withFactor();
    desk.pass(10 * STEP_MS);
    expect(await signIn(shown(secret))).toEqual([200, undefined]);
    expect(await signIn(shown(secret))).toEqual([401, 'bad_second_factor']);
    expect(await signIn(shown(secret, -1))).toEqual([401, 'bad_second_factor']);
  });

  it('lets one of many at once in with one code', async () => {
    const { secret } = await withFactor();
    const code = shown(secret);
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(code)));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
    expect(answers.filter(([, refused]) => refused === 'bad_second_factor')).toHaveLength(5);
  });

  it('tells nobody who does not know the password that there is one', async () => {
    const { secret } = await withFactor();
    expect(await signIn(undefined, 'not the password')).toEqual([401, 'bad_credentials']);
    expect(await signIn(shown(secret), 'not the password')).toEqual([401, 'bad_credentials']);
    expect(await signIn(shown(secret))).toEqual([200, undefined]);
  });

  it('a wrong code counts as an attempt, a missing one does not', async () => {
    const { secret } = await withFactor();
    for (let turn = 0; turn < 12; turn += 1) expect(await signIn()).toEqual([401, 'second_factor_required']);
    for (let turn = 0; turn < 10; turn += 1) expect(await signIn('12345')).toEqual([401, 'bad_second_factor']);
    expect(await signIn(shown(secret))).toEqual([429, 'too_many_requests']);
    const refusals = await rows<{ subject_id: string }>(desk.context.database.read, "SELECT subject_id FROM audit_events WHERE action = 'session.refused'");
    expect(refusals).toEqual(Array(10).fill({ subject_id: '1' }));
  });

  it('nobody else is asked for one', async () => {
    await withFactor('compliance');
    expect(await signIn()).toEqual([200, undefined]);
    expect(await signIn('')).toEqual([200, undefined]);
  });

  it('keeps the secret out of the audit and the log', async () => {
    const { secret } = await withFactor();
    expect(await signIn(shown(secret))).toEqual([200, undefined]);
    const events = await rows(desk.context.database.read, 'SELECT * FROM audit_events');
    expect(JSON.stringify(events) + desk.logged()).not.toContain(secret);
  });
});

describe('ending it', () => {
  it('takes the password and a code, and leaves its event', async () => {
    const { person, secret } = await withFactor();
    const remove = (body: object) => person.delete(PATH).send(body);
    expect((await remove({ code: shown(secret) })).status).toBe(400);
    expect((await remove({ password: 'not the password', code: shown(secret) })).body.error.code).toBe('wrong_password');
    expect((await remove({ password: demoPassword, code: shown(secret, -1) })).body.error.code).toBe('wrong_code');
    expect((await person.agent.get(PATH)).body.since).not.toBeNull();
    expect((await remove({ password: demoPassword, code: shown(secret) })).status).toBe(204);
    expect(await signIn()).toEqual([200, undefined]);
    expect((await remove({ password: demoPassword, code: shown(secret, 1) })).body.error.code).toBe('no_second_factor');
    expect((await written()).map(({ action }) => action)).toEqual(['staff.second_factor_set', 'staff.second_factor_removed']);
  });

  it('who has lost the device is disabled and, by two people, enabled without it', async () => {
    await withFactor();
    const [admin, compliance] = [await desk.signIn('admin'), await desk.signIn('compliance')];
    expect((await admin.post('/api/staff-changes', { kind: 'disable', staff_id: '1' })).status).toBe(201);
    const asked = await admin.post('/api/staff-changes', { kind: 'enable', staff_id: '1' });
    expect(await signIn()).toEqual([401, 'bad_credentials']);
    const comment = 'They came to the desk in person.';
    expect((await compliance.post(`/api/staff-changes/${asked.body.id}/approve`, { comment })).status).toBe(200);
    expect(await signIn()).toEqual([200, undefined]);
    expect((await written()).map(({ action }) => action)).toEqual(['staff.second_factor_set', 'staff.second_factor_removed']);
  });
});
