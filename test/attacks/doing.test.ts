import request from 'supertest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute, row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { may, policyOf, resources, roles, type Role } from '../../server/policy/contract.ts';
import type { Refusal } from '../../server/refusal.ts';
import { inviteStaff } from '../../server/staff/service.ts';
import { account, activates, changes, evaluation, story, trades } from '../worlds/story.ts';
import { playOnProduct } from '../engine/play.ts';
import { openPlayed, type PlayedConsole } from '../api/played.ts';
import type { Person } from '../api/console.ts';

/** ATTACKS, "Doing what you may not". */

const comment = 'looked at it with care';
const affiliates = ['ada', 'eve', 'joe'];

/** Each of them is to rise to tier 1. */
const world = story(
  ...affiliates.flatMap((uid) => [
    account(uid, { on: '2025-01-01' }), activates(uid, 'referral', '2026-02-02'), account(`${uid}-old`, { on: '2025-12-20', by: uid }),
    trades(`${uid}-volume`, `${uid}-old`, '2026-02-10', { volume_usdt: '50000' }),
  ]),
  evaluation('2026-01', '2026-02-01 06:00'), evaluation('2026-02', '2026-03-01 06:00'),
);

let desk: PlayedConsole;
let operations: Person;

async function open(): Promise<void> {
  desk = await openPlayed(world);
  operations = await desk.signIn('operations');
}

const tables = [
  'tier_reviews', 'account_states', 'enrolment_periods', 'commission_records', 'runs', 'imports', 'staff', 'rulebooks', 'accounts', 'bindings',
];

/** How many rows there are of everything that matters, and what the reviews say. */
async function state(): Promise<object> {
  const { read } = desk.context.database;
  return [
    await rows(read, tables.map((table) => `SELECT '${table}' AS name, count(*) AS n FROM ${table}`).join(' UNION ALL ')),
    await rows(read, 'SELECT id, state, decided_by, decided_at, comment FROM tier_reviews ORDER BY id'),
    await rows(read, 'SELECT id, role, state FROM staff ORDER BY id'),
  ];
}

const update = (sql: string): Promise<number> => desk.context.database.transaction((transaction) => execute(transaction, sql));

/** A saved view is its author's to change: one that holds anything else is refused for what it says. */
const refusals = (resource: string): number[] => (resource === 'saved-views' ? [400, 403, 404, 405] : [403, 404, 405]);

