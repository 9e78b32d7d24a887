/** Who decided what, who had asked, and that nobody did both (issue 6, the compliance desk; DESIGN 6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionKinds, type DecisionRow, type SelfDecided } from '../../server/decisions/contract.ts';
import { decisionsSource } from '../../server/decisions/source.ts';
import { verify } from '../../server/verify/service.ts';
import { testEngine } from '../database.ts';
import type { Person, TestConsole } from './console.ts';
import { listOf, openOverseen, pendingIn, text } from './overseen.ts';

let desk: TestConsole;
let operations: Person;
let compliance: Person;
let compliance2: Person;

beforeAll(async () => {
  desk = await openOverseen();
  [operations, compliance, compliance2] = await Promise.all([desk.signIn('operations'), desk.signIn('compliance'), desk.signIn('compliance2')]);
  await decideOneOfEach();
});
afterAll(() => desk.close());

async function done(answer: PromiseLike<{ status: number; text: string; body: { id?: string } }>): Promise<string> {
  const { status, text: said, body } = await answer;
  expect([200, 201], said).toContain(status);
  return String(body.id);
}

async function decideOneOfEach(): Promise<void> {
  const change = await done(operations.post('/api/status-changes', {
    affiliate_uid: 'ada', kind: 'restrict', reason_code: 'suspected_terms_breach', text, evidence: ['https://example.test/case/7'],
  }));
  const { body } = await compliance.agent.get(`/api/status-changes/${change}/preview`);
  await done(compliance.post(`/api/status-changes/${change}/approve`, { comment: 'seen the case, it is as told', preview: body.version }));
  await done(operations.post(`/api/boosts/${await pendingIn(desk, 'boosts')}/reject`, { comment: text }));
  await done(compliance.post(`/api/corrections/${await pendingIn(desk, 'corrections')}/reject`, { comment: text }));
  await done(operations.post(`/api/applications/${await pendingIn(desk, 'applications')}/reject`, { comment: text }));
  await done(compliance.post(`/api/content-reviews/${await pendingIn(desk, 'content_reviews')}/reject`, { reason_code: 'quality', comment: text }));
  await done(compliance.post(`/api/staff-changes/${await pendingIn(desk, 'staff_changes')}/approve`, { comment: text }));
  await refuseAndGrantResuming();
  const [line] = await listOf<{ id: string }>(compliance, 'payout-lines', { conflict: 'open' });
  await done(compliance.post(`/api/payout-lines/${line?.id}/settle`, { comment: 'the wallet says that it was paid' }));
}

/** A refused resumption and an agreed one: the stop itself forgets the first. */
async function refuseAndGrantResuming(): Promise<void> {
  const [stop] = await listOf<{ id: string }>(compliance, 'payout-stops');
  for (const verb of ['reject', 'approve']) {
    await done(compliance.post(`/api/payout-stops/${stop?.id}/resume`, { comment: `${verb}: payouts may go on` }));
    await done(compliance2.post(`/api/payout-stops/${stop?.id}/${verb}`, { comment: `${verb}: I have looked at it` }));
  }
}

