import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, row, rows } from '../../db/statement.ts';
import { applyState, loadStates, saveStates } from '../../server/accounts/states.ts';
import { zeroReasons } from '../../server/commissions/contract.ts';
import { explainTrade } from '../../server/explanations/service.ts';
import type { Explanation } from '../../server/explanations/contract.ts';
import { nextRevision } from '../../server/engine/head.ts';
import { formatAmount } from '../../server/money.ts';
import { GOLDEN_CASES } from '../worlds/golden/cases.ts';
import { account, activates, changes, commissionRun, evaluation, setsRatio, story, trades } from '../worlds/story.ts';
import { playOnProduct } from '../engine/play.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
let support: Person;

beforeAll(async () => {
  desk = await openPlayed(story(
    account('ada', { on: '2025-01-01' }), account('eve', { on: '2025-01-01' }), account('pia', { on: '2025-01-01' }),
      account('sam', { on: '2025-01-01' }),
    account('old', { on: '2025-03-10', by: 'ada' }), account('bob', { on: '2026-01-03', by: 'ada' }), account('joe',
      { on: '2026-01-03', by: 'eve' }),
    account('pit', { on: '2026-01-03', by: 'pia', country: 'CU' }), account('tom', { on: '2026-01-03', by: 'sam' }),
      account('alone'),
    activates('ada', 'referral', '2026-01-02'), activates('pia', 'pro', '2026-01-02'), activates('sam', 'referral',
      '2026-01-02'),
    setsRatio('pia', 'spot_margin', 9000, '2026-01-02'),
    changes('bob', 'vip_level', '4', '2026-01-08'), changes('bob', 'vip_level', '0', '2026-01-09'),
    trades('earned', 'bob', '2026-01-05 10:30', { fee: '1.23456789', fee_offset: '0.2', fee_currency: 'BNB' }),
    trades('dust', 'bob', '2026-01-05', { fee: '0.00000001' }),
    trades('not-activated', 'joe', '2026-01-05'),
    trades('product', 'bob', '2026-01-05', { product: 'mining' }),
    trades('api', 'bob', '2026-01-05', { via_api: 'true', fee_offset: '1' }),
    trades('vip', 'bob', '2026-01-08'),
    trades('region', 'pit', '2026-01-05', { product: 'futures_coin' }),
    trades('no-fee', 'bob', '2026-01-05', { fee: '2', fee_offset: '2' }),
    trades('capped', 'pit', '2026-01-05'),
    trades('nobody', 'alone', '2026-01-05'),
    account('back', { on: '2025-06-01' }), trades('before', 'back', '2026-01-10'),
    changes('sam', 'account_type', 'broker', '2026-01-06'),
    trades('ended', 'tom', '2026-01-06'),
    trades('then-changed', 'bob', '2026-01-12'),
    commissionRun('2026-01-31'), evaluation('2026-01'),
    trades('last-day', 'old', '2026-03-10 23:59'), trades('window', 'old', '2026-03-11'),
  ));
  // There are no requests for a restriction yet: eve is suspended by hand before the run that decides about her.
  await playOnProduct(desk.context.database, story(
    activates('eve', 'referral', '2026-02-01'), trades('suspended', 'joe', '2026-02-20'),
  ));
  await desk.context.database.transaction(async (transaction) => {
    const { id } = (await row<{ id: number }>(transaction,
      `SELECT id FROM accounts WHERE uid = 'eve'`)) as { id: number };
    const revision = await nextRevision(transaction, 0, 'test');
    const book = await loadStates(transaction, [id]);
    applyState(book, { account_id: id, field: 'restriction', value: 'suspended', at: Date.parse('2026-02-15T00:00:00Z'),
      cause: 'test' });
    await saveStates(transaction, book, revision);
  });
  await playOnProduct(desk.context.database, story(
    commissionRun('2026-02-28'), evaluation('2026-02'), commissionRun('2026-03-11'),
    // Known too late: bob had been of VIP 5 since the 10th of January, sam no broker before the 7th.
    changes('bob', 'vip_level', '5', '2026-01-10'),
    trades('unhandled', 'bob', '2026-03-11', { via_api: 'true' }),
  ));
  // Only a recall binds somebody who has traded before: there is no feed of recalls yet.
  await desk.context.database.transaction((transaction) => execute(
    transaction,
    `INSERT INTO bindings (invitee_id, inviter_id, kind, bound_at, window_start_at, known_from, import_id)
     SELECT b.id, i.id, 'recall', :at, :at, 1, 1 FROM accounts b, accounts i WHERE b.uid = 'back' AND i.uid = 'pia'`,
    { at: Date.parse('2026-01-15T00:00:00Z') },
  ));
  support = await desk.signIn('support');
});
afterAll(() => desk.close());

