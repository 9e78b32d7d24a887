import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { runEvaluation } from '../../server/evaluations/run.ts';
import { verify } from '../../server/verify/service.ts';
import type { Step } from '../worlds/naive.ts';
import { account, activates, evaluation, moment, story, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

const text = 'the venue was closed for two weeks in August';
const comment = 'seen the notice of the venue, it is as told';
/** Contains the qualification's instant: the first of September. */
const period = { programme: 'partner', from: moment('2026-08-20'), to: moment('2026-09-01 00:01') };

/** Clients that brought their partner to Advanced in June: 5 + 5 + 5 = 15 million; with 5 + 5 + 3 = 13 in August it falls to Partner. */
function falling(uid: string): Step[] {
  const volumes = { '2026-04': 5, '2026-05': 5, '2026-06': 5, '2026-07': 5, '2026-08': 3 };
  return [
    account(uid, { on: '2026-04-01' }), account(`${uid}-client`, { on: '2026-04-01', by: uid }), activates(uid, 'partner', '2026-04-02'),
    ...Object.entries(volumes).map(([month, volume]) =>
      trades(`${uid}-${month}`, `${uid}-client`, `${month}-15`, { volume_usdt: `${volume}000000` })),
  ];
}

const summer = story(
  falling('pam'), falling('pat'), account('rita', { on: '2026-04-01' }), activates('rita', 'referral', '2026-04-02'),
  account('idle', { on: '2026-04-01' }),
  ['2026-04', '2026-05', '2026-06', '2026-07'].map((month) => evaluation(month)),
);

let desk: PlayedConsole;
let one: Person;
let other: Person;

beforeEach(async () => {
  desk = await openPlayed(summer);
  desk.pass(Date.parse(moment('2026-09-01 06:00')) - desk.context.clock.now());
  [one, other] = await Promise.all([desk.signIn('operations'), desk.signIn('operations2')]);
});
afterEach(() => desk.close());

async function requests(asked: object = {}, who = one): Promise<string> {
  const answer = await who.post('/api/boosts', { ...period, affiliate_uid: 'pam', text, ...asked });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id as string;
}

async function codeOf(answer: PromiseLike<{ status: number; body: { error?: { code: string; details: { field?: string } } } }>): Promise<unknown[]> {
  const { status, body } = await answer;
  return [status, body.error?.code, ...(body.error?.details.field === undefined ? [] : [body.error.details.field])];
}

/** The outcome of August by affiliate, as `retention boosted`. */
async function august(): Promise<Record<string, string>> {
  await runEvaluation(desk.context.database, desk.context.clock, '2026-08', systemActor);
  const list = await rows<{ uid: string; outcome: string; boosted: number; tier: string }>(
    desk.context.database.read,
    `SELECT a.uid, e.outcome, e.boosted, (SELECT s.value FROM account_states s WHERE s.account_id = a.id AND s.field = 'tier'
       AND s.known_to = 8640000000000000 AND s.to_at = 8640000000000000) AS tier
     FROM evaluations e JOIN accounts a ON a.id = e.affiliate_id WHERE e.month = '2026-08' AND e.programme = 'partner'`,
  );
  expect((await verify(desk.context.database)).filter((check) => check.wrong > 0)).toEqual([]);
  return Object.fromEntries(list.map((item) => [item.uid, `${item.outcome}${item.boosted === 1 ? ' boosted' : ''} ${item.tier}`]));
}

describe('TIE-9: what a boost protects', () => {
  it('nobody without one', async () => {
    expect(await august()).toEqual({ pam: 'demotion 0', pat: 'demotion 0' });
  });

  it('nobody while it is only asked for, or rejected', async () => {
    await requests();
    const rejected = await requests({ affiliate_uid: 'pat' });
    expect((await other.post(`/api/boosts/${rejected}/reject`, { comment })).status).toBe(200);
    expect(await august()).toEqual({ pam: 'demotion 0', pat: 'demotion 0' });
  });

  it('the affiliate that it names, once approved', async () => {
    const id = await requests();
    expect((await other.post(`/api/boosts/${id}/approve`, {})).status).toBe(200);
    expect(await august()).toEqual({ pam: 'retention boosted 1', pat: 'demotion 0' });
    expect(await row(desk.context.database.read,
      'SELECT p.cause, p.programme, v.cause AS revision FROM boost_periods p JOIN revisions v ON v.seq = p.known_from'))
      .toEqual({ cause: `boost:${id}`, programme: 'partner', revision: `boost:${id}` });
  });

  it('the whole programme where it names nobody', async () => {
    const id = await requests({ affiliate_uid: null });
    expect((await other.post(`/api/boosts/${id}/approve`, { comment })).body).toMatchObject({ affiliate_uid: null, state: 'approved', comment });
    expect(await august()).toEqual({ pam: 'retention boosted 1', pat: 'retention boosted 1' });
  });

  it('only if it contains the instant of the qualification: the first of the month, the end excluded', async () => {
    const ends = await requests({ to: moment('2026-09-01') });
    const begins = await requests({ affiliate_uid: 'pat', from: moment('2026-09-01'), to: moment('2026-09-02') });
    for (const id of [ends, begins]) await other.post(`/api/boosts/${id}/approve`, {});
    expect(await august()).toEqual({ pam: 'demotion 0', pat: 'retention boosted 1' });
  });

  it('nothing that was judged before its approval', async () => {
    const id = await requests();
    const before = await august();
    expect((await other.post(`/api/boosts/${id}/approve`, {})).status).toBe(200);
    expect(await august()).toEqual(before);
  });
});

describe('asking', () => {
  it.each<[string, object, unknown[]]>([
    ['ends as it begins', { to: period.from }, [422, 'bad_value', 'to']],
    ['ends before it begins', { to: moment('2026-08-01') }, [422, 'bad_value', 'to']],
    ['begins at no instant', { from: 'yesterday' }, [422, 'bad_value', 'from']],
    ['begins on a day that is none', { from: '2026-02-30T00:00:00.000Z' }, [422, 'bad_value', 'from']],
    ['is for nobody known', { affiliate_uid: 'nobody' }, [422, 'bad_value', 'affiliate_uid']],
    ['is for an account that never enrolled', { affiliate_uid: 'idle' }, [422, 'bad_value', 'affiliate_uid']],
    ['is for an affiliate of another programme', { affiliate_uid: 'rita' }, [422, 'bad_value', 'affiliate_uid']],
    ['lies before the enrolment', { from: moment('2026-03-01'), to: moment('2026-04-02') }, [422, 'bad_value', 'affiliate_uid']],
    ['is for another programme', { programme: 'referral' }, [422, 'bad_value', 'programme']],
    ['says too little', { text: 'because' }, [422, 'bad_value', 'text']],
    ['brings its own decision', { state: 'approved' }, [400, 'bad_request', 'state']],
    ['holds a NUL', { text: `${text}\0` }, [400, 'bad_request']],
  ])('is refused where the boost %s', async (_what, asked, refusal) => {
    expect(await codeOf(one.post('/api/boosts', { ...period, affiliate_uid: 'pam', text, ...asked }))).toEqual(refusal);
    expect((await one.agent.get('/api/boosts')).body).toEqual([]);
  });

  it('is for operations and compliance, deciding for operations', async () => {
    const [support, compliance] = [await desk.signIn('support'), await desk.signIn('compliance')];
    const body = { ...period, affiliate_uid: 'pam', text };
    expect(await codeOf(support.post('/api/boosts', body))).toEqual([403, 'forbidden']);
    const id = await requests({}, compliance);
    for (const verb of ['approve', 'reject']) {
      expect(await codeOf(compliance.post(`/api/boosts/${id}/${verb}`, { comment }))).toEqual([403, 'forbidden']);
    }
    expect((await support.agent.get(`/api/boosts/${id}`)).body.state).toBe('pending');
  });

  it('is shown in the list, with what it says and whether it protects now', async () => {
    const id = await requests();
    const shown = {
      id, affiliate_uid: 'pam', programme: 'partner', from: period.from, to: period.to, text, requested_by: 'operations@demo.test',
      requested_at: moment('2026-09-01 06:00'), state: 'pending', decided_by: null, decided_at: null, comment: null, active: false,
    };
    expect((await one.agent.get('/api/boosts').query({ filter: '{"affiliate_uid":"pam","state":"pending"}' })).body).toEqual([shown]);
    const long = await requests({ affiliate_uid: null, to: moment('2026-10-01') });
    expect((await other.post(`/api/boosts/${long}/approve`, {})).body).toMatchObject({ active: true, decided_by: 'operations2@demo.test' });
  });
});

describe('deciding', () => {
  it('is never for who asked, and happens once', async () => {
    const id = await requests();
    for (const verb of ['approve', 'reject']) expect(await codeOf(one.post(`/api/boosts/${id}/${verb}`, { comment }))).toEqual([403, 'own_request']);
    expect(await codeOf(other.post(`/api/boosts/${id}/reject`, {}))).toEqual([400, 'bad_request', 'comment']);
    expect(await codeOf(other.post(`/api/boosts/${id}/reject`, { comment: 'no' }))).toEqual([422, 'bad_value', 'comment']);
    const answers = await Promise.all([other.post(`/api/boosts/${id}/approve`, {}), other.post(`/api/boosts/${id}/reject`, { comment }),
      other.post(`/api/boosts/${id}/approve`, {})]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
    for (const verb of ['approve', 'reject']) expect(await codeOf(other.post(`/api/boosts/${id}/${verb}`, { comment }))).toEqual([409, 'not_pending']);
    expect(await codeOf(other.post('/api/boosts/99/approve', {}))).toEqual([404, 'not_found']);
  });

  it('in bulk tells what became of each', async () => {
    const [first, own, done] = [await requests(), await requests({}, other), await requests({ affiliate_uid: 'pat' })];
    await other.post(`/api/boosts/${done}/reject`, { comment });
    const { body } = await other.post('/api/boosts/approve', { ids: [first, own, done, '99', 'x'] });
    const told = (body.results as { id: string; ok: boolean; code?: string }[]).map(({ id, ok, code }) => [id, ok, code]);
    expect(told).toEqual([
      [first, true, undefined], [own, false, 'own_request'], [done, false, 'not_pending'], ['99', false, 'not_found'], ['x', false, 'not_found'],
    ]);
    expect(await row(desk.context.database.read, 'SELECT count(*) AS n FROM boost_periods')).toEqual({ n: 1 });
  });

  it('leaves its trace in the audit, without the text', async () => {
    const id = await requests();
    await other.post(`/api/boosts/${id}/approve`, { comment });
    const compliance = await desk.signIn('compliance');
    const { body } = await compliance.agent.get('/api/audit-events').query({ filter: `{"subject_type":"boosts","subject_id":"${id}"}`, sort: '["seq","ASC"]' });
    expect((body as { action: string; actor: string; reason: string | null }[]).map(({ action, actor, reason }) => [action, actor, reason])).toEqual([
      ['boost.requested', 'operations@demo.test', null], ['boost.approved', 'operations2@demo.test', comment],
    ]);
    expect(JSON.stringify(body)).not.toContain(text);
  });
});