describe('the list of decisions', () => {
  it.each(['operations', 'support', 'admin'])('is not for %s', async (who) => {
    const person = await desk.signIn(who);
    for (const path of ['decisions', 'decisions.csv', 'self-decided', 'reason-uses?month=2026-03']) expect((await person.agent.get(`/api/${path}`)).status).toBe(403);
  });

  it('says of an affiliate who changed its status, who agreed, and on what evidence', async () => {
    const [decision, ...others] = await listOf<DecisionRow>(compliance, 'decisions', { affiliate_uid: 'ada', kind: 'status-changes' });
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      kind: 'status-changes', subject_type: 'status-changes', affiliate_uid: 'ada', about: 'restrict', to: 'restricted',
      reason_code: 'suspected_terms_breach', requested_by: 'operations@demo.test', outcome: 'approved', decided_by: 'compliance@demo.test',
      comment: 'seen the case, it is as told', evidence: ['https://example.test/case/7'], own: false,
    });
    const [byFeed] = await listOf<DecisionRow>(compliance, 'decisions', { affiliate_uid: 'eve' });
    expect(byFeed).toMatchObject({ outcome: 'feed', decided_by: null, requested_by: 'system', reason_code: 'feed_change', about: 'account_type', to: 'broker' });
  });

  it('knows of every kind that was decided, the latest first', async () => {
    const all = await listOf<DecisionRow>(compliance, 'decisions');
    const kinds = new Set(all.map(({ kind }) => kind));
    expect(decisionKinds.filter((kind) => !kinds.has(kind))).toEqual(['reversals', 'campaign-versions', 'manifest-overrides']);
    expect(all.map(({ decided_at }) => decided_at)).toEqual(all.map(({ decided_at }) => decided_at).sort().reverse());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('finds the latest by the instants, not by all that were ever decided', async () => {
    const plan = await desk.context.database.transaction(async (transaction) => {
      if (testEngine === 'postgres') await transaction.raw('SET LOCAL enable_seqscan = off');
      const explain = testEngine === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
      return JSON.stringify(await transaction.raw(`${explain} SELECT d.decided_at, d.id FROM ${decisionsSource.from} ORDER BY d.decided_at DESC, d.id LIMIT 25`));
    });
    for (const table of ['status_changes', 'tier_reviews', 'reversals', 'applications', 'content_reviews']) expect(plan).toContain(`${table}_decided`);
    expect(plan).toContain('status_changes_fed');
  });

  it('keeps a refused resumption, which its stop forgets (PAY-7)', async () => {
    const resumed = await listOf<DecisionRow>(compliance, 'decisions', { kind: 'payout-resumptions' });
    expect(resumed.map(({ outcome }) => outcome).sort()).toEqual(['approved', 'rejected']);
    for (const one of resumed) {
      expect(one).toMatchObject({ subject_type: 'payout-stops', requested_by: 'compliance@demo.test', decided_by: 'compliance2@demo.test', own: false });
    }
    expect(resumed.find(({ outcome }) => outcome === 'rejected')?.comment).toBe('reject: I have looked at it');
    const [stop] = await listOf<DecisionRow>(compliance, 'decisions', { kind: 'payout-stops' });
    expect(stop).toMatchObject({ outcome: 'stopped', requested_by: null, decided_by: 'compliance@small.test' });
  });

  it('knows who said what a contradicting confirmation means (PAY-3)', async () => {
    const [settled, ...others] = await listOf<DecisionRow>(compliance, 'decisions', { kind: 'payout-conflicts' });
    expect(others).toEqual([]);
    expect(settled).toMatchObject({
      subject_type: 'payout-lines', affiliate_uid: expect.any(String), about: '2026-01-31', from: 'paid', to: 'failed', requested_by: null, requested_at: null,
      outcome: 'settled', decided_by: 'compliance@demo.test', decided_at: '2026-03-11T09:00:00.000Z', comment: 'the wallet says that it was paid', own: false,
    });
  });

  it.each([
    [{ decided_by: 'compliance2@demo.test' }, 2], [{ kind: ['boosts', 'corrections'] }, 2], [{ own: true }, 0],
    [{ requested_by: 'operations@demo.test', outcome: 'approved' }, 1], [{ q: 'eve' }, 1], [{ decided_at_gte: '2026-03-11T00:00:00.000Z', kind: 'rulebooks' }, 0],
  ])('is filtered by %j', async (filter, found) => {
    expect(await listOf(compliance, 'decisions', filter)).toHaveLength(found);
  });

  it('goes out as CSV, and that it did is in the audit', async () => {
    const answer = await compliance.agent.get('/api/decisions.csv').query({ filter: '{"affiliate_uid":"ada","kind":"status-changes"}' });
    const [header, line] = answer.text.split('\n');
    expect(header).toBe('id,kind,subject_type,subject_id,affiliate_uid,about,from,to,reason_code,requested_by,requested_at,outcome,decided_by,decided_at,comment,evidence,own');
    expect(line).toMatch(/^1\d{12},status-changes,status-changes,\d+,ada,restrict,none,restricted,suspected_terms_breach,operations@demo\.test,/);
    expect(line).toContain('"[""https://example.test/case/7""]",false');
    const [event] = await listOf<{ subject_type: string }>(compliance, 'audit-events', { action: 'export.made' });
    expect(event?.subject_type).toBe('decisions');
  });
});

