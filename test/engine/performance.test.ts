/** The figures of performance against a second reading of DSH-1, on random worlds with reversals and corrections at awkward instants. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../db/connection.ts';
import { rows } from '../../db/statement.ts';
import { nextRevision } from '../../server/engine/head.ts';
import type { PeriodFigures } from '../../server/performance/contract.ts';
import { performanceOf, referralGrowth } from '../../server/performance/service.ts';
import { writeCorrection, writeReversals } from '../../server/reversals/records.ts';
import { verify } from '../../server/verify/service.ts';
import { openTestDatabase, testEngine } from '../database.ts';
import { naivePerformance, type NaivePeriod, type PerformanceFacts, type PerformanceQuestion } from '../worlds/performance.ts';
import { randomScript } from '../worlds/random-world.ts';
import {
  account, activates, changes, commissionRun, evaluation, importOf, justBefore, story, trades,
} from '../worlds/story.ts';
import type { Script } from '../worlds/naive.ts';
import { playOnProduct } from './play.ts';

const RANDOM_WORLDS = Number(process.env['RANDOM_WORLDS'] ?? (testEngine === 'sqlite' ? 15 : 5));
const NOW = Date.parse('2034-12-31T00:00:00Z');
const asked = { role: 'operations', now: NOW } as const;

async function withWorld(script: Script, work: (database: Database) => Promise<void>): Promise<void> {
  const { database, close } = await openTestDatabase({ reference: { now: () => 0 } });
  try {
    await playOnProduct(database, script);
    await work(database);
  } finally {
    await close();
  }
}

interface RecordRow {
  id: number; kind: string; inviter: string; invitee: string | null; family: string; currency: string; amount: string; reason: string; at: number;
  original_at: number | null;
}

async function factsOf(database: Database): Promise<PerformanceFacts & { ids: number[] }> {
  const records = await rows<RecordRow>(
    database.read,
    `SELECT c.id, c.kind, i.uid AS inviter, e.uid AS invitee, c.family, c.currency, CAST(c.amount_e8 AS TEXT) AS amount, c.reason, c.executed_at AS at,
       (SELECT o.executed_at FROM commission_records o WHERE o.id = c.reverses_id) AS original_at
     FROM commission_records c JOIN accounts i ON i.id = c.inviter_id LEFT JOIN accounts e ON e.id = c.invitee_id ORDER BY c.id`,
  );
  const bindings = await rows<{ inviter: string; invitee: string; at: number; country: string }>(
    database.read,
    `SELECT i.uid AS inviter, e.uid AS invitee, b.bound_at AS at, e.country FROM bindings b JOIN accounts i ON i.id = b.inviter_id
     JOIN accounts e ON e.id = b.invitee_id`,
  );
  const prices = await rows<{ key: string; price: string }>(
    database.read, `SELECT currency || ' ' || day AS key, CAST(usdt_e8 AS TEXT) AS price FROM prices`,
  );
  return {
    ids: records.filter(({ kind, amount }) => kind === 'commission' && amount !== '0').map(({ id }) => id),
    records: records.map((one) => ({ ...one, amount: BigInt(one.amount), earns: one.reason === '', priced_at: one.original_at ?? one.at })),
    bindings,
    prices: new Map(prices.map(({ key, price }) => [key, BigInt(price)])),
  };
}

function asNaive(one: PeriodFigures): Omit<NaivePeriod, 'countries'> {
  return {
    from: one.from, to: one.to, value: one.commission.amount, unknown: one.commission.unknown,
    totals: Object.fromEntries(one.commission.totals.map(({ currency, amount }) => [currency, amount])),
    new: one.referrals.new, all: one.referrals.all, traded: one.traded as Record<string, number>,
  };
}

/** What both say to one question, the periods and the countries of the last. */
async function compare(database: Database, facts: PerformanceFacts, question: PerformanceQuestion): Promise<void> {
  const span = { ...(question.from === null ? {} : { from: question.from }), to: question.to, grain: question.grain };
  const whose = question.affiliate === null ? {} : { affiliate: question.affiliate };
  const view = question.cut === null ? 'staff' : 'affiliate';
  const [found, growth] = await database.snapshot(async (connection) => [
    await performanceOf(connection, { ...span, ...whose, view, currency: question.currency }, asked),
    await referralGrowth(connection, { ...span, ...whose, view }, asked),
  ] as const);
  const naive = naivePerformance(facts, question);
  const told = JSON.stringify(question);
  expect(found.periods.map(asNaive), told).toEqual(naive.map(({ countries: _countries, ...one }) => one));
  expect(growth.periods.map((one) => [one.new, one.all]), told).toEqual(naive.map((one) => [one.new, one.all]));
  expect(Object.fromEntries(growth.countries.map(({ country, all }) => [country, all])), told).toEqual(naive.at(-1)?.countries);
  expect(growth.countries.reduce((sum, one) => sum + one.new, 0), told).toBe(growth.periods.reduce((sum, one) => sum + one.new, 0));
}

