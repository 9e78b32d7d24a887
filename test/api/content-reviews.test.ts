import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row } from '../../db/statement.ts';
import { account, activates, moment, story } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const text = 'Join with my link and trade.';
const comment = 'seen the page, and a copy of it is kept';
const given = { affiliate_uid: 'ada', url: 'https://ada.example.com/join', channel: 'a blog', text };
const rejection = { reason_code: 'quality', comment };

let desk: PlayedConsole;
let operations: Person;
let compliance: Person;

beforeEach(async () => {
  desk = await openPlayed(story(account('ada', { on: '2026-02-01' }), activates('ada', 'referral', '2026-02-02'), account('idle', { on: '2026-02-01' })));
  desk.pass(Date.parse(moment('2026-03-11 09:00')) - desk.context.clock.now());
  [operations, compliance] = await Promise.all([desk.signIn('operations'), desk.signIn('compliance')]);
});
afterEach(() => desk.close());

async function submits(asked: object = {}, who = operations): Promise<string> {
  const answer = await who.post('/api/content-reviews', { ...given, ...asked });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id as string;
}

async function codeOf(answer: PromiseLike<{ status: number; body: { error?: { code: string; details: { field?: string } } } }>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, body.error?.code, ...(body.error?.details.field === undefined ? [] : [body.error.details.field])];
}

async function count(table: string): Promise<number | undefined> {
  return (await row<{ n: number }>(desk.context.database.read, `SELECT count(*) AS n FROM ${table}`))?.n;
}

describe('CAM-5: handing in', () => {
  it('keeps what was handed in, and flags what resembles an official domain', async () => {
    const id = await submits({ url: 'https://binance-bonus.com/', text: 'Ask @Binance_Help' });
    const { body } = await compliance.agent.get(`/api/content-reviews/${id}`);
    expect(body).toEqual({
      id, affiliate_uid: 'ada', url: 'https://binance-bonus.com/', channel: 'a blog', text: 'Ask @Binance_Help', look_alike: true,
      look_alikes: [
        { place: 'url', found: 'binance-bonus.com', shown: 'binance-bonus.com', resembles: 'binance.com', kind: 'inserted_words', distance: null },
        { place: 'text', found: '@Binance_Help', shown: '@Binance_Help', resembles: 'binance.com', kind: 'handle', distance: null },
      ],
      requested_by: 'operations@demo.test', requested_at: moment('2026-03-11 09:00'), state: 'pending', decided_by: null, decided_at: null, comment: null,
      reason_code: null, issued: null, age_hours: 0, history: { pending: 0, approved: 0, rejected: 0, reasons: {} },
    });
    await submits();
    const flagged = await compliance.agent.get('/api/content-reviews').query({ filter: '{"look_alike":true}' });
    expect((flagged.body as { id: string }[]).map((one) => one.id)).toEqual([id]);
  });

  it.each<[string, object, unknown[]]>([
    ['nobody known', { affiliate_uid: 'nobody' }, [422, 'bad_value', 'affiliate_uid']],
    ['an account that never enrolled', { affiliate_uid: 'idle' }, [422, 'bad_value', 'affiliate_uid']],
    ['a script', { url: 'java\tscript:alert(1)' }, [422, 'bad_value', 'url']],
    ['a script in capitals', { url: 'JavaScript:alert(1)' }, [422, 'bad_value', 'url']],
    ['data', { url: 'data:text/html,x' }, [422, 'bad_value', 'url']],
    ['no URL', { url: '' }, [422, 'bad_value', 'url']],
    ['10,001 characters', { text: 'a'.repeat(10_001) }, [422, 'bad_value', 'text']],
    ['no text', { text: ' ' }, [422, 'bad_value', 'text']],
    ['no channel', { channel: '' }, [422, 'bad_value', 'channel']],
    ['its own decision', { state: 'approved' }, [400, 'bad_request', 'state']],
    ['its own flag', { look_alikes: [] }, [400, 'bad_request', 'look_alikes']],
    ['a NUL', { text: `${text}\0` }, [400, 'bad_request']],
    ['10 MB', { text: 'a'.repeat(10_000_000) }, [413, 'too_large_body']],
  ])('is refused where it holds %s, and nothing is written', async (_what, asked, refusal) => {
    expect(await codeOf(operations.post('/api/content-reviews', { ...given, ...asked }))).toEqual(refusal);
    expect([await count('content_reviews'), await count('free_texts')]).toEqual([0, 0]);
  });

  it('of one address waits once, however often it is sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => operations.post('/api/content-reviews', given)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await codeOf(operations.post('/api/content-reviews', given))).toEqual([409, 'already_pending']);
    await compliance.post(`/api/content-reviews/1/reject`, rejection);
    await submits();
  });

  it('is for operations and compliance, deciding for compliance, reading not for admin', async () => {
    const [support, admin] = [await desk.signIn('support'), await desk.signIn('admin')];
    for (const person of [support, admin]) expect(await codeOf(person.post('/api/content-reviews', given))).toEqual([403, 'forbidden']);
    const id = await submits();
    for (const person of [operations, support, admin]) {
      for (const verb of ['approve', 'reject']) {
        expect(await codeOf(person.post(`/api/content-reviews/${id}/${verb}`, rejection))).toEqual([403, 'forbidden']);
        expect(await codeOf(person.post(`/api/content-reviews/${verb}`, { ids: [id], ...rejection }))).toEqual([403, 'forbidden']);
      }
    }
    expect(await codeOf(admin.agent.get('/api/content-reviews'))).toEqual([403, 'forbidden']);
    expect((await support.agent.get(`/api/content-reviews/${id}`)).body).toMatchObject({ state: 'pending', text });
  });
});