async function explained(tradeId: string): Promise<Explanation> {
  const answer = await support.agent.get(`/api/trades/${tradeId}/explain`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Explanation;
}

const factOf = (explanation: Explanation, check: number): string | undefined =>
  explanation.checks.find((one) => one.rule === `REF-1.${check}`)?.fact;
const outcomes = (explanation: Explanation): string => explanation.checks.map(({ passed }) => (passed === null ? '-' : Number(passed))).join('');

describe('of a record', () => {
  it.each<[string, string, string, number, string]>([
    ['not-activated', 'not_activated', '0--------', 1,
      'the inviter had not activated any programme by 2026-01-05T00:00:00.000Z'],
    ['ended', 'enrolment_ended', '101-----1', 2, 'no enrolment was open at 2026-01-06T00:00:00.000Z'],
    ['suspended', 'suspended', '110111111', 3, "the inviter's restriction at 2026-02-20T00:00:00.000Z: suspended"],
    ['window', 'window_expired', '111011111', 4, 'registered 2025-03-10, trade 2026-03-11: day 366 of 365'],
    ['product', 'product_not_covered', '111101111', 5, 'mining is not covered in referral'],
    ['api', 'api_trade', '111110110', 6, 'placed through the API; referral excludes API trades'],
    ['vip', 'vip_excluded', '111111011', 7, "the invitee's VIP level at 2026-01-08T00:00:00.000Z: 4; must be below 3"],
    ['region', 'region_restricted', '111111101', 8, 'inviter in US, invitee in CU: restricted for futures'],
    ['no-fee', 'no_net_fee', '111111110', 9, 'fee 2 − offset 2 = 0 USDT'],
  ])('%s: the reason is %s, the first check that fails, with its fact', async (tradeId, reason, checks, failed,
    fact) => {
    const explanation = await explained(tradeId);
    expect(explanation).toMatchObject({ reason, amount: '0', record_id: expect.any(String), status: 'zero' });
    expect(outcomes(explanation)).toBe(checks);
    expect(explanation.checks.map((check) => check.rule)).toEqual(Array.from({ length: 9 }, (_,
      n) => `REF-1.${n + 1}`));
    expect(factOf(explanation, failed)).toBe(fact);
    expect(explanation.checks.find((check) => check.passed === false)?.rule).toBe(`REF-1.${failed}`);
    expect(Object.keys(explanation.sentence).toSorted()).toEqual(['de', 'en', 'fa', 'fr']);
    for (const text of Object.values(explanation.sentence)) expect(text.length).toBeGreaterThan(20);
  });

  it('earned: every figure that the amount came from', async () => {
    const explanation = await explained('earned');
    expect(explanation).toMatchObject({
      trade: {
        trade_id: 'earned', invitee_uid: 'bob', executed_at: '2026-01-05T10:30:00.000Z', product: 'spot',
          family: 'spot_margin', volume_usdt: '100',
        fee: '1.23456789', fee_offset: '0.2', fee_currency: 'BNB', via_api: false,
      },
      inviter_uid: 'ada', reason: null, base: '1.03456789', rate_bps: 1500, amount: '0.15518518', currency: 'BNB',
        tier: 0, programme: 'referral',
      rulebook_version: 1, run_day: '2026-01-31', status: 'open', as_known_now: null,
    });
    expect(outcomes(explanation)).toBe('111111111');
    expect(factOf(explanation, 1)).toContain('2026-01-02');
    expect(factOf(explanation, 4)).toBe('registered 2026-01-03, trade 2026-01-05: day 2 of 365');
    expect(factOf(explanation, 9)).toBe('fee 1.23456789 − offset 0.2 = 1.03456789 BNB');
  });

  it('on the last day of the window: day 365 still earns', async () => {
    const explanation = await explained('last-day');
    expect(explanation.reason).toBeNull();
    expect(factOf(explanation, 4)).toBe('registered 2025-03-10, trade 2026-03-10: day 365 of 365');
  });

  it('that the cut leaves nothing of earned, all the same', async () => {
    expect(await explained('dust')).toMatchObject({ reason: null, amount: '0', rate_bps: 1500, base: '0.00000001',
      status: 'zero' });
  });

  it('of pro: the ratio cut to the ceiling, no tier', async () => {
    expect(await explained('capped')).toMatchObject({ programme: 'pro', tier: null, rate_bps: 5000, amount: '0.5' });
  });

  it('what is known now stands beside what was known then, where it differs', async () => {
    const then = await explained('then-changed');
    expect(then).toMatchObject({ reason: null, amount: '0.15', status: 'open' });
    expect(factOf(then, 7)).toContain(': 0; must be below 3');
    expect(then.as_known_now).toMatchObject({ reason: 'vip_excluded', amount: '0' });
    const now = then.as_known_now as unknown as Explanation;
    expect(outcomes(now)).toBe('111111011');
    expect(factOf(now, 7)).toContain(': 5; must be below 3');
    // The late fact begins after these.
    for (const tradeId of ['earned', 'vip', 'ended']) expect((await explained(tradeId)).as_known_now,
      tradeId).toBeNull();
  });

  it('by its id is the same', async () => {
    const byTrade = await explained('api');
    expect((await support.agent.get(`/api/commissions/${byTrade.record_id}/explain`)).body).toEqual(byTrade);
  });
});

describe('of a trade without a record', () => {
  it.each([
    ['nobody', 'no_inviter', null, 0],
    ['before', 'before_binding', 'pia', 0],
    ['unhandled', 'not_yet_run', 'ada', 9],
  ])('%s: %s', async (tradeId, reason, inviter, checks) => {
    const explanation = await explained(tradeId);
    expect(explanation).toMatchObject({ record_id: null, reason, inviter_uid: inviter, run_day: null, status: null,
      amount: '0', as_known_now: null });
    expect(explanation.checks).toHaveLength(checks);
    expect(Object.keys(explanation.sentence)).toHaveLength(4);
  });

  it('what the next run will decide can be seen already', async () => {
    const explanation = await explained('unhandled');
    expect(outcomes(explanation)).toBe('111110011');
  });
});

describe('what there is not', () => {
  it.each(['/api/trades/none/explain', '/api/trades/%00/explain', '/api/trades/%25/explain',
    `/api/trades/${'x'.repeat(65)}/explain`, '/api/trades/a%20b/explain',
    '/api/trades/%27%29%3B/explain', '/api/trades/..%2fstaff/explain', '/api/commissions/999999/explain',
      '/api/commissions/abc/explain',
    '/api/commissions/01/explain', '/api/commissions/1e3/explain', '/api/commissions/0/explain',
      '/api/commissions/99999999999999/explain'])('%s', async (path) => {
    const { status, body } = await support.agent.get(path);
    expect([400, 404]).toContain(status);
    expect(body.error.code).toBe(status === 404 ? 'not_found' : 'bad_request');
  });

  it('is for every role that reads records, and for nobody else', async () => {
    for (const who of ['operations', 'compliance', 'admin']) {
      expect((await (await desk.signIn(who)).agent.get('/api/trades/earned/explain')).status).toBe(200);
    }
    expect((await request(desk.app).get('/api/trades/earned/explain')).status).toBe(401);
  });
});

/** Several golden worlds, each with its own records: what explain says is what the record holds. */
describe('equals the record', () => {
  const worlds = GOLDEN_CASES.filter((golden) => /^(REF|STA|BIN)/.test(golden.id)).slice(0, 24);

  it('for every record of this world', async () => {
    expect(await disagreements(desk)).toEqual([]);
    const reasons = new Set((await records(desk)).map((record) => record.reason));
    expect([...reasons].toSorted()).toEqual(['', ...zeroReasons].toSorted());
  });

  it('for every record of the golden worlds', async () => {
    for (const { id, script } of worlds) {
      const other = await openPlayed(script);
      try {
        expect(await disagreements(other), id).toEqual([]);
      } finally {
        await other.close();
      }
    }
  }, 180_000);
});

interface StoredRecord {
  trade_id: string; inviter: string; reason: string; checks: string; base: string; amount: string; currency: string;
  tier: number | null; rate_bps: number | null; programme: string; run_day: string;
}

async function records({ context }: PlayedConsole): Promise<StoredRecord[]> {
  return rows<StoredRecord>(
    context.database.read,
    `SELECT t.trade_id, i.uid AS inviter, c.reason, c.checks, CAST(c.base_e8 AS TEXT) AS base, CAST(c.amount_e8 AS TEXT) AS amount, c.currency, c.tier,
       c.rate_bps, c.programme, c.run_day
     FROM commission_records c JOIN trades t ON t.id = c.trade_ref JOIN accounts i ON i.id = c.inviter_id`,
  );
}

async function disagreements(other: PlayedConsole): Promise<string[]> {
  const wrong: string[] = [];
  for (const record of await records(other)) {
    const told = await explainTrade(other.context.database.read, record.trade_id);
    const said = [told.inviter_uid, told.reason ?? '', outcomes(told), told.base, told.amount, told.currency, told.tier,
      told.rate_bps, told.programme ?? '', told.run_day];
    const kept = [record.inviter, record.reason, record.checks, formatAmount(BigInt(record.base)),
      formatAmount(BigInt(record.amount)), record.currency,
      record.tier, record.rate_bps, record.programme, record.run_day];
    if (JSON.stringify(said) !== JSON.stringify(kept)) wrong.push(`${record.trade_id}: ${JSON.stringify(said)} instead of ${JSON.stringify(kept)}`);
  }
  return wrong;
}
