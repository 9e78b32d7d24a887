/** `GET /api/performance` and what stands beside it; the rows of the lists add up to each figure. */
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  familyFilter, incomeBehind, recordsBehind, referralsBehind, tradersBehind, type Counted, type Income, type IncomeMonths, type IncomeRow, type Performance, type PeriodFigures, type RowFilter,
} from '../../server/performance/contract.ts';
import { formatAmount, parseAmount } from '../../server/money.ts';
import { families } from '../../server/rulebooks/contract.ts';
import { account, activates, changes, commissionRun, evaluation, importOf, justBefore, setsRatio, story, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
let support: Person;

beforeAll(async () => {
  desk = await openPlayed(story(
    account('ada', { on: '2025-12-01' }), account('pro', { on: '2025-12-01' }), activates('ada', 'referral', '2025-12-02'), activates('pro', 'pro', '2025-12-02'),
    setsRatio('pro', 'futures', 1_500, '2025-12-03'),
    account('bob', { on: '2026-01-05', by: 'ada' }), account('cli', { on: '2026-02-10', by: 'ada', country: 'TR' }), account('liz', { on: '2026-02-11', by: 'pro' }),
    importOf('prices', [{ currency: 'BNB', day: '2026-02-20', usdt: '600.5' }, { currency: 'BUSD', day: '2026-02-20', usdt: '1.0001' }]),
    evaluation('2025-12'),
    trades('a', 'bob', '2026-01-31'), trades('b', 'bob', justBefore('2026-02-01')), trades('c', 'bob', '2026-02-01', { fee: '3' }),
    evaluation('2026-01'),
    trades('d', 'cli', '2026-02-20', { product: 'futures_usdt', fee_currency: 'BNB' }), trades('e', 'liz', '2026-02-20', { product: 'mining' }),
    trades('f', 'liz', '2026-02-21', { fee_currency: 'BNB' }), trades('g', 'cli', '2026-02-22', { via_api: 'true' }),
    changes('ada', 'account_type', 'institutional', '2026-02-21 12:00'),
    commissionRun('2026-02-28'),
  ));
  support = await desk.signIn('support');
});
afterAll(() => desk.close());

const ask = async (query: object, path = '/api/performance') => support.agent.get(path).query(query);
const figures = async (query: object): Promise<Performance> => (await ask(query)).body as Performance;

async function rowsOf(resource: string, filter: RowFilter): Promise<Record<string, string>[]> {
  const { status, body } = await support.agent.get(`/api/${resource}`).query({ filter: JSON.stringify(filter), range: '[0,999]' });
  expect([status, resource, filter]).toEqual([200, resource, filter]);
  return body as Record<string, string>[];
}

function sums(list: Record<string, string>[]): Record<string, string> {
  const byCurrency: Record<string, bigint> = {};
  for (const { currency, amount, reason } of list as { currency: string; amount: string; reason: string | null }[]) {
    if (reason === null) byCurrency[currency] = (byCurrency[currency] ?? 0n) + (parseAmount(amount) as bigint);
  }
  return Object.fromEntries(Object.entries(byCurrency).sort().map(([currency, amount]) => [currency, formatAmount(amount)]));
}

const totalsOf = ({ totals }: PeriodFigures['commission']) => Object.fromEntries(totals.map(({ currency, amount }) => [currency, amount]));

describe('GET /api/performance', () => {
  it('the house by month: what was earned, who was bound, who traded, and growth against the month before', async () => {
    const { periods, currency, grain } = await figures({ from: '2026-01-15', to: '2026-02-01' });
    expect([currency, grain, periods.map((one) => one.period)]).toEqual(['USDT', 'month', ['2026-01', '2026-02']]);
    expect(periods[1]).toMatchObject({
      from: '2026-02-01', to: '2026-02-28', complete: true, referrals: { new: 2, all: 3 }, traded: { spot_margin: 3, futures: 1, mining: 1 },
      growth: { new_referrals: 10_000, all_referrals: 20_000, traded: { spot_margin: 20_000, futures: null } },
    });
    // Of February a price is missing, so nothing can be said of its growth (REF-9).
    expect(periods[1]?.commission.unknown).toBe(1);
    expect(periods[1]?.growth.commission).toBeNull();
  });

  it('an affiliate in its programme\'s currency, with code, links and ratios; or in USDT', async () => {
    const own = await figures({ affiliate: 'pro', from: '2026-02-16', to: '2026-02-22', grain: 'week', family: 'futures' });
    expect(own).toMatchObject({
      currency: 'BUSD', family: 'futures', covered_until: '2026-03-01T00:00:00.000Z',
      affiliate: { uid: 'pro', programme: 'pro', ended_at: null, ratios: { spot_margin: 2_000, futures: 1_500, mining: 1_000 } },
    });
    expect(own.affiliate?.links?.current).toContain('ref=');
    expect(own.periods.map((one) => [one.period, one.from, one.to])).toEqual([['2026-W08', '2026-02-16', '2026-02-22']]);
    expect(Object.keys(own.periods[0]?.traded ?? {})).toEqual(['futures']);
    expect((await figures({ affiliate: 'pro', currency: 'USDT' })).currency).toBe('USDT');
  });

  it('DSH-1: the affiliate\'s own view ends with its enrolment, the staff\'s does not', async () => {
    const february = { affiliate: 'ada', from: '2026-02-01', to: '2026-02-28' };
    const [own, staff] = [await figures({ ...february, view: 'affiliate' }), await figures(february)];
    expect([own.cut_at, staff.cut_at]).toEqual(['2026-02-21T12:00:00.000Z', null]);
    expect([own.periods[0]?.traded.spot_margin, staff.periods[0]?.traded.spot_margin]).toEqual([1, 2]);
  });

  it.each([
    [{ from: 'yesterday' }, 400, 'bad_request', 'from'], [{ to: '2026-02-30' }, 400, 'bad_request', 'to'],
    [{ from: '2026-03-02', to: '2026-03-01' }, 400, 'bad_request', 'from'], [{ from: '1990-01-01', grain: 'week' }, 400, 'bad_request', 'from'],
    [{ grain: 'day' }, 422, 'bad_value', 'grain'], [{ family: 'options' }, 422, 'bad_value', 'family'], [{ view: 'affiliate' }, 400, 'bad_request', 'view'],
    [{ affiliate: 'nobody' }, 404, 'not_found', undefined], [{ affiliate: ['ada', 'pro'] }, 400, 'bad_request', 'affiliate'],
    [{ until: '2026-01-01' }, 400, 'bad_request', 'until'], [{ currency: 'EUR' }, 422, 'bad_value', 'currency'],
  ])('refuses %j', async (query, status, code, field) => {
    const answer = await ask(query);
    expect([answer.status, answer.body.error.code, answer.body.error.details.field]).toEqual([status, code, field]);
  });

  it('is for who is signed in', async () => {
    for (const path of ['/api/performance', '/api/performance/referrals', '/api/performance/income']) {
      expect((await request(desk.app).get(path)).status).toBe(401);
    }
  });
});

const dimensionsOf = ({ family, kind, status, currency }: IncomeRow): string => [family, kind, status, currency].join(' ');

describe('the rows behind each figure add up to it', () => {
  it.each([
    [{}], [{ grain: 'week', from: '2026-01-26', to: '2026-02-28' }], [{ affiliate: 'ada' }], [{ affiliate: 'ada', view: 'affiliate', from: '2026-02-01' }],
    [{ affiliate: 'pro', grain: 'total' }], [{ grain: 'total', from: '2026-02-01', to: '2026-02-28' }],
    [{ grain: 'total' }], [{ grain: 'total', from: '2026-01-07', to: '2026-03-03' }], [{ grain: 'total', to: '2026-02-17' }],
    [{ affiliate: 'ada', grain: 'total', from: '2026-01-07', to: '2026-03-03' }],
  ])('%j', async (query) => {
    const { affiliate, cut_at, periods } = await figures(query);
    for (const one of periods) {
      const counted: Counted = { affiliate: affiliate?.uid ?? null, from: one.from, to: one.to, cut_at };
      expect(sums(await rowsOf('commissions', recordsBehind(counted) as RowFilter))).toEqual(totalsOf(one.commission));
      expect(await rowsOf('referrals', referralsBehind(counted))).toHaveLength(one.referrals.new);
      expect(await rowsOf('referrals', referralsBehind({ ...counted, from: null }))).toHaveLength(one.referrals.all);
      for (const family of families) {
        const [records, traders] = [recordsBehind(counted, { ...familyFilter(family), kind: 'commission' }), tradersBehind(counted, family, one.traded_key)];
        if (records) expect(new Set((await rowsOf('commissions', records)).map((row) => row.invitee_uid)).size).toBe(one.traded[family]);
        if (traders) expect(await rowsOf('referrals', traders)).toHaveLength(one.traded[family] as number);
      }
    }
  });

  it('by country', async () => {
    const growth = (await ask({ from: '2026-02-01', to: '2026-02-28', affiliate: 'ada' }, '/api/performance/referrals')).body;
    expect(growth.countries.map((one: { country: string; new: number; all: number }) => [one.country, one.new, one.all])).toContainEqual(['TR', 1, 1]);
    const counted: Counted = { affiliate: 'ada', from: null, to: '2026-02-28', cut_at: null };
    for (const { country, all } of growth.countries) expect(await rowsOf('referrals', referralsBehind(counted, country))).toHaveLength(all);
  });

  it.each([[{}], [{ affiliate: 'ada' }], [{ affiliate: 'ada', view: 'affiliate' }]])('where the income of %j stands: what earns nothing is not in it', async (query) => {
    const income: Income = (await ask({ from: '2026-02-01', to: '2026-02-28', ...query }, '/api/performance/income')).body;
    expect(income.rows.length).toBeGreaterThan(0);
    for (const one of income.rows) {
      const found = await rowsOf('commissions', incomeBehind(income, one) as RowFilter);
      expect([found.length, sums(found)[one.currency]]).toEqual([one.records, one.amount]);
    }
  });

  it.each([
    ['2026-01-07', '2026-03-03'], [undefined, undefined], ['2026-02-01', '2026-02-28'],
  ])('of the house from %s to %s its income is that of its months, and theirs that of their rows', async (from, to) => {
    const span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    const income: Income = (await ask(span, '/api/performance/income')).body;
    const { months }: IncomeMonths = (await ask(span, '/api/performance/income/months')).body;
    expect(income.rows.length).toBeGreaterThan(0);
    for (const one of income.rows) {
      const parts = months.flatMap((month) => month.rows.filter((row) => dimensionsOf(row) === dimensionsOf(one)).map((row) => ({ month, row })));
      expect(parts.reduce((all, { row }) => all + row.records, 0)).toBe(one.records);
      expect(formatAmount(parts.reduce((all, { row }) => all + (parseAmount(row.amount) as bigint), 0n))).toBe(one.amount);
      for (const { month, row } of parts) {
        const found = await rowsOf('commissions', incomeBehind(month, row) as RowFilter);
        expect([found.length, sums(found)[row.currency]]).toEqual([row.records, row.amount]);
      }
    }
    expect(months.flatMap(({ rows }) => rows.map(dimensionsOf)).filter((one) => !income.rows.map(dimensionsOf).includes(one))).toEqual([]);
  });

  it('refuses a question about traders that it does not understand', async () => {
    for (const traded of ['futures 2026-13', 'options 2026-03', `futures ' OR 1=1`, 'futures 2026-03 x', 'futures 2026-03-02..2026-03-01', 'futures ..', 'futures 2026-03..2026-04', 'futures 2026-01-01..2026-01-02..2026-01-03']) {
      const { status, body } = await support.agent.get('/api/referrals').query({ filter: JSON.stringify({ traded }) });
      expect([status, body.error.details.field]).toEqual([400, 'traded']);
    }
  });
});