describe('CAM-5: deciding', () => {
  it('gives the decision out in four languages, and counts in the affiliate’s history', async () => {
    const [first, second] = [await submits(), await submits({ url: 'https://ada.example.com/other' })];
    const rejected = await compliance.post(`/api/content-reviews/${first}/reject`, { reason_code: 'third_party_rights', comment });
    expect(rejected.body).toMatchObject({ state: 'rejected', reason_code: 'third_party_rights', comment, decided_by: 'compliance@demo.test', decided_at: moment('2026-03-11 09:00') });
    expect(Object.keys(rejected.body.issued)).toEqual(['en', 'fr', 'de', 'fa']);
    expect(rejected.body.issued.en).toMatch(/is not approved and may not be used\. It uses names, marks/);
    // The comment is for the house.
    expect(JSON.stringify(rejected.body.issued)).not.toContain(comment);
    const approved = await compliance.post(`/api/content-reviews/${second}/approve`, {});
    expect(approved.body).toMatchObject({
      state: 'approved', reason_code: null, comment: null, history: { pending: 0, approved: 0, rejected: 1, reasons: { third_party_rights: 1 } },
    });
    expect(approved.body.issued.de).toContain('ist freigegeben');
    const { body } = await compliance.agent.get('/api/content-reviews').query({ filter: '{"affiliate_uid":"ada"}', sort: '["id","ASC"]' });
    expect((body as { state: string; history: object }[]).map(({ state, history }) => [state, history])).toEqual([
      ['rejected', { pending: 0, approved: 1, rejected: 0, reasons: {} }],
      ['approved', { pending: 0, approved: 0, rejected: 1, reasons: { third_party_rights: 1 } }],
    ]);
  });

  it('a rejection names a reason of the catalogue and has a comment', async () => {
    const id = await submits();
    expect(await codeOf(compliance.post(`/api/content-reviews/${id}/reject`, { comment }))).toEqual([422, 'bad_value', 'reason_code']);
    expect(await codeOf(compliance.post(`/api/content-reviews/${id}/reject`, { reason_code: 'ugly', comment }))).toEqual([422, 'bad_value', 'reason_code']);
    expect(await codeOf(compliance.post(`/api/content-reviews/${id}/reject`, { reason_code: 'quality' }))).toEqual([400, 'bad_request', 'comment']);
    expect(await codeOf(compliance.post(`/api/content-reviews/${id}/approve`, rejection))).toEqual([400, 'bad_request', 'reason_code']);
    expect(await codeOf(compliance.post(`/api/content-reviews/${id}/approve`, { state: 'approved' }))).toEqual([400, 'bad_request', 'state']);
    expect((await compliance.agent.get(`/api/content-reviews/${id}`)).body.state).toBe('pending');
  });

  it('in bulk tells what became of each', async () => {
    const done = await submits({ url: 'https://a.example.com/' });
    await compliance.post(`/api/content-reviews/${done}/approve`, {});
    const [first, own] = [await submits(), await submits({ url: 'https://b.example.com/' }, compliance)];
    const { body } = await compliance.post('/api/content-reviews/reject', { ids: [first, own, done, '99', 'x'], ...rejection });
    expect((body.results as { id: string; ok: boolean; code?: string }[]).map(({ id, ok, code }) => [id, ok, code])).toEqual([
      [first, true, undefined], [own, false, 'own_request'], [done, false, 'not_pending'], ['99', false, 'not_found'], ['x', false, 'not_found'],
    ]);
    const other = await desk.signIn('compliance2');
    expect((await other.post('/api/content-reviews/approve', { ids: [own] })).body.results).toEqual([{ id: own, ok: true }]);
  });

  it('leaves its trace in the audit, without what was handed in', async () => {
    const id = await submits();
    await compliance.post(`/api/content-reviews/${id}/reject`, rejection);
    const { body } = await compliance.agent.get('/api/audit-events').query({ filter: `{"subject_type":"content-reviews","subject_id":"${id}"}`, sort: '["seq","ASC"]' });
    expect((body as { action: string; actor: string; reason: string | null }[]).map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['content_review.submitted', 'operations@demo.test', null], ['content_review.rejected', 'compliance@demo.test', comment],
    ]);
    expect(JSON.stringify(body)).not.toContain(text);
  });
});

describe('ATTACKS 12 to 18', () => {
  it('line 12, 13: sent back as a whole, a submission stays as it is', async () => {
    const id = await submits();
    const { body } = await compliance.agent.get(`/api/content-reviews/${id}`);
    for (const method of ['put', 'patch', 'delete'] as const) {
      const answer = await compliance.agent[method](`/api/content-reviews/${id}`).set('X-CSRF-Token', compliance.csrfToken).send({ ...body, state: 'approved' });
      expect([404, 405]).toContain(answer.status);
    }
    expect((await compliance.agent.get(`/api/content-reviews/${id}`)).body).toEqual(body);
  });

  it('line 14: nobody decides what they handed in, with a second session either', async () => {
    const id = await submits({}, compliance);
    for (const who of [compliance, await desk.signIn('compliance')]) {
      for (const verb of ['approve', 'reject']) {
        expect(await codeOf(who.post(`/api/content-reviews/${id}/${verb}`, verb === 'reject' ? rejection : {}))).toEqual([403, 'own_request']);
      }
    }
  });

  it('line 15: twenty decisions at once are one', async () => {
    const id = await submits();
    const other = await desk.signIn('compliance2');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => n % 2
      ? compliance.post(`/api/content-reviews/${id}/approve`, {}) : other.post(`/api/content-reviews/${id}/reject`, rejection)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const events = await row(desk.context.database.read,
      `SELECT count(*) AS n FROM audit_events WHERE action IN ('content_review.approved', 'content_review.rejected')`);
    expect(events).toEqual({ n: 1 });
  });
});
