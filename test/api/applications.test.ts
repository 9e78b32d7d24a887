import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import type { ImportFigures } from '../../server/feeds/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { verify } from '../../server/verify/service.ts';
import { playOnProduct } from '../engine/play.ts';
import { account, activates, commissionRun, moment, story, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const world = story(
  account('ann', { on: '2026-01-01' }), account('kid', { kyc_level: 'basic' }), account('max', { account_type: 'market_maker', kyc_level: 'none' }),
  account('ada'), activates('ada', 'pro', '2026-01-02'),
  account('guy', { by: 'ann' }), trades('before', 'guy', '2026-03-11 08:59'), trades('after', 'guy', '2026-03-11 09:00'),
);
const given = { uid: 'ann', channels: 'https://video.example/@ann', audience: '20,000 who follow the market', text: 'I write about futures, ann@mail.example' };
const comment = 'her channels are as she says';

let desk: PlayedConsole;
let operations: Person;
let other: Person;

beforeEach(async () => {
  desk = await openPlayed(world);
  [operations, other] = await Promise.all([desk.signIn('operations'), desk.signIn('operations2')]);
});
afterEach(() => desk.close());

async function findings(): Promise<object[]> {
  return (await verify(desk.context.database)).filter((check) => check.wrong > 0);
}

async function files(said: object = {}, who = operations): Promise<string> {
  const answer = await who.post('/api/applications', { ...given, ...said });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id as string;
}

async function codeOf(answer: PromiseLike<{ status: number; body: { error?: { code: string; details: { field?: string; codes?: string[] } } } }>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, body.error?.code, body.error?.details.field ?? body.error?.details.codes].filter((one) => one !== undefined);
}

async function feed(...lines: string[]): Promise<ImportFigures> {
  const bytes = new TextEncoder().encode(['application_id,uid,applied_at,channels,audience,text', ...lines, ''].join('\n'));
  const job = { feed: 'applications', file_name: 'a.csv', bytes_total: bytes.length, dry_run: false, actor: systemActor } as const;
  return (await importFile(desk.context.database, desk.context.clock, job, (async function* () { yield bytes; })())).figures;
}

describe('ENR-6: the queue', () => {
  it('shows what is known about the person, and why it could not be approved now', async () => {
    const id = await files();
    await files({ uid: 'max' });
    const { body } = await operations.agent.get('/api/applications').query({ filter: '{"state":"pending"}', sort: '["id","ASC"]' });
    expect(body[0]).toEqual({
      id, application_id: '~form:1:1', applied_at: '2026-03-11T09:00:00.000Z', source: 'staff', requested_by: 'operations@demo.test',
      requested_at: '2026-03-11T09:00:00.000Z', state: 'pending', decided_by: null, decided_at: null, comment: null, email: 'ann@example.test', name: 'ann',
      registered_at: moment('2026-01-01'), country: 'US', account_type: 'normal', kyc_level: 'advanced', age_hours: 0, refusals: [], ...given,
    });
    expect(body[1]).toMatchObject({ uid: 'max', refusals: ['account_type_not_eligible', 'kyc_not_advanced'] });
  });

  it('hides from support what the person wrote and who it is, and is not for admin', async () => {
    const id = await files();
    const support = await desk.signIn('support');
    const { body } = await support.agent.get(`/api/applications/${id}`);
    expect(body).toMatchObject({ uid: 'ann', channels: '•••', audience: '•••', text: '•••', email: '•••', name: '•••' });
    expect(await codeOf(support.agent.get('/api/applications').query({ filter: '{"email":"ann@example.test"}' }))).toEqual([400, 'bad_request', 'email']);
    expect((await (await desk.signIn('admin')).agent.get('/api/applications')).status).toBe(403);
    expect(await codeOf(support.post(`/api/applications/${id}/approve`, { comment }))).toEqual([403, 'forbidden']);
    expect(await codeOf((await desk.signIn('compliance')).post(`/api/applications/${id}/approve`, { comment }))).toEqual([403, 'forbidden']);
  });

  it.each<[object, unknown[]]>([
    [{ uid: 'nobody' }, [422, 'bad_value', 'uid']],
    [{ channels: ' ' }, [422, 'bad_value', 'channels']],
    [{ text: 'x'.repeat(10_001) }, [422, 'bad_value', 'text']],
    [{ text: undefined }, [400, 'bad_request', 'text']],
    [{ state: 'approved' }, [400, 'bad_request', 'state']],
    [{ uid: 'a\0b' }, [400, 'bad_request']],
  ])('refuses %j', async (said, refusal) => {
    expect(await codeOf(operations.post('/api/applications', { ...given, ...said }))).toEqual(refusal);
    expect(await rows(desk.context.database.read, 'SELECT * FROM applications')).toEqual([]);
  });

  it('one waits at a time; after a decision another may follow', async () => {
    const id = await files();
    expect(await codeOf(other.post('/api/applications', given))).toEqual([409, 'already_pending']);
    await other.post(`/api/applications/${id}/reject`, { comment });
    expect(await files()).not.toBe(id);
  });
});