/** Of each affiliate whose last enrolment has ended, when. */
async function cutsOf(database: Database): Promise<Map<string, number>> {
  const list = await rows<{ uid: string; to_at: number }>(
    database.read,
    `SELECT a.uid, p.to_at FROM enrolment_periods p JOIN accounts a ON a.id = p.account_id WHERE p.known_to = 8640000000000000
       AND NOT EXISTS (SELECT 1 FROM enrolment_periods l WHERE l.account_id = p.account_id AND l.known_to = 8640000000000000
         AND (l.from_at > p.from_at OR l.from_at = p.from_at AND l.enrolment_id > p.enrolment_id)) AND p.to_at < :now`,
    { now: NOW },
  );
  return new Map(list.map(({ uid, to_at }) => [uid, to_at]));
}

async function compareAll(database: Database, days: (facts: PerformanceFacts) => [from: string, to: string][]): Promise<void> {
  const facts = await factsOf(database);
  const cuts = await cutsOf(database);
  const whose = [null, ...new Set(facts.bindings.map(({ inviter }) => inviter))];
  for (const affiliate of whose) {
    for (const [from, to] of days(facts)) {
      for (const grain of ['week', 'month', 'total'] as const) {
        await compare(database, facts, { affiliate, grain, from, to, currency: affiliate === null ? 'USDT' : 'BUSD', cut: null });
      }
      await compare(database, facts, { affiliate, grain: 'total', from: null, to, currency: 'USDT', cut: null });
      const cut = affiliate === null ? undefined : cuts.get(affiliate);
      if (cut === undefined) continue;
      for (const grain of ['week', 'total'] as const) await compare(database, facts, { affiliate, grain, from, to, currency: 'USDT', cut });
    }
  }
}

const instants = [
  '2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z', '2026-03-01T23:59:59.999Z', '2026-03-02T00:00:00.000Z', '2026-04-15T12:00:00.000Z',
];

/** Some of what was earned is taken back and some is paid once more, at edges of weeks and months. */
async function reverseSome(database: Database, ids: number[], picks: number[]): Promise<void> {
  for (const [place, pick] of picks.entries()) {
    const record_id = ids[pick % Math.max(ids.length, 1)];
    const at = Date.parse(instants[place % instants.length] as string);
    if (record_id === undefined || picks.slice(0, place).some((other) => ids[other % ids.length] === record_id)) continue;
    await database.transaction(async (transaction) => {
      const revision = await nextRevision(transaction, at, `reversal:${place}`);
      if (place % 3 === 2) await writeCorrection(transaction, { record_id, amount_e8: 123_456_789n, at, revision });
      else await writeReversals(transaction, [record_id], at, revision);
    });
  }
}

describe('random worlds', () => {
  test('every figure is what the second reading of DSH-1 says, for the house and each affiliate, by week, month and total', async () => {
    await fc.assert(
      fc.asyncProperty(randomScript, fc.array(fc.nat(10_000), { maxLength: 6 }), fc.nat(90), fc.nat(120), async (script, picks, start, length) => {
        await withWorld(script, async (database) => {
          await reverseSome(database, (await factsOf(database)).ids, picks);
          await compareAll(database, ({ records, bindings }) => {
            const first = Math.min(...records.map(({ at }) => at), ...bindings.map(({ at }) => at), Date.parse(instants[0] as string));
            const day = (n: number): string => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
            return [[day(start), day(start + length)]];
          });
          expect((await verify(database)).filter(({ name, wrong }) => name === 'performance_kept' && wrong > 0)).toEqual([]);
        });
      }),
      { numRuns: RANDOM_WORLDS, endOnFailure: process.env['RANDOM_SHRINK'] !== '1', ...(process.env['RANDOM_SEED'] ? { seed: Number(process.env['RANDOM_SEED']) } : {}) },
    );
  }, 300_000);
});

/** Ada's enrolment ends on a Wednesday at noon; her invitees trade in the last and first milliseconds of weeks and months. */
const edges: Script = story(
  account('ada', { on: '2025-12-01' }), account('eve', { on: '2025-12-01' }), activates('ada', 'referral', '2025-12-02'), activates('eve', 'pro', '2025-12-02'),
  account('bob', { on: justBefore('2026-03-02'), by: 'ada' }), account('cli', { on: '2026-03-02', by: 'ada', country: 'TR' }),
  account('liz', { on: '2026-01-02', by: 'eve' }),
  importOf('prices', [{ currency: 'BNB', day: '2026-03-02', usdt: '600.12345678' }, { currency: 'BUSD', day: '2026-03-02', usdt: '0.9998' }]),
  evaluation('2025-12'), evaluation('2026-01'), evaluation('2026-02'),
  trades('t1', 'bob', justBefore('2026-03-09')), trades('t2', 'bob', '2026-03-09'), trades('t3', 'bob', justBefore('2026-04-01')),
  trades('t4', 'cli', '2026-03-02', { fee_currency: 'BNB', fee: '0.33333333' }), trades('t5', 'cli', '2026-03-03', { fee_currency: 'BNB' }),
  trades('t6', 'cli', '2026-03-18 11:59', { product: 'mining' }), trades('t7', 'cli', '2026-03-18 12:00'),
  trades('t8', 'liz', '2026-03-02', { product: 'futures_usdt', fee_currency: 'BNB' }), trades('t9', 'liz', '2026-03-02 01:00', { via_api: 'true' }),
  changes('ada', 'account_type', 'institutional', '2026-03-18 12:00'),
  commissionRun('2026-03-31'),
  // Late ones, for a week and a month that are long past.
  trades('late', 'cli', '2026-03-08 10:00'), trades('older', 'liz', justBefore('2026-03-01'), { product: 'copy' }),
  evaluation('2026-03'),
  trades('apr', 'bob', '2026-04-01'),
  commissionRun('2026-04-01'),
);

