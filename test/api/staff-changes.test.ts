import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, row, rows } from '../../db/statement.ts';
import type { ApprovedStaffChange } from '../../server/staff-changes/contract.ts';
import { openConsole, startOfTests, type Person, type TestConsole } from './console.ts';

const HOUR = 3_600_000;
const password = 'a long enough password';
const comment = 'talked to both of them about it';
const newcomer = { kind: 'add', email: 'New.Person@console.test', name: 'New Person', role: 'support' };
/** As the demo staff is numbered. */
const ids = { operations: '1', operations2: '2', compliance: '3', compliance2: '4', support: '5', admin: '6' };

let desk: TestConsole;
let admin: Person;
let compliance: Person;

beforeEach(async () => {
  desk = await openConsole();
  [admin, compliance] = await Promise.all([desk.signIn('admin'), desk.signIn('compliance')]);
});
afterEach(() => desk.close());

const update = (sql: string): Promise<number> => desk.context.database.transaction((transaction) => execute(transaction, sql));

async function asks(wish: object, who = admin): Promise<string> {
  const answer = await who.post('/api/staff-changes', wish);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id as string;
}

async function approves(id: string, who = compliance): Promise<ApprovedStaffChange> {
  const answer = await who.post(`/api/staff-changes/${id}/approve`, { comment });
  expect(answer.status, answer.text).toBe(200);
  return answer.body as ApprovedStaffChange;
}

async function codeOf(answer: PromiseLike<{ status: number; body: { error?: { code: string; details: { field?: string } } } }>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, body.error?.code, ...(body.error?.details.field === undefined ? [] : [body.error.details.field])];
}

function staff(): Promise<{ email: string; role: string; state: string }[]> {
  return rows(desk.context.database.read, 'SELECT email, role, state FROM staff ORDER BY id');
}

const standing = async (id: string): Promise<string> =>
  (await row<{ text: string }>(desk.context.database.read, `SELECT role || ' ' || state AS text FROM staff WHERE id = ${Number(id)}`))?.text ?? 'nobody';

