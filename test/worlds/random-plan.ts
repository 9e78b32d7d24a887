/**
 * Plans of small random worlds: what happens, told in small numbers that shrink well. `random-world.ts` turns a plan
 * into a script. Instants are told as a day and a time, or as 1 ms before, at, or after something that matters.
 */
import fc from 'fast-check';
import type { Family, Programme } from './rulebook.ts';
import { FAMILIES, PRODUCTS } from './rulebook.ts';
import { DAY_MS } from './times.ts';

/** A day of the world and a time of it; or the so-maniest of the instants that matter, and 1 ms around it. */
export type When = { day: number; ms: number } | { near: number; delta: number };

export interface EventPlan {
  field: 'account_type' | 'kyc_level' | 'vip_level' | 'country' | 'activity';
  value: string; at: When; late: number;
}
export interface ActivationPlan { programme: Programme; at: When; late: number }
export interface RatioPlan { family: Family; bps: number; at: When; late: number }
export interface TransferPlan { direction: 'in' | 'out'; source: string; amount: string; at: When; late: number }
export interface TradePlan {
  product: string; volume: string; fee: string; offset: 'none' | 'one' | 'all'; currency: string; api: boolean;
  at: When; late: number;
}
export interface AccountPlan {
  country: string; type: string; kyc: string; vip: string; late: number;
  /** Long before the world begins, 365 days before a day of it (at its first or last ms), or within it. */
  registered: { kind: 'before' } | { kind: 'year'; day: number; ms: number } | { kind: 'within'; at: When };
  /** A place among the affiliates, or among all accounts before this one. */
  inviter: { among: 'affiliates' | 'all'; place: number } | null;
  /** The inviter's code is unknown, or its own. */
  oddCode: 'no' | 'unknown' | 'own';
  activations: ActivationPlan[];
  events: EventPlan[];
  ratios: RatioPlan[];
  transfers: TransferPlan[];
  trades: TradePlan[];
}
/** Invitees of one month who are all just at the thresholds of TIE-1, one of them perhaps just below. */
export interface CohortPlan { inviter: number; size: number; month: number; miss: 'none' | 'money' | 'volume' }
export interface DecisionPlan { account: number; verb: 'approve' | 'reject'; after: number; twice: boolean }
export interface MonthPlan {
  runDays: number[];
  /** How long after the month's end it is evaluated, in ms. */
  delay: number;
  evaluationBeforeLastRun: boolean;
  /** The evaluation is forgotten until after the next one was tried. */
  forgotten: boolean;
  tooEarly: boolean;
  decisions: DecisionPlan[];
}
export interface WrongPlan { fault: number; account: number; day: number }
export interface WorldPlan {
  first: string;
  months: MonthPlan[];
  accounts: AccountPlan[];
  /** The first accounts are affiliates. */
  affiliates: number;
  cohorts: CohortPlan[];
  wrong: WrongPlan[];
  grouping: 'feed' | 'day';
  activationsFirst: boolean;
  /** Most rows of a file; 0: no limit. */
  pieces: number;
  /** Every file twice at once, or everything again at the end. */
  repeat: 'no' | 'each' | 'all';
}

const TIMES_OF_DAY = [0, 1, DAY_MS / 2, DAY_MS - 1];

const when: fc.Arbitrary<When> = fc.oneof(
  { arbitrary: fc.record({ day: fc.nat(120), ms: fc.constantFrom(...TIMES_OF_DAY) }), weight: 2 },
  { arbitrary: fc.record({ near: fc.nat(40), delta: fc.constantFrom(0, -1, 1) }), weight: 3 },
);

/** How many runs, evaluations or decisions a fact comes too late. */
const late = fc.oneof(
  { arbitrary: fc.constant(0), weight: 8 }, { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 1 },
);

