/** What compliance asks of the house: who looked at whom, what is owed, whether the audit chain holds (issue 6, the compliance desk). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { row, rows, type Transaction } from '../../db/statement.ts';
import type { AuditChainState } from '../../server/audit-checks/contract.ts';
import { writeDailyHead } from '../../server/audit/head-files.ts';
import type { LiabilityRow, LiabilityTotals } from '../../server/liabilities/contract.ts';
import { formatAmount } from '../../server/money.ts';
import type { Balance } from '../../server/payouts/contract.ts';
import type { RevealRow } from '../../server/reveals/contract.ts';
import { testEngine } from '../database.ts';
import type { Person, TestConsole } from './console.ts';
import { listOf, openOverseen } from './overseen.ts';

const folder = mkdtempSync(join(tmpdir(), 'heads-'));
let desk: TestConsole;
let compliance: Person;
let support: Person;
beforeAll(async () => {
  desk = await openOverseen({ AUDIT_HEAD_DIR: folder });
  [compliance, support] = await Promise.all([desk.signIn('compliance'), desk.signIn('support')]);
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const pathsOf = ['reveals', 'reveals.csv', 'audit-samples', 'audit-sample-records', 'liabilities', 'liabilities/totals', 'audit-checks', 'audit-chain'];

it.each(['operations', 'support', 'admin'])('nothing of it is for %s', async (who) => {
  const person = await desk.signIn(who);
  for (const path of pathsOf) expect([path, (await person.agent.get(`/api/${path}`)).status]).toEqual([path, 403]);
  expect((await person.post('/api/audit-checks')).status).toBe(403);
});

it.each(['self-decided?', 'reason-uses?month=2026-03&', 'liabilities/totals?day=2026-03-11&', 'audit-chain?'])('%s takes no unknown parameter', async (path) => {
  expect((await compliance.agent.get(`/api/${path}`)).status).toBe(200);
  const { status, body } = await compliance.agent.get(`/api/${path}kind=boosts`);
  expect([status, body.error.code, body.error.details.field]).toEqual([400, 'bad_request', 'kind']);
});

describe('who looked at this person', () => {
  beforeAll(async () => {
    // Two accounts of one address, as they come, and one whose uid differs in a sign that LIKE would take for any.
    await desk.context.database.transaction((transaction) => transaction.raw(
      `UPDATE account_identities SET email = 'both@example.test' WHERE account_id IN (SELECT id FROM accounts WHERE uid IN ('ada', 'pam'))`));
    const answer = await support.post('/api/reveals', { resource: 'affiliates', id: 'ada', fields: ['email', 'name'], reason: 'ticket 4711: the user asked' });
    if (answer.status !== 200) throw new Error(answer.text);
    desk.pass(1_000);
    for (const q of ['both@example.test', 'nobody@example.test']) await support.agent.get('/api/search').query({ q });
  });

  it('lists reveals and searches by the whole address, also of the second whom it led to', async () => {
    const ofAda = await listOf<RevealRow>(compliance, 'reveals', { uid: 'ada' });
    expect(ofAda).toEqual([
      { id: expect.stringMatching(/^1\d{12}$/), at: '2026-03-11T09:00:01.000Z', person: 'support@demo.test', how: 'email_search', uid: 'ada', fields: ['email'], reason: null },
      { id: expect.stringMatching(/^\d+$/), at: '2026-03-11T09:00:00.000Z', person: 'support@demo.test', how: 'reveal', uid: 'ada', fields: ['email', 'name'], reason: 'ticket 4711: the user asked' },
    ]);
    expect((await listOf<RevealRow>(compliance, 'reveals', { uid: 'pam' })).map(({ id }) => id)).toEqual([ofAda[0]?.id]);
    expect(await listOf(compliance, 'reveals', { uid: ['pam', 'ada'] })).toHaveLength(2);
    expect(await listOf(compliance, 'reveals', { q: 'pam' })).toHaveLength(1);
    for (const uid of ['a_a', 'da', 'eve']) expect(await listOf(compliance, 'reveals', { uid })).toEqual([]);
  });

  it('lists all, also the address that led to nobody, by person and kind; never an address', async () => {
    const all = await listOf<RevealRow>(compliance, 'reveals');
    expect(all.map(({ how, uid }) => [how, uid])).toEqual([['email_search', 'ada'], ['email_search', null], ['reveal', 'ada']]);
    expect(await listOf(compliance, 'reveals', { how: 'reveal', person: 'support@demo.test' })).toHaveLength(1);
    expect(JSON.stringify(all)).not.toContain('both@example.test');
    expect((await compliance.agent.get('/api/reveals.csv')).text.split('\n')[0]).toBe('id,at,person,how,uid,fields,reason');
  });
});

describe('what the house owes', () => {
  const totalsOn = async (day: string): Promise<LiabilityTotals> => (await compliance.agent.get('/api/liabilities/totals').query({ day })).body as LiabilityTotals;
  const sum = (amounts: string[]): string => formatAmount(amounts.reduce((total, amount) => total + signed(amount), 0n));
  /** Of any size: sums of the largest coin go beyond what a feed may bring. */
  const signed = (amount: string): bigint => {
    const [whole, fraction = ''] = amount.replace('-', '').split('.');
    return BigInt(whole + fraction.padEnd(8, '0')) * (amount.startsWith('-') ? -1n : 1n);
  };

  it.each(['2026-01-05', '2026-01-31', '2026-02-05', '2026-02-06', '2026-03-11'])('at the end of %s each figure is the sum of its rows, down to the records', async (day) => {
    const { totals } = await totalsOn(day);
    for (const { currency, affiliates, ...figures } of totals) {
      const list = await listOf<LiabilityRow>(compliance, 'liabilities', { day, currency });
      expect(list).toHaveLength(affiliates);
      for (const name of ['open', 'held', 'in_batch', 'owed'] as const) expect([name, sum(list.map((one) => one[name]))]).toEqual([name, figures[name]]);
      for (const one of list) {
        expect(sum([one.open, one.held, one.in_batch])).toBe(one.owed);
        const ofOne = { inviter_uid: one.affiliate_uid, currency };
        const unpaid = await listOf<{ amount: string }>(compliance, 'commissions', { ...ofOne, open_on: day });
        const inBatch = await listOf<{ amount: string }>(compliance, 'commissions', { ...ofOne, in_batch_on: day });
        const owed = await listOf<{ amount: string }>(compliance, 'commissions', { ...ofOne, owed_on: day });
        expect(sum(owed.map(({ amount }) => amount))).toBe(one.owed);
        expect([sum(unpaid.map(({ amount }) => amount)), sum(inBatch.map(({ amount }) => amount))]).toEqual([sum([one.open, one.held]), one.in_batch]);
      }
    }
  });

  it('today is what the balances say (PAY-5)', async () => {
    const { day, totals } = (await compliance.agent.get('/api/liabilities/totals')).body as LiabilityTotals;
    expect(day).toBe('2026-03-11');
    const uids = await rows<{ uid: string }>(desk.context.database.read, 'SELECT DISTINCT a.uid FROM commission_totals t JOIN accounts a ON a.id = t.inviter_id');
    const balances: Balance[] = [];
    for (const { uid } of uids) balances.push(...((await compliance.agent.get(`/api/affiliates/${uid}/balance`)).body as Balance[]));
    expect(totals.length).toBeGreaterThan(1);
    for (const total of totals) {
      const own = balances.filter(({ currency }) => currency === total.currency);
      for (const name of ['open', 'held', 'in_batch'] as const) expect([total.currency, name, sum(own.map((one) => one[name]))]).toEqual([total.currency, name, total[name]]);
    }
  });

  it('a line is in its batch from making to confirmation, and owed until then', async () => {
    // The small world's January batch is made and released on 6 February, where one line is paid and one fails; February's waits.
    const [before, after] = [await listOf<LiabilityRow>(compliance, 'liabilities', { day: '2026-02-05' }), await listOf<LiabilityRow>(compliance, 'liabilities', { day: '2026-02-06' })];
    expect(new Set(before.map(({ in_batch }) => in_batch))).toEqual(new Set(['0']));
    expect(after.some(({ in_batch }) => in_batch !== '0')).toBe(true);
    const lines = await rows<{ uid: string; currency: string; amount: string }>(desk.context.database.read,
      `SELECT a.uid, l.currency, CAST(l.amount_units AS TEXT) || '.' || substr(CAST(100000000 + l.amount_fraction_e8 AS TEXT), 2) AS amount
       FROM payout_lines l JOIN accounts a ON a.id = l.affiliate_id WHERE l.state = 'paid'`);
    expect(lines).toHaveLength(1);
    const owedTo = (list: LiabilityRow[]): bigint[] =>
      list.filter(({ affiliate_uid, currency }) => affiliate_uid === lines[0]?.uid && currency === lines[0]?.currency).map(({ owed }) => signed(owed));
    const [was = 0n] = owedTo(before);
    const [is = 0n] = owedTo(after);
    expect(was - is).toBe(signed(String(lines[0]?.amount)));
  });

  it.each(['2026-03-12', '2026-02-30', 'yesterday', ''])('refuses %j as a day', async (day) => {
    expect((await compliance.agent.get('/api/liabilities/totals').query({ day })).status).toBe(400);
    expect((await compliance.agent.get('/api/liabilities').query({ filter: JSON.stringify({ day }) })).status).toBe(400);
  });

  it('is asked of one day at a time', async () => {
    for (const filter of ['{"day":["2026-03-01","2026-03-02"]}', '{"day_gte":"2026-03-01"}', '{"day":null}']) {
      expect((await compliance.agent.get('/api/liabilities').query({ filter })).status).toBe(400);
    }
  });
});