describe('a new member', () => {
  it('is one once compliance agrees, and chooses a password with a token that is told once', async () => {
    const id = await asks({ ...newcomer, reason: 'the second shift needs somebody' });
    expect(await staff()).toHaveLength(6);
    const approved = await approves(id);
    expect(approved).toMatchObject({
      id, kind: 'add', staff_id: '7', email: 'new.person@console.test', name: 'New Person', role_from: null, role_to: 'support', state: 'approved',
      requested_by: 'admin@demo.test', decided_by: 'compliance@demo.test', comment, invitation: { expires_at: new Date(startOfTests + 72 * HOUR).toISOString() },
    });
    const token = approved.invitation?.token ?? '';
    expect(JSON.stringify((await compliance.agent.get(`/api/staff-changes/${id}`)).body)).not.toContain(token);
    expect((await request(desk.app).post('/api/session/password').send({ token, password })).status).toBe(204);
    const signedIn = await request(desk.app).post('/api/session').send({ email: 'new.person@console.test', password });
    expect(signedIn.body.staff).toMatchObject({ role: 'support' });
    const history = await rows<{ line: string }>(desk.context.database.read, `SELECT action || ' ' || actor AS line FROM audit_events WHERE action LIKE 'staff%' ORDER BY seq`);
    expect(history.map((one) => one.line).slice(-4)).toEqual([
      'staff_change.requested admin@demo.test', 'staff.invited compliance@demo.test', 'staff_change.approved compliance@demo.test', 'staff.password_set new.person@console.test',
    ]);
    const changes = JSON.stringify(await rows(desk.context.database.read, 'SELECT changes FROM audit_events'));
    expect(changes).toContain('new.person@console.test');
    for (const text of [changes, desk.logged()]) expect(text).not.toContain(token);
  });

  it('never is one who was rejected or cancelled', async () => {
    const rejected = await asks(newcomer);
    expect((await compliance.post(`/api/staff-changes/${rejected}/reject`, { comment })).body).toMatchObject({ state: 'rejected', staff_id: null });
    const cancelled = await asks(newcomer);
    expect((await admin.post(`/api/staff-changes/${cancelled}/cancel`, {})).body).toMatchObject({ state: 'cancelled' });
    for (const id of [rejected, cancelled]) expect(await codeOf(compliance.post(`/api/staff-changes/${id}/approve`, {}))).toEqual([409, 'not_pending']);
    expect(await staff()).toHaveLength(6);
  });

  it.each<[string, object, unknown[]]>([
    ['an address that is taken', { email: 'Support@demo.test' }, [409, 'email_taken']],
    ['no address', { email: 'somebody' }, [422, 'bad_value', 'email']],
    ['no name', { name: ' ' }, [422, 'bad_value', 'name']],
    ['a role that there is not', { role: 'root' }, [422, 'bad_value', 'role']],
    ['the console’s own role', { role: 'system' }, [422, 'bad_value', 'role']],
    ['a state', { state: 'active' }, [400, 'bad_request', 'state']],
    ['a password', { password_hash: 'x' }, [400, 'bad_request', 'password_hash']],
    ['a number', { staff_id: '1' }, [400, 'bad_request', 'staff_id']],
    ['a kind that there is not', { kind: 'promote' }, [422, 'bad_value', 'kind']],
  ])('is not asked for with %s', async (_what, asked, refusal) => {
    expect(await codeOf(admin.post('/api/staff-changes', { ...newcomer, ...asked }))).toEqual(refusal);
    expect((await admin.agent.get('/api/staff-changes')).body).toEqual([]);
  });

  it('whose address was taken meanwhile is refused at the approval', async () => {
    const id = await asks(newcomer);
    await update(`UPDATE staff SET email = 'new.person@console.test' WHERE id = 5`);
    expect(await codeOf(compliance.post(`/api/staff-changes/${id}/approve`, {}))).toEqual([409, 'email_taken']);
    expect((await admin.agent.get(`/api/staff-changes/${id}`)).body.state).toBe('pending');
  });

  it('is asked for once, also of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.post('/api/staff-changes', newcomer)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    for (const answer of answers) if (answer.status === 409) expect(answer.body.error.code).toBe('already_pending');
  });
});