/** The usual value, unless in two of nine cases any of all. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return oddly(2, usual, others);
}

function oddly<T>(odd: number, usual: T, others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: 9 - odd }, { arbitrary: fc.constantFrom(usual, ...others), weight: odd },
  );
}

const country = fc.oneof(
  { arbitrary: fc.constantFrom('US', 'CH'), weight: 3 },
  { arbitrary: fc.constantFrom('NL', 'DE', 'FR', 'NO'), weight: 2 },
  { arbitrary: fc.constantFrom('CU', 'IR', 'KP', 'SY'), weight: 1 },
);
const OTHER_TYPES = ['broker', 'institutional', 'market_maker', 'collaborator'];

function changeOf(field: EventPlan['field'], value: fc.Arbitrary<string>): fc.Arbitrary<EventPlan> {
  return fc.record({ field: fc.constant(field), value, at: when, late });
}

const event = fc.oneof(
  { arbitrary: changeOf('account_type', fc.constantFrom('normal', ...OTHER_TYPES)), weight: 4 },
  { arbitrary: changeOf('vip_level', fc.constantFrom('0', '2', '3', '9')), weight: 3 },
  { arbitrary: changeOf('country', country), weight: 3 },
  { arbitrary: changeOf('kyc_level', fc.constantFrom('none', 'basic', 'advanced')), weight: 2 },
  { arbitrary: changeOf('activity', fc.constantFrom('earn', 'card')), weight: 1 },
);

const programme = fc.constantFrom<Programme[]>('referral', 'referral', 'partner', 'pro');
const activation: fc.Arbitrary<ActivationPlan> = fc.record({ programme, at: when, late });
/** Early enough for the rest of the world to earn something. */
const earlyActivation: fc.Arbitrary<ActivationPlan> = fc.record({
  programme, at: fc.record({ day: fc.nat(6), ms: fc.constantFrom(...TIMES_OF_DAY) }), late: fc.constant(0),
});
/** The first activation of an affiliate is early as a rule. */
const affiliateActivations = fc.tuple(
  fc.oneof({ arbitrary: earlyActivation, weight: 3 }, { arbitrary: activation, weight: 1 }),
  fc.array(activation, { maxLength: 1 }),
).map(([first, more]) => [first, ...more]);

const ratio: fc.Arbitrary<RatioPlan> = fc.record({
  family: fc.constantFrom(...(FAMILIES as Family[])),
  bps: fc.constantFrom(0, 1, 1000, 2999, 3000, 3001, 4999, 5000, 5001, 10000),
  at: when, late,
});

const transfer: fc.Arbitrary<TransferPlan> = fc.record({
  direction: mostly<'in' | 'out'>('in', 'out'),
  source: fc.constantFrom('crypto', 'fiat', 'third_party', 'p2p', 'internal'),
  amount: fc.constantFrom('100', '99.99999999', '100.00000001', '50', '0.00000001', '92233720368.54775807'),
  at: when, late,
});

const trade: fc.Arbitrary<TradePlan> = fc.record({
  product: fc.oneof(
    { arbitrary: fc.constant('spot'), weight: 1 }, { arbitrary: fc.constantFrom(...PRODUCTS), weight: 2 },
  ),
  volume: fc.constantFrom(
    '50000', '1000', '0', '999.99999999', '1000.00000001', '49999.99999999', '100000', '99999.99999999', '15000000',
    '14999999.99999999', '30000000', '29999999.99999999', '90000000', '89999999.99999999', '300000000',
  ),
  fee: fc.constantFrom(
    '1', '0', '0.00000006', '0.00000007', '0.33333333', '7.77777777', '123456.789', '92233720368.54775807',
  ),
  offset: mostly<'none' | 'one' | 'all'>('none', 'one', 'all'),
  currency: fc.constantFrom('USDT', 'BNB', 'BTC'),
  api: mostly(false, true),
  at: when, late,
});