describe('what nobody may', () => {
  const people = {} as Record<Role, Person>;
  beforeAll(async () => {
    await open();
    for (const role of roles) people[role] = await desk.signIn(role);
  });
  afterAll(() => desk.close());

  // Each role sends it to the record by every method, and to the list by one of them in turn.
  it.each(resources)('line 12: %s cannot be written by sending the record back, with more or less in it', async (resource) => {
    const before = await state();
    for (const [turn, role] of roles.entries()) {
      const { agent, csrfToken, post } = people[role];
      const { body } = await agent.get(`/api/${resource}/1`);
      const record = {
        ...body, id: '1', role: 'admin', state: 'approved', status: 'paid', approved_by: role, decided_by: role,
        created_at: '2020-01-01T00:00:00.000Z', amount: '1000000', tier: 2, tier_to: 2,
      };
      const methods = ['put', 'patch', 'delete'] as const;
      const listMethod = methods[(resources.indexOf(resource) + turn) % methods.length] as (typeof methods)[number];
      for (const [method, path] of [...methods.map((one) => [one, `/api/${resource}/1`] as const), [listMethod, `/api/${resource}`] as const]) {
        const answer = await agent[method](path).set('X-CSRF-Token', csrfToken).send(record);
        expect(refusals(resource), `${role} ${method} ${path} ${answer.text}`).toContain(answer.status);
      }
      if (!policyOf(resource).verbs.create) expect([403, 404, 405]).toContain((await post(`/api/${resource}`, record)).status);
    }
    expect(await state()).toEqual(before);
  });

  it('line 12: what a decision, a run or a sign-in takes beside its own fields is refused, and named', async () => {
    const before = await state();
    const id = await desk.reviewOf('ada');
    const extras = [
      { state: 'approved' }, { decided_by: 'x' }, { decided_at: '2020-01-01T00:00:00Z' }, { tier_to: 2 }, { role: 'admin' }, { id: '2' },
      { evidence: {} }, { affiliate_uid: 'eve' },
    ];
    const [approve, run] = [[`/api/tier-reviews/${id}/approve`, { comment }], ['/api/runs', { kind: 'commission', day: '2026-02-28' }]] as const;
    for (const extra of extras) {
      const [name] = Object.keys(extra) as [string];
      for (const [path, body] of [approve, run]) {
        const answer = await operations.post(path, { ...body, ...extra });
        expect([answer.status, answer.body.error.details.field], `${path} ${name}`).toEqual([400, name]);
      }
    }
    expect(await state()).toEqual(before);
  });

  it('line 12: a query string, a header or another method’s name is no way to a verb', async () => {
    const before = await state();
    const id = await desk.reviewOf('ada');
    for (const path of [`/api/tier-reviews/${id}?_method=PUT`, `/api/tier-reviews/${id}?state=approved`]) {
      expect([400, 404, 405]).toContain((await operations.post(path, { comment }).set('X-HTTP-Method-Override', 'PUT')).status);
    }
    expect((await operations.agent.get(`/api/tier-reviews/${id}/approve`).query({ comment })).status).toBe(404);
    expect((await operations.agent.head(`/api/tier-reviews/${id}/approve`)).status).toBe(404);
    for (const end of ['/Approve', '/approve/approve', '%2fapprove', '/force', '/state']) {
      expect([400, 404, 405], end).toContain((await operations.post(`/api/tier-reviews/${id}${end}`, {})).status);
    }
    expect(await state()).toEqual(before);
  });

  it('line 13: no import changes a tier, and one of accounts changes none that is there', async () => {
    const before = await state();
    const played = await playOnProduct(desk.context.database, story(
      account('ada', { on: '2025-01-01', account_type: 'broker', kyc_level: 'none', email: 'other@example.test' }),
      changes('ada', 'tier' as 'vip_level', '2', '2026-03-01'), changes('ada', 'restriction' as 'vip_level', 'none', '2026-03-01'),
      changes('ada', 'ratio:futures' as 'vip_level', '9', '2026-03-01'),
      activates('ada', 'referral', '2026-03-05', 'a-second-time'),
    ));
    expect(played.results.flatMap((result) => (result.step === 'import' ? result.outcomes : []))).toEqual([
      'conflict', 'rejected:unknown_value', 'rejected:unknown_value', 'rejected:unknown_value', 'rejected:already_enrolled',
    ]);
    const after = await state() as [{ name: string; n: number }[]];
    const of = (counts: { name: string; n: number }[]) => counts.filter(({ name }) => name !== 'imports');
    expect(of(after[0])).toEqual(of((before as [{ name: string; n: number }[]])[0]));
  });

  it('line 14: no role and no session but of operations decides a review', async () => {
    const before = await state();
    const id = await desk.reviewOf('ada');
    for (const who of ['compliance', 'compliance2', 'support', 'admin']) {
      const person = await desk.signIn(who);
      expect((await person.post(`/api/tier-reviews/${id}/approve`, { comment })).body.error.code).toBe('forbidden');
      // With the token of somebody who may, the session is still one's own.
      const borrowed = await person.agent.post(`/api/tier-reviews/${id}/approve`).set('X-CSRF-Token', operations.csrfToken).send({ comment });
      expect(borrowed.body.error.code).toBe('bad_csrf_token');
    }
    expect((await request(desk.app).post(`/api/tier-reviews/${id}/approve`).send({ comment })).status).toBe(401);
    expect(await state()).toEqual(before);
  });

  it('line 17: nobody becomes an administrator over HTTP, and of one address at the machine only one comes about', async () => {
    const me = { email: 'me@evil.test', password: 'a long enough password', role: 'admin', name: 'Me' };
    for (const path of ['/api/staff', '/api/setup', '/api/register', '/api/session/register', '/api/users', '/api/first-admin']) {
      const answer = await request(desk.app).post(path).send(me);
      expect([401, 403], path).toContain(answer.status);
    }
    const member = { email: 'First@Admin.test', name: 'First', role: 'admin' as const };
    const inOtherCase = { ...member, email: 'first@admin.TEST' };
    const made = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => inviteStaff(desk.context, n % 2 ? member : inOtherCase, systemActor)));
    expect(made.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of made) if (one.status === 'rejected') expect((one.reason as Refusal).code).toBe('email_taken');
    expect(await row(desk.context.database.read, `SELECT count(*) AS n FROM staff WHERE email = 'first@admin.test'`)).toEqual({ n: 1 });
  });
});