describe('a member who is there', () => {
  it('keeps role and session until compliance agrees, and loses the session with the role', async () => {
    const support = await desk.signIn('support');
    const id = await asks({ kind: 'role', staff_id: ids.support, role: 'operations' });
    expect((await support.agent.get('/api/session')).body.staff.role).toBe('support');
    const approved = await approves(id);
    expect(approved).toMatchObject({ role_from: 'support', role_to: 'operations', email: 'support@demo.test' });
    expect(approved.invitation).toBeUndefined();
    expect((await support.agent.get('/api/session')).status).toBe(401);
    expect((await (await desk.signIn('support')).agent.get('/api/session')).body.staff.role).toBe('operations');
  });

  it('is disabled at once, with every session, and back only once compliance agrees', async () => {
    const [one, two] = [await desk.signIn('operations'), await desk.signIn('operations')];
    const answer = await admin.post('/api/staff-changes', { kind: 'disable', staff_id: ids.operations });
    expect(answer.body).toMatchObject({ state: 'applied', email: 'operations@demo.test', decided_by: null });
    for (const person of [one, two]) expect((await person.agent.get('/api/affiliates')).status).toBe(401);
    await expect(desk.signIn('operations')).rejects.toThrow('401');
    const id = await asks({ kind: 'enable', staff_id: ids.operations });
    await expect(desk.signIn('operations')).rejects.toThrow('401');
    expect((await approves(id)).invitation).toBeUndefined();
    expect((await one.agent.get('/api/session')).status).toBe(401);
    await desk.signIn('operations');
  });

  it('who never chose a password gets a new token, and the old one is void', async () => {
    const first = await approves(await asks(newcomer));
    const staff_id = first.staff_id ?? '';
    await asks({ kind: 'disable', staff_id });
    const second = await approves(await asks({ kind: 'enable', staff_id }));
    const choose = (token = ''): request.Test => request(desk.app).post('/api/session/password').send({ token, password });
    expect(await standing(staff_id)).toBe('support invited');
    expect((await choose(first.invitation?.token)).status).toBe(401);
    expect((await choose(second.invitation?.token)).status).toBe(204);
  });

  it.each<[string, object, unknown[]]>([
    ['of nobody known', { kind: 'role', staff_id: '99', role: 'admin' }, [422, 'bad_value', 'staff_id']],
    ['of no number', { kind: 'disable', staff_id: '1e3' }, [422, 'bad_value', 'staff_id']],
    ['to the role there is', { kind: 'role', staff_id: ids.support, role: 'support' }, [422, 'no_change']],
    ['of who is enabled', { kind: 'enable', staff_id: ids.support }, [422, 'no_change']],
    ['of one’s own role', { kind: 'role', staff_id: ids.admin, role: 'compliance' }, [403, 'own_account']],
    ['of one’s own place', { kind: 'disable', staff_id: ids.admin }, [403, 'own_account']],
    ['that says more', { kind: 'disable', staff_id: ids.support, role: 'admin' }, [400, 'bad_request', 'role']],
    ['that says too little', { kind: 'role', staff_id: ids.support }, [422, 'bad_value', 'role']],
  ])('changes by no request %s', async (_what, wish, refusal) => {
    const before = await staff();
    expect(await codeOf(admin.post('/api/staff-changes', wish))).toEqual(refusal);
    expect(await staff()).toEqual(before);
  });

  it('is not the last one in compliance who goes', async () => {
    await asks({ kind: 'disable', staff_id: ids.compliance2 });
    expect(await codeOf(admin.post('/api/staff-changes', { kind: 'disable', staff_id: ids.compliance }))).toEqual([409, 'last_of_role']);
    expect(await codeOf(admin.post('/api/staff-changes', { kind: 'role', staff_id: ids.compliance, role: 'support' }))).toEqual([409, 'last_of_role']);
  });

  it('who changed since is refused as stale', async () => {
    const id = await asks({ kind: 'role', staff_id: ids.support, role: 'operations' });
    await asks({ kind: 'disable', staff_id: ids.support });
    expect(await codeOf(compliance.post(`/api/staff-changes/${id}/approve`, {}))).toEqual([409, 'stale']);
    expect(await standing(ids.support)).toBe('support disabled');
  });
});