describe('the audit chain', () => {
  const state = async (): Promise<AuditChainState> => (await compliance.agent.get('/api/audit-chain')).body as AuditChainState;

  it('tells where it ends and, once it was walked, when, by whom and what came out', async () => {
    await writeDailyHead(desk.context);
    const before = await state();
    const unknown = await compliance.post('/api/audit-checks', { from: 1 });
    expect([unknown.status, unknown.body.error.details.field, (await state()).seq]).toEqual([400, 'from', before.seq]);
    const [last] = await listOf<{ seq: number; hash: string; at: string }>(compliance, 'audit-events');
    expect(before).toEqual({ seq: last?.seq, hash: last?.hash, at: last?.at, last_check: null, head_files: [{ name: 'audit-head-2026-03-11.json', holds: true }] });
    const checked = await compliance.post('/api/audit-checks');
    expect(checked.status, checked.text).toBe(201);
    expect(checked.body).toEqual({
      id: String(before.seq + 1), at: '2026-03-11T09:00:01.000Z', checked_by: 'compliance@demo.test',
      result: { checked: before.seq, wrong: 0, first: null, head_files: { checked: 1, wrong: 0, first: null } },
    });
    expect((await state()).last_check).toEqual(checked.body);
    const live = (person: Person) => person.agent.get('/api/live').set('If-None-Match', `"${before.seq}"`);
    expect((await live(compliance)).body.changed).toEqual({ 'audit-checks': ['-'] });
    expect((await live(support)).body.changed).toEqual({});
    expect(await listOf(compliance, 'audit-checks')).toEqual([checked.body]);
  });

  it('finds the event that somebody altered, and the head file that does not fit', async () => {
    writeFileSync(join(folder, 'audit-head-2026-03-10.json'), '{"seq":1,"hash":"00","at":"2026-03-10T00:00:00.000Z"}\n');
    const old = await row<{ reason: string | null }>(desk.context.database.read, 'SELECT reason FROM audit_events WHERE seq = 3');
    await desk.context.database.transaction(async (transaction: Transaction) => {
      await transaction.raw(`DROP TRIGGER audit_events_no_update${testEngine === 'postgres' ? ' ON audit_events' : ''}`);
      await transaction.raw(`UPDATE audit_events SET reason = 'otherwise' WHERE seq = 3`);
    });
    expect(old?.reason).toBeNull();
    const { body } = await compliance.post('/api/audit-checks', {});
    expect(body.result).toMatchObject({ wrong: 1, first: '3', head_files: { checked: 2, wrong: 1, first: 'audit-head-2026-03-10.json' } });
    const { last_check, head_files } = await state();
    expect(last_check?.result).toEqual(body.result);
    expect(head_files).toEqual([{ name: 'audit-head-2026-03-11.json', holds: true }, { name: 'audit-head-2026-03-10.json', holds: false }]);
  });
});