describe('edges', () => {
  test('first and last milliseconds, late trades, an enrolment that ends at noon', async () => {
    await withWorld(edges, async (database) => {
      const { ids } = await factsOf(database);
      await reverseSome(database, ids, [0, 3, 2, 1]);
      await compareAll(database, () => [
        ['2026-02-23', '2026-04-05'], ['2026-03-02', '2026-03-08'], ['2026-03-01', '2026-03-31'], ['2026-03-03', '2026-03-18'], ['2026-03-31', '2026-03-31'],
      ]);
    });
  });

  test('DSH-1: of the house who traded is counted over any days, and leads to its rows where they are a week, a month or all time', async () => {
    await withWorld(edges, async (database) => {
      const traded = async (from: string | undefined, to: string) => {
        const span = from === undefined ? { to } : { from, to };
        const [one] = (await database.snapshot((connection) => performanceOf(connection, { ...span, grain: 'total', view: 'staff' }, asked))).periods;
        return [one?.traded.spot_margin, one?.traded_key];
      };
      expect(await traded('2026-03-02', '2026-03-08')).toEqual([3, '2026-03-02']);
      expect(await traded('2026-03-01', '2026-03-31')).toEqual([3, '2026-03']);
      expect(await traded(undefined, '2026-04-01')).toEqual([3, '']);
      expect(await traded('2026-02-01', '2026-04-01')).toEqual([3, null]);
      expect(await traded('2026-03-02', '2026-03-09')).toEqual([3, null]);
      expect(await traded(undefined, '2026-03-31')).toEqual([3, null]);
      expect(await traded('2026-05-01', '2026-06-03')).toEqual([0, null]);
    });
  });

  test('STA-3: after its end an enrolment\'s own view stands still, and the staff see what came later', async () => {
    await withWorld(edges, async (database) => {
      const of = (view: 'staff' | 'affiliate') => database.snapshot((connection) =>
        performanceOf(connection, { affiliate: 'ada', grain: 'month', from: '2026-03-01', to: '2026-03-31', view }, asked));
      const [own, staff] = [await of('affiliate'), await of('staff')];
      expect(own.cut_at).toBe('2026-03-18T12:00:00.000Z');
      expect(own.periods[0]?.traded).toEqual({ spot_margin: 2, futures: 0, mining: 1 });
      expect(own.periods[0]?.commission.unknown).toBe(1);
      expect(staff.cut_at).toBeNull();
      expect(staff.periods[0]?.referrals).toEqual({ new: 2, all: 2 });
    });
  });

  test.each(['week', 'month', 'total'] as const)('REF-9: where the reporting currency is worth nothing a value is unknown, by %s', async (grain) => {
    const worthless = edges.map((step) => (step.step !== 'import' || step.feed !== 'prices' ? step : importOf('prices', [
      { currency: 'BNB', day: '2026-03-02', usdt: '0' }, { currency: 'BUSD', day: '2026-03-02', usdt: '0' },
    ])));
    await withWorld(worthless, async (database) => {
      const days = { from: '2026-03-02', to: '2026-03-02' };
      const of = (question: object) => database.snapshot((connection) => performanceOf(connection, { grain, ...days, view: 'staff', ...question }, asked));
      const [inBusd, inUsdt] = [await of({ affiliate: 'eve' }), await of({ affiliate: 'eve', currency: 'USDT' })];
      expect(inBusd.currency).toBe('BUSD');
      expect(inBusd.periods[0]?.commission).toMatchObject({ amount: null, unknown: 2, records: 2, totals: [{ currency: 'BNB' }, { currency: 'USDT' }] });
      // A currency that is worth nothing itself has a value: none, and known. The trade in USDT earned a fifth of its fee.
      expect(inUsdt.periods[0]?.commission).toMatchObject({ amount: '0.2', unknown: 0, records: 2 });
      await compareAll(database, () => [['2026-03-01', '2026-03-31']]);
    });
  });

  test('REF-9: without any price a sum is unknown, never zero', async () => {
    await withWorld(edges, async (database) => {
      const { periods } = await database.snapshot((connection) =>
        performanceOf(connection, { grain: 'total', from: '2026-03-03', to: '2026-03-03', view: 'staff' }, asked));
      expect(periods[0]?.commission).toMatchObject({ amount: null, unknown: 1, totals: [{ currency: 'BNB', records: 1 }] });
    });
  });
});