describe('ATTACKS 12 to 17', () => {
  it('is asked for by admin alone, decided by compliance alone, and read by these two', async () => {
    const id = await asks(newcomer);
    const others = await Promise.all(['operations', 'support'].map((who) => desk.signIn(who)));
    for (const person of [...others, compliance]) expect(await codeOf(person.post('/api/staff-changes', newcomer))).toEqual([403, 'forbidden']);
    for (const person of [...others, admin]) {
      for (const verb of ['approve', 'reject']) expect(await codeOf(person.post(`/api/staff-changes/${id}/${verb}`, { comment }))).toEqual([403, 'forbidden']);
    }
    for (const person of [...others, compliance]) expect(await codeOf(person.post(`/api/staff-changes/${id}/cancel`, {}))).toEqual([403, 'forbidden']);
    for (const person of others) expect((await person.agent.get('/api/staff-changes')).status).toBe(403);
    for (const person of [admin, compliance]) expect((await person.agent.get('/api/staff-changes').query({ filter: '{"state":"pending"}' })).body).toHaveLength(1);
    expect(await codeOf(compliance.post(`/api/staff-changes/${id}/reject`, {}))).toEqual([400, 'bad_request', 'comment']);
    expect(await staff()).toHaveLength(6);
  });

  it('line 12, 13: sent back as a whole, by another method or in bulk, a request stays as it is', async () => {
    const id = await asks(newcomer);
    const { body } = await admin.agent.get(`/api/staff-changes/${id}`);
    for (const person of [admin, compliance]) {
      for (const method of ['put', 'patch', 'delete'] as const) {
        const answer = await person.agent[method](`/api/staff-changes/${id}`).set('X-CSRF-Token', person.csrfToken).send({ ...body, role_to: 'admin', state: 'approved' });
        expect([404, 405]).toContain(answer.status);
      }
      expect([404, 405]).toContain((await person.post('/api/staff-changes/approve', { ids: [id], comment })).status);
    }
    expect(await codeOf(compliance.post(`/api/staff-changes/${id}/approve`, { role: 'admin' }))).toEqual([400, 'bad_request', 'role']);
    expect((await admin.agent.get(`/api/staff-changes/${id}`)).body).toEqual(body);
    expect(await staff()).toHaveLength(6);
  });

  it('line 14: who asked never decides, after coming to another role and with another session either', async () => {
    const id = await asks(newcomer);
    const turned = await asks({ kind: 'role', staff_id: ids.operations, role: 'admin' });
    await update(`UPDATE staff SET role = 'compliance', session_epoch = session_epoch + 1 WHERE id = ${ids.admin}`);
    const inAnotherRole = await desk.signIn('admin');
    for (const request of [id, turned]) {
      for (const verb of ['approve', 'reject']) {
        expect(await codeOf(inAnotherRole.post(`/api/staff-changes/${request}/${verb}`, { comment }))).toEqual([403, 'own_request']);
      }
    }
    expect(await staff()).toHaveLength(6);
  });

  it('line 14: nobody agrees to their own new role', async () => {
    const id = await asks({ kind: 'role', staff_id: ids.compliance, role: 'admin' });
    for (const verb of ['approve', 'reject']) expect(await codeOf(compliance.post(`/api/staff-changes/${id}/${verb}`, { comment }))).toEqual([403, 'own_account']);
    await approves(id, await desk.signIn('compliance2'));
    expect(await standing(ids.compliance)).toBe('admin active');
  });

  it('line 15: twenty decisions at once are one, and make one member', async () => {
    const id = await asks(newcomer);
    const other = await desk.signIn('compliance2');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => n % 2
      ? compliance.post(`/api/staff-changes/${id}/approve`, {}) : other.post(`/api/staff-changes/${id}/${n % 4 ? 'reject' : 'approve'}`, { comment })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const state = (await admin.agent.get(`/api/staff-changes/${id}`)).body.state as string;
    expect(await staff()).toHaveLength(state === 'approved' ? 7 : 6);
  });

  it('line 16: an administrator who is disabled or demoted asks for nothing any more', async () => {
    await asks({ kind: 'role', staff_id: ids.operations, role: 'admin' });
    await approves('1');
    const second = await desk.signIn('operations');
    const [mine, theirs] = await Promise.all([
      admin.post('/api/staff-changes', { kind: 'disable', staff_id: ids.operations }), second.post('/api/staff-changes', { kind: 'disable', staff_id: ids.admin }),
    ]);
    // Of two who disable each other at once one does, and the other is nobody by then.
    expect([mine.status, theirs.status].toSorted()).toEqual([201, 401]);
    const loser = mine.status === 201 ? second : admin;
    for (const wish of [newcomer, { kind: 'disable', staff_id: ids.support }]) expect((await loser.post('/api/staff-changes', wish)).status).toBe(401);
    expect((await staff()).filter(({ role, state }) => role === 'admin' && state === 'active')).toHaveLength(1);
  });

  it('line 16: who decides at the instant of being moved away has done so before, or not at all', async () => {
    const id = await asks(newcomer);
    const [decided] = await Promise.all([
      compliance.post(`/api/staff-changes/${id}/approve`, {}), admin.post('/api/staff-changes', { kind: 'disable', staff_id: ids.compliance }),
    ]);
    expect([200, 401]).toContain(decided.status);
    expect(await staff()).toHaveLength(decided.status === 200 ? 7 : 6);
    expect(await standing(ids.compliance)).toBe('compliance disabled');
  });
});