describe('what happens at once', () => {
  beforeEach(open);
  afterEach(() => desk.close());

  async function decided(uid: string): Promise<{ states: number; events: number; review: string | undefined }> {
    const { read } = desk.context.database;
    const id = await desk.reviewOf(uid);
    const moved = await row<{ n: number }>(read, `SELECT count(*) AS n FROM account_states WHERE cause = 'tier_review:${id}'`);
    const events = await row<{ n: number }>(
      read,
      `SELECT count(*) AS n FROM audit_events
       WHERE subject_type = 'tier-reviews' AND subject_id = :id AND action IN ('tier_review.approved', 'tier_review.rejected')`,
      { id },
    );
    const review = await row<{ state: string }>(read, 'SELECT state FROM tier_reviews WHERE id = :id', { id: Number(id) });
    return { states: moved?.n ?? 0, events: events?.n ?? 0, review: review?.state };
  }

  it('line 15: twenty approvals of one review are one', async () => {
    const second = await desk.signIn('operations2');
    const id = await desk.reviewOf('ada');
    const approve = (person: Person) => person.post(`/api/tier-reviews/${id}/approve`, { comment });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => approve(n % 2 ? operations : second)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    for (const answer of answers) if (answer.status === 409) expect(answer.body.error.code).toBe('not_pending');
    expect(await decided('ada')).toEqual({ states: 1, events: 1, review: 'approved' });
  });

  it('line 15: approving and rejecting at once, singly and in bulk, is one decision each', async () => {
    const second = await desk.signIn('operations2');
    const ids = await Promise.all(affiliates.map((uid) => desk.reviewOf(uid)));
    const sent = [
      ...ids.flatMap((id) => [
        operations.post(`/api/tier-reviews/${id}/approve`, { comment }), second.post(`/api/tier-reviews/${id}/reject`, { comment }),
      ]),
      operations.post('/api/tier-reviews/approve', { ids, comment }),
      second.post('/api/tier-reviews/reject', { ids: [...ids, ...ids].toReversed(), comment }),
    ];
    const answers = await Promise.all(sent);
    const singles = answers.slice(0, 6).map((answer) => answer.status === 200);
    const bulk = answers.slice(6).flatMap((answer) => answer.body.results as { id: string; ok: boolean }[]);
    for (const [index, uid] of affiliates.entries()) {
      const ok = [singles[2 * index], singles[2 * index + 1], ...bulk.filter((one) => one.id === ids[index]).map((one) => one.ok)];
      expect(ok.filter(Boolean), uid).toHaveLength(1);
      const { states, events, review } = await decided(uid);
      expect([states, events], uid).toEqual([review === 'approved' ? 1 : 0, 1]);
    }
  });

  it('line 15: approving while the enrolment ends leaves one or the other, not both', async () => {
    const [answer] = await Promise.all([
      operations.post(`/api/tier-reviews/${await desk.reviewOf('ada')}/approve`, { comment }),
      playOnProduct(desk.context.database, story(changes('ada', 'account_type', 'broker', '2026-03-10'))),
    ]);
    expect([200, 409]).toContain(answer.status);
    const { states, review } = await decided('ada');
    // Before: the tier moved, then the enrolment ended. After: withdrawn, and no tier was moved.
    expect([[1, 'approved'], [0, 'withdrawn']]).toContainEqual([states, review]);
    expect(answer.status === 200).toBe(review === 'approved');
  });

  it('line 16: a role that was taken away is gone from the live session, at once', async () => {
    const id = await desk.reviewOf('ada');
    await update(`UPDATE staff SET role = 'support' WHERE email = 'operations@demo.test'`);
    const answer = await operations.post(`/api/tier-reviews/${id}/approve`, { comment });
    expect([401, 403]).toContain(answer.status);
    expect((await operations.post('/api/runs', { kind: 'commission', day: '2026-02-28' })).status).toBe(answer.status);
    const list = await operations.agent.get('/api/affiliates');
    expect([200, 401]).toContain(list.status);
    expect(list.text).not.toContain('@example.test');
    expect(await decided('ada')).toEqual({ states: 0, events: 0, review: 'pending' });
  });

  it('line 16: who is disabled is out, and a role that does not exist gives nothing', async () => {
    const id = await desk.reviewOf('ada');
    await update(`UPDATE staff SET state = 'disabled' WHERE email = 'operations@demo.test'`);
    const approve = await operations.post(`/api/tier-reviews/${id}/approve`, { comment });
    for (const answer of [approve, await operations.agent.get('/api/affiliates'), await operations.agent.get('/api/session')]) {
      expect(answer.status).toBe(401);
    }
    expect(await decided('ada')).toEqual({ states: 0, events: 0, review: 'pending' });
    for (const role of ['root', '', '__proto__', 'constructor', 'system']) {
      for (const resource of resources) {
        for (const verb of ['read', 'create', 'approve', 'export'] as const) expect(may(role as 'admin', resource, verb)).toBe(false);
      }
    }
  });

  it('line 16: where the session cannot be looked up nobody gets in', async () => {
    const { createApp } = await import('../../server/http/app.ts');
    const asked = () => {
      const answer = Promise.reject(Object.assign(new Error('terminating'), { code: '57P01' }));
      return Object.assign(answer, { options: () => answer });
    };
    const failing = Object.assign(() => Promise.reject(new Error('away')), {
      raw: asked,
      client: desk.context.database.read.client,
    });
    const app = createApp({ ...desk.context, database: { ...desk.context.database, read: failing as never } });
    const answer = await request(app).get('/api/affiliates').set('Cookie', operations.cookie);
    expect(answer.status).toBe(503);
    const { cookie, csrfToken } = operations;
    const approve = await request(app).post(`/api/tier-reviews/1/approve`).set('Cookie', cookie).set('X-CSRF-Token', csrfToken).send({ comment });
    expect(approve.status).toBe(503);
  });

  it('line 18: in bulk, what succeeds and what does not is told per id', async () => {
    const [ada, eve] = await Promise.all(['ada', 'eve'].map((uid) => desk.reviewOf(uid)));
    await operations.post(`/api/tier-reviews/${eve}/reject`, { comment });
    const odd = ['', ' ', '0', '-1', '1.5', '1e3', '999999', '__proto__', "1' OR 1=1", '９'];
    const { body } = await operations.post('/api/tier-reviews/approve', { ids: [...odd.slice(1), ada, eve], comment });
    expect(body.results).toEqual([
      ...odd.slice(1).map((id) => ({ id, ok: false, code: 'not_found' })), { id: ada, ok: true }, { id: eve, ok: false, code: 'not_pending' },
    ]);
    expect((await operations.post('/api/tier-reviews/approve', { ids: odd, comment })).status).toBe(422);
    expect((await decided('joe')).review).toBe('pending');
  });
});