const aYearBefore = fc.record({
  kind: fc.constant('year' as const), day: fc.nat(60), ms: fc.constantFrom(...TIMES_OF_DAY),
});
const registered: fc.Arbitrary<AccountPlan['registered']> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('before' as const) }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('within' as const), at: when }), weight: 3 },
  { arbitrary: aYearBefore, weight: 2 },
);

const affiliateRegistered = mostly<AccountPlan['registered']>({ kind: 'before' }, { kind: 'year', day: 0, ms: 0 });
const inviter = fc.record({ among: mostly<'affiliates' | 'all'>('affiliates', 'all'), place: fc.nat(11) });

/** The first few accounts are affiliates as a rule, the others as an exception. */
function account(affiliate: boolean): fc.Arbitrary<AccountPlan> {
  return fc.record({
    country, type: oddly(affiliate ? 1 : 3, 'normal', OTHER_TYPES),
    kyc: oddly(affiliate ? 1 : 3, 'advanced', ['basic', 'none']), vip: mostly('0', '2', '3'),
    late: affiliate ? fc.constant(0) : late,
    registered: affiliate ? affiliateRegistered : registered,
    inviter: fc.option(inviter, { freq: 8 }),
    oddCode: fc.oneof(
      { arbitrary: fc.constant('no' as const), weight: 40 },
      { arbitrary: fc.constantFrom('unknown' as const, 'own' as const), weight: 1 },
    ),
    activations: affiliate ? affiliateActivations : fc.array(activation, { maxLength: 1 }),
    events: fc.array(event, { maxLength: 3 }),
    ratios: fc.array(ratio, { maxLength: affiliate ? 2 : 0 }),
    transfers: fc.array(transfer, { maxLength: 2 }),
    trades: fc.array(trade, { maxLength: affiliate ? 1 : 5 }),
  });
}

const month: fc.Arbitrary<MonthPlan> = fc.record({
  runDays: fc.uniqueArray(fc.nat(27), { maxLength: 2 }),
  delay: mostly(0, 2 * DAY_MS + 3600000),
  evaluationBeforeLastRun: fc.boolean(),
  forgotten: mostly(false, true),
  tooEarly: mostly(false, true),
  decisions: fc.array(
    fc.record({
      account: fc.nat(2),
      verb: mostly<'approve' | 'reject'>('approve', 'reject'),
      after: fc.constantFrom(0, 1, 10800000, 2 * DAY_MS, 20 * DAY_MS, 31 * DAY_MS + 3600000),
      twice: mostly(false, true),
    }),
    { maxLength: 3 },
  ),
});

/** Plans whose first months hold 2023-07-17, 2024-12-30, a leap day, a year's turn. */
export const worldPlan: fc.Arbitrary<WorldPlan> = fc.record({
  people: fc.tuple(
    fc.array(account(true), { minLength: 1, maxLength: 4 }), fc.array(account(false), { minLength: 2, maxLength: 8 }),
  ),
  first: fc.constantFrom('2026-01', '2023-06', '2024-12', '2024-02', '2025-12'),
  months: fc.array(month, { minLength: 1, maxLength: 4 }),
  cohorts: fc.array(
    fc.record({
      inviter: fc.nat(2), size: fc.integer({ min: 4, max: 6 }), month: fc.nat(2),
      miss: fc.constantFrom('none' as const, 'money' as const, 'volume' as const),
    }),
    { maxLength: 1 },
  ),
  wrong: fc.array(fc.record({ fault: fc.nat(40), account: fc.nat(11), day: fc.nat(60) }), { maxLength: 3 }),
  grouping: fc.constantFrom('feed' as const, 'day' as const),
  activationsFirst: fc.boolean(),
  pieces: mostly(0, 1, 3),
  repeat: mostly<WorldPlan['repeat']>('no', 'each', 'all'),
}).map(({ people: [affiliates, invitees], ...plan }) => ({
  ...plan, accounts: [...affiliates, ...invitees], affiliates: affiliates.length,
}));