describe('ENR-6: the decision', () => {
  it('an approval opens the enrolment at that instant, and trades from then on earn', async () => {
    const id = await files();
    expect((await other.post(`/api/applications/${id}/approve`, { comment })).body).toMatchObject({ state: 'approved', decided_by: 'operations2@demo.test', comment, refusals: [] });
    expect((await operations.agent.get('/api/affiliates/ann')).body).toMatchObject({
      programme: 'pro', activated_at: '2026-03-11T09:00:00.000Z', ended_at: null, terms_version: 1,
    });
    desk.pass(86_400_000);
    const { results } = await playOnProduct(desk.context.database, [commissionRun('2026-03-11')]);
    expect(results).toMatchObject([{ records: [{ trade_id: 'after', reason: null, amount: '0.2' }, { trade_id: 'before', reason: 'not_activated' }] }]); // 1 × 20 %
    expect(await findings()).toEqual([]);
  });

  it('is refused where ENR-3 or ENR-4 do not hold, with every code, and nothing happens', async () => {
    const [max, ada] = [await files({ uid: 'max' }), await files({ uid: 'ada' })];
    expect(await codeOf(other.post(`/api/applications/${max}/approve`, { comment })))
      .toEqual([409, 'account_type_not_eligible', ['account_type_not_eligible', 'kyc_not_advanced']]);
    expect(await codeOf(other.post(`/api/applications/${ada}/approve`, { comment }))).toEqual([409, 'already_enrolled', ['already_enrolled']]);
    expect((await operations.agent.get('/api/applications').query({ filter: '{"state":"pending"}' })).body).toHaveLength(2);
    expect((await other.post(`/api/applications/${max}/reject`, { comment })).body).toMatchObject({ state: 'rejected', refusals: [] });
  });

  it('is never for who filed it, needs a reason, and happens once', async () => {
    const id = await files();
    for (const verb of ['approve', 'reject']) {
      expect(await codeOf(operations.post(`/api/applications/${id}/${verb}`, { comment }))).toEqual([403, 'own_request']);
      expect(await codeOf(other.post(`/api/applications/${id}/${verb}`, {}))).toEqual([400, 'bad_request', 'comment']);
      expect(await codeOf(other.post(`/api/applications/${id}/${verb}`, { comment: 'yes' }))).toEqual([422, 'bad_value', 'comment']);
    }
    const answers = await Promise.all([1, 2, 3].map((n) => other.post(`/api/applications/${id}/${n === 2 ? 'reject' : 'approve'}`, { comment })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
    expect(await codeOf(other.post('/api/applications/99/approve', { comment }))).toEqual([404, 'not_found']);
  });

  it('in bulk tells what became of each', async () => {
    const [ann, kid, own] = [await files(), await files({ uid: 'kid' }), await files({ uid: 'guy' }, other)];
    const { body } = await other.post('/api/applications/approve', { ids: [ann, kid, own, '99'], comment });
    expect((body.results as { ok: boolean; code?: string }[]).map(({ ok, code }) => code ?? ok)).toEqual([true, 'kyc_not_advanced', 'own_request', 'not_found']);
  });

  it('leaves its trace in the audit, without what the person wrote', async () => {
    const id = await files();
    await other.post(`/api/applications/${id}/approve`, { comment });
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({ filter: `{"subject_type":"applications","subject_id":"${id}"}`, sort: '["seq","ASC"]' });
    expect((body as { action: string; reason: string | null }[]).map(({ action, reason }) => [action, reason])).toEqual([
      ['application.filed', null], ['application.approved', comment],
    ]);
    expect(JSON.stringify(body) + desk.logged()).not.toMatch(/mail\.example|video\.example/);
  });
});

describe('the feed', () => {
  const line = `a-1,ann,${moment('2026-03-01')},"x, y",many,"says ""hello"""`;
  it('takes rows, knows them again, and refuses what is wrong', async () => {
    expect(await feed(line, line, line.replace('many', 'few'), `a-2,nobody,${moment('2026-03-01')},,,`, `a-3,ann,${moment('2025-03-01')},,,`, 'a-4,ann,now,,,'))
      .toMatchObject({ rows: 6, accepted: 1, duplicates: 1, conflicts: 1, rejected: 3 });
    expect(await feed(line, line.replace('many', 'few'))).toMatchObject({ accepted: 0, duplicates: 1, conflicts: 1 });
    expect(await findings()).toEqual([]);
    expect((await operations.agent.get('/api/applications')).body).toMatchObject([
      { application_id: 'a-1', source: 'feed', requested_by: 'system', applied_at: moment('2026-03-01'), channels: 'x, y', text: 'says "hello"' },
    ]);
  });

  it('what came by feed may be decided by anybody of operations', async () => {
    await feed(line);
    expect((await operations.post('/api/applications/1/approve', { comment })).status).toBe(200);
    expect(await rows(desk.context.database.read, `SELECT activation_id, import_id FROM enrolments WHERE import_id = 0`))
      .toEqual([{ activation_id: 'application:a-1', import_id: 0 }]);
  });
});
