import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute, row, rows } from '../../db/statement.ts';
import { openConsole, type TestConsole } from './console.ts';

let desk: TestConsole;
beforeEach(async () => {
  desk = await openConsole();
  await desk.context.database.transaction(async (transaction) => {
    for (const [id, uid] of [
      [1, 'u1'],
      [2, 'u2'],
      [3, 'u3'],
    ] as const) {
      await execute(
        transaction,
        `INSERT INTO accounts (id, uid, registered_at, country, account_type, kyc_level, vip_level, import_id)
        VALUES (:id, :uid, 0, 'FR', 'normal', 'advanced', 0, 1)`,
        { id, uid },
      );
    }
    await execute(
      transaction,
      `INSERT INTO account_identities (account_id, email, name) VALUES (1, 'marta@example.test', 'Marta Kowalska')`,
    );
    await execute(
      transaction,
      `INSERT INTO enrolments (activation_id, account_id, programme, activated_at, import_id) VALUES ('a1', 1, 'referral', 0, 1)`,
    );
    await execute(
      transaction,
      `INSERT INTO bindings (invitee_id, inviter_id, kind, bound_at, window_start_at, known_from, import_id) VALUES (2, 1, 'registration', 0, 0, 0, 1)`,
    );
  });
});
afterEach(() => desk.close());

const body = {
  resource: 'affiliates',
  id: 'u1',
  fields: ['email', 'name'],
  reason: 'ticket 4711: the user asked for it',
};

describe('POST /api/reveals', () => {
  it('shows what was asked for, and leaves who, whom, what and why, but not the data', async () => {
    const support = await desk.signIn('support');
    const answer = await support.post('/api/reveals', { ...body, fields: ['email'] });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ fields: { email: 'marta@example.test' } });
    expect(answer.headers['cache-control']).toBe('no-store');
    const stored = await rows(desk.context.database.read, 'SELECT staff_id, account_id, fields, reason FROM reveals');
    expect(stored).toEqual([{ staff_id: 5, account_id: 1, fields: '["email"]', reason: body.reason }]);
    const event = await row<Record<string, string>>(
      desk.context.database.read,
      `SELECT actor, role, subject_type, subject_id, changes, reason FROM audit_events WHERE action = 'account.revealed'`,
    );
    expect(event).toEqual({
      actor: 'support@demo.test',
      role: 'support',
      subject_type: 'affiliates',
      subject_id: 'u1',
      changes: '{"fields":{"new":["email"],"old":null}}',
      reason: body.reason,
    });
    expect(desk.logged()).not.toContain('marta');
  });

  it('answers null where the data has been erased', async () => {
    const support = await desk.signIn('support');
    const answer = await support.post('/api/reveals', { ...body, resource: 'referrals', id: 'u2', fields: ['email'] });
    expect(answer.body).toEqual({ fields: { email: null } });
  });

  it('shows what somebody wrote in an application, to whom it is masked, and leaves it nowhere else (ENR-6)', async () => {
    const support = await desk.signIn('support');
    const wrote = { channels: 'Podcast', audience: 'Savers', text: 'I talk about savings.' };
    const { body: filed } = await support.post('/api/applications', { uid: 'u1', ...wrote });
    expect((await support.agent.get(`/api/applications/${filed.id}`)).body.text).not.toBe(wrote.text);
    const answer = await support.post('/api/reveals', { ...body, resource: 'applications', id: filed.id, fields: ['name', 'channels', 'audience', 'text'] });
    expect(answer.body).toEqual({ fields: { name: 'Marta Kowalska', ...wrote } });
    expect(await rows(desk.context.database.read, 'SELECT account_id, fields FROM reveals')).toEqual([
      { account_id: 1, fields: '["name","channels","audience","text"]' },
    ]);
    expect(await row(desk.context.database.read, `SELECT subject_type, subject_id FROM audit_events WHERE action = 'account.revealed'`)).toEqual({
      subject_type: 'applications', subject_id: filed.id,
    });
    expect(desk.logged()).not.toContain('savings');
  });

  it.each(['operations', 'compliance', 'admin'])('is not for %s', async (who) => {
    const person = await desk.signIn(who);
    expect((await person.post('/api/reveals', body)).status).toBe(403);
  });

  it.each<[object, number, string | undefined]>([
    [{ ...body, reason: 'too short' }, 422, 'reason'],
    [{ ...body, reason: `${' '.repeat(20)}x` }, 422, 'reason'],
    [{ ...body, reason: 'x'.repeat(2001) }, 422, 'reason'],
    [{ ...body, fields: [] }, 422, 'fields'],
    [{ ...body, fields: ['password_hash'] }, 422, 'fields.0'],
    // Only an application has words of the person.
    [{ ...body, fields: ['text'] }, 422, 'text'],
    [{ ...body, resource: 'applications', id: '1', fields: ['text'] }, 404, undefined],
    [{ ...body, resource: 'applications', id: 'u1', fields: ['text'] }, 404, undefined],
    [{ ...body, resource: 'staff', id: '1' }, 422, 'resource'],
    [{ ...body, resource: 'referrals', id: 'u2', fields: ['name'] }, 422, 'name'],
    [{ ...body, staff_id: 1 }, 400, 'staff_id'],
    [{ ...body, id: { $ne: '' } }, 400, 'id'],
    [{ ...body, id: 'nobody' }, 404, undefined],
    // Neither an affiliate nor bound.
    [{ ...body, id: 'u3' }, 404, undefined],
    [{ ...body, id: 'u2' }, 404, undefined],
    [{ ...body, resource: 'referrals', fields: ['email'] }, 404, undefined],
    [[], 400, 'body'],
  ])('refuses %#', async (sent, status, field) => {
    const support = await desk.signIn('support');
    const answer = await support.post('/api/reveals', sent);
    expect(answer.status).toBe(status);
    expect(answer.body.error.details.field).toBe(field);
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM reveals')).toEqual({ n: 0 });
  });

  it('stops at 20 an hour, also when all are asked at once', async () => {
    const support = await desk.signIn('support');
    const answers = await Promise.all(Array.from({ length: 25 }, () => support.post('/api/reveals', body)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(20);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(5);
    desk.pass(3_600_000);
    const later = await desk.signIn('support');
    expect((await later.post('/api/reveals', body)).status).toBe(200);
  });
});