describe('decided by who asked', () => {
  const selfDecided = async (): Promise<SelfDecided> => (await compliance.agent.get('/api/self-decided')).body as SelfDecided;

  it('has looked at every decision, and found none', async () => {
    const { kinds, looked_at } = await selfDecided();
    expect(looked_at).toBe('2026-03-11T09:00:00.000Z');
    expect(kinds.map(({ kind }) => kind)).toEqual([...decisionKinds]);
    const decisions = await listOf<DecisionRow>(compliance, 'decisions');
    for (const { kind, examined, own } of kinds) {
      expect([kind, examined, own]).toEqual([kind, decisions.filter((one) => one.kind === kind).length, 0]);
    }
    const check = (await verify(desk.context.database)).find(({ name }) => name === 'decided_by_two');
    expect(check).toEqual({ name: 'decided_by_two', checked: decisions.length, wrong: 0, first: null });
  });

  it.each([
    ['by name', `UPDATE boosts SET decided_by = requested_by`, `UPDATE boosts SET decided_by = 'operations@demo.test'`, 'boosts'],
    ['by number, under another name', `UPDATE corrections SET decided_by_id = requested_by_id`, `UPDATE corrections SET decided_by_id = 3`, 'corrections'],
    ['by whom it is about', `UPDATE staff_changes SET decided_by = email`, `UPDATE staff_changes SET decided_by = 'compliance@demo.test'`, 'staff-changes'],
  ])('finds what somebody wrote past the services: %s', async (_how, doctor, mend, kind) => {
    await desk.context.database.transaction((transaction) => transaction.raw(doctor));
    try {
      expect((await selfDecided()).kinds.filter(({ own }) => own > 0).map((one) => one.kind)).toEqual([kind]);
      const [own, ...others] = await listOf<DecisionRow>(compliance, 'decisions', { own: true });
      expect([own?.kind, others]).toEqual([kind, []]);
      const wrong = (await verify(desk.context.database)).filter((check) => check.wrong > 0);
      expect(wrong).toEqual([{ name: 'decided_by_two', checked: expect.any(Number), wrong: 1, first: `${kind} ${own?.subject_id}` }]);
    } finally {
      await desk.context.database.transaction((transaction) => transaction.raw(mend));
    }
  });
});

describe('the reasons that were used', () => {
  it('are counted per person in the month, in requests and rejections', async () => {
    const answer = await compliance.agent.get('/api/reason-uses?month=2026-03');
    expect(answer.body).toEqual({
      month: '2026-03',
      uses: [
        { person: 'compliance@demo.test', kind: 'content-reviews', reason_code: 'quality', decided: true, uses: 1 },
        { person: 'operations@demo.test', kind: 'status-changes', reason_code: 'suspected_terms_breach', decided: false, uses: 1 },
      ],
    });
    const earlier = (await compliance.agent.get('/api/reason-uses?month=2026-02')).body as { uses: { kind: string; uses: number }[] };
    for (const { kind, uses } of earlier.uses) {
      const rows = await listOf<{ source?: string }>(compliance, kind, { requested_at_gte: '2026-02-01T00:00:00.000Z', requested_at_lt: '2026-03-01T00:00:00.000Z' });
      expect(rows.filter(({ source }) => source === 'staff')).toHaveLength(uses);
    }
    expect(earlier.uses.map(({ kind }) => kind).sort()).toEqual(['corrections', 'status-changes']);
  });

  it.each(['', '?month=2026-13', '?month=2026', '?month=2026-03&month=2026-04'])('refuses %j as a month', async (query) => {
    expect((await compliance.agent.get(`/api/reason-uses${query}`)).status).toBe(400);
  });
});
