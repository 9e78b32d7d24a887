/** Tiers of `referral`: what counts, for whom, for which month (TIE-1…3, TIE-7). */
import type { GoldenCase } from '../expectation.ts';
import type { Step } from '../naive.ts';
import {
  account, activates, changes, commissionRun, evaluation, justAfter, justBefore, story, times, trades, transfers,
} from '../story.ts';

/** An affiliate of `referral` since 2026-01-02, registered long before. */
export function refers(uid: string): Step[] {
  return [account(uid, { on: '2025-01-01' }), activates(uid, 'referral', '2026-01-02')];
}

/** An invitee of January with so much money in and so much volume, both on the 10th. */
function invitee(uid: string, by: string, money: string, volume: string): Step[] {
  return [
    account(uid, { on: '2026-01-05', by }), transfers(uid, money, '2026-01-10'),
    trades(`${uid}-trade`, uid, '2026-01-10', { volume_usdt: volume }),
  ];
}

/** Volume of an invitee that is too old to count as qualified invitee, but not for the window. */
export function volume(id: string, uid: string, on: string, usdt: string): Step {
  return trades(id, uid, on, { volume_usdt: usdt, fee: '100' });
}

export const TIE_CASES: GoldenCase[] = [
  {
    id: 'TIE-1: 100 USDT from outside and 1,000 USDT of volume in the month of registration, both inclusive',
    rules: ['TIE-1', 'TIE-2'],
    script: story(
      refers('ada'),
      invitee('exact', 'ada', '100', '1000'), // counts
      invitee('poor', 'ada', '99.99999999', '1000'),
      invitee('lazy', 'ada', '100', '999.99999999'),
      invitee('pieces', 'ada', '40', '400'), transfers('pieces', '60', '2026-01-11'), // counts, with the next one
      trades('pieces-2', 'pieces', '2026-01-11', { volume_usdt: '600' }),
      invitee('withdrawn', 'ada', '100', '1000'), // counts
      transfers('withdrawn', '100', '2026-01-11', { direction: 'out' }),
      account('internal', { on: '2026-01-05', by: 'ada' }),
      transfers('internal', '100', '2026-01-10', { source: 'internal' }),
      trades('internal-trade', 'internal', '2026-01-10', { volume_usdt: '1000' }),
      evaluation('2026-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': {
          programme: 'referral', tier_before: 0, qualified_invitees: 3,
          qualified_volume_usdt: '5999.99999999', // 5 × 1,000 and 999.99999999: volume needs no money in
          tier_reached: 0, outcome: 'retention', boosted: false, review_state: null,
        },
      },
    },
  },
  {
    id: 'TIE-1: the month begins with its first instant and ends before the next one',
    rules: ['TIE-1'],
    script: story(
      refers('ada'),
      account('first', { on: '2026-01-01', by: 'ada' }), transfers('first', '100', '2026-01-01'),
      trades('first-trade', 'first', '2026-01-01', { volume_usdt: '1000' }), // counts
      account('december', { on: justBefore('2026-01-01'), by: 'ada' }), transfers('december', '100', '2026-01-10'),
      trades('december-trade', 'december', '2026-01-10', { volume_usdt: '1000' }),
      account('last', { on: justBefore('2026-02-01'), by: 'ada' }), transfers('last', '100', justBefore('2026-02-01')),
      trades('last-trade', 'last', justBefore('2026-02-01'), { volume_usdt: '1000' }), // counts
      account('money-late', { on: '2026-01-05', by: 'ada' }), transfers('money-late', '100', '2026-02-01'),
      trades('money-late-trade', 'money-late', '2026-01-10', { volume_usdt: '1000' }),
      account('trade-late', { on: '2026-01-05', by: 'ada' }), transfers('trade-late', '100', '2026-01-10'),
      trades('trade-late-trade', 'trade-late', '2026-02-01', { volume_usdt: '1000' }),
      account('next', { on: '2026-02-01', by: 'ada' }), transfers('next', '100', '2026-02-01'),
      trades('next-trade', 'next', '2026-02-01', { volume_usdt: '1000' }),
      evaluation('2026-01'), evaluation('2026-02'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': { qualified_invitees: 2, qualified_volume_usdt: '4000' }, // first, december, last, money-late
        '2026-02 ada': { qualified_invitees: 1, qualified_volume_usdt: '2000' }, // next; trade-late
      },
    },
  },
  {
    id: 'TIE-1: 5 qualified invitees reach tier 1, 14 too, 15 tier 2; 4 stay',
    rules: ['TIE-1', 'TIE-4'],
    script: story(
      [4, 5, 14, 15].map((count) => [
        ...refers(`with${count}`),
        ...times(count, (n) => invitee(`of${count}-${n}`, `with${count}`, '100', '1000')),
      ].flat()).flat(),
      evaluation('2026-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 with4': { qualified_invitees: 4, tier_reached: 0, outcome: 'retention', review_state: null },
        '2026-01 with5': {
          qualified_invitees: 5, qualified_volume_usdt: '5000', tier_reached: 1, outcome: 'promotion',
          review_state: 'pending',
        },
        '2026-01 with14': { qualified_invitees: 14, tier_reached: 1, outcome: 'promotion' },
        '2026-01 with15': {
          qualified_invitees: 15, qualified_volume_usdt: '15000', tier_reached: 2, outcome: 'promotion',
          review_state: 'pending',
        },
      },
    },
  },
  {
    id: 'TIE-1: every source but internal counts, and their sum; what section 6 excludes counts too, but not mining',
    rules: ['TIE-1', 'TIE-2'],
    script: story(
      refers('ada'),
      ...(['crypto', 'fiat', 'third_party', 'p2p'] as const).map((source) => [
        account(source, { on: '2026-01-05', by: 'ada', vip_level: '9' }),
        transfers(source, '100', '2026-01-10', { source }),
        trades(`${source}-trade`, source, '2026-01-10', { volume_usdt: '1000', via_api: 'true', fee_offset: '1' }),
      ]),
      account('mixed', { on: '2026-01-05', by: 'ada' }),
      transfers('mixed', '50', '2026-01-10'), transfers('mixed', '50', '2026-01-10', { source: 'internal' }),
      trades('mixed-trade', 'mixed', '2026-01-10', { volume_usdt: '1000' }),
      account('miner', { on: '2026-01-05', by: 'ada' }), transfers('miner', '100', '2026-01-10'),
      trades('miner-trade', 'miner', '2026-01-10', { product: 'mining', volume_usdt: '1000' }),
      evaluation('2026-01'),
    ),
    expect: {
      // 4 sources; 5 × 1,000, no mining
      evaluations: { '2026-01 ada': { qualified_invitees: 4, qualified_volume_usdt: '5000' } },
    },
  },
  {
    id: 'TIE-2: 50,000 USDT of volume reach tier 1, 100,000 tier 2, to the last digit',
    rules: ['TIE-2', 'TIE-4'],
    script: story(
      ...['49999.99999999', '50000', '99999.99999999', '100000'].map((usdt, index) => [
        ...refers(`ada${index}`), account(`bob${index}`, { on: '2025-12-20', by: `ada${index}` }),
        volume(`t${index}`, `bob${index}`, '2026-01-10', usdt),
      ]),
      evaluation('2026-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada0': { qualified_volume_usdt: '49999.99999999', tier_reached: 0, outcome: 'retention' },
        '2026-01 ada1': { qualified_volume_usdt: '50000', tier_reached: 1, outcome: 'promotion' },
        '2026-01 ada2': { qualified_volume_usdt: '99999.99999999', tier_reached: 1, outcome: 'promotion' },
        '2026-01 ada3': {
          qualified_volume_usdt: '100000', tier_reached: 2, outcome: 'promotion', qualified_invitees: 0,
        },
      },
    },
  },
  {
    id: 'TIE-2: volume counts within the window of 365 days, before the activation too, and of one level only',
    rules: ['TIE-2', 'REF-5', 'BIN-2'],
    script: story(
      account('ada', { on: '2025-01-01' }), account('old', { on: '2025-01-10', by: 'ada' }),
      account('own', { on: '2025-06-01', by: 'old' }), activates('ada', 'referral', '2026-01-20'),
      volume('day-365', 'old', justBefore('2026-01-11'), '1000'), // counts, ada had not activated
      volume('day-366', 'old', '2026-01-11', '10000'),
      volume('second-level', 'own', '2026-01-10', '100000'),
      volume('of-herself', 'ada', '2026-01-10', '100000'),
      evaluation('2026-01'),
    ),
    expect: { evaluations: { '2026-01 ada': { qualified_volume_usdt: '1000', tier_reached: 0 } } },
  },
  {
    id: 'TIE-3: those are judged who are enrolled at the first instant of the next month',
    rules: ['TIE-3'],
    script: story(
      account('at'), activates('at', 'referral', '2026-02-01'),
      account('after'), activates('after', 'referral', justAfter('2026-02-01')),
      account('left'), activates('left', 'referral', '2026-01-02'),
      changes('left', 'account_type', 'broker', '2026-02-01'),
      account('leaving'), activates('leaving', 'referral', '2026-01-02'),
      changes('leaving', 'account_type', 'broker', justAfter('2026-02-01')),
      account('pia'), activates('pia', 'pro', '2026-01-02'),
      evaluation('2026-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 at': { outcome: 'retention' }, '2026-01 after': null, '2026-01 left': null,
        '2026-01 leaving': { outcome: 'retention' }, '2026-01 pia': null,
      },
    },
  },
  {
    id: 'TIE-3: a trade of a closed month counts for the earliest open one; its commission keeps its own instant',
    rules: ['TIE-3', 'REF-7'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('in-time', 'bob', '2026-01-10', '40000'), commissionRun('2026-01-31'), evaluation('2026-01'),
      volume('late', 'bob', '2026-01-10', '30000'), volume('february', 'bob', '2026-02-10', '20000'),
      evaluation('2026-02'),
      volume('later-still', 'bob', '2026-01-10', '7'),
      commissionRun('2026-03-01'), evaluation('2026-03'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': { qualified_volume_usdt: '40000', outcome: 'retention' },
        '2026-02 ada': { qualified_volume_usdt: '50000', outcome: 'promotion' }, // 30,000 of January + 20,000
        '2026-03 ada': { qualified_volume_usdt: '7' },
      },
      records: { late: { amount: '15', run_day: '2026-03-01', tier: 0 } }, // 100 × 15 %
    },
  },
  {
    id: 'TIE-3: a registration, its money and its volume of a closed month count together for the open one',
    rules: ['TIE-3', 'TIE-1'],
    script: story(
      refers('ada'), times(2, (n) => invitee(`in-time-${n}`, 'ada', '100', '1000')),
      account('half', { on: '2026-01-05', by: 'ada' }),
      trades('half-trade', 'half', '2026-01-10', { volume_usdt: '1000' }),
      evaluation('2026-01'),
      times(5, (n) => invitee(`late-${n}`, 'ada', '100', '1000')), transfers('half', '100', '2026-01-10'),
      evaluation('2026-02'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': { qualified_invitees: 2, outcome: 'retention' },
        '2026-02 ada': { qualified_invitees: 5, tier_reached: 1, outcome: 'promotion' }, // half was bound in January
      },
    },
  },
  {
    id: 'TIE-3: months in order and without gaps, and the run of a day waits for the month before it',
    rules: ['TIE-3', 'TIE-7'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }), trades('t1', 'bob', '2026-02-01'),
      commissionRun('2026-01-31'),
      evaluation('2026-01', '2026-01-31 23:59'), evaluation('2026-02'), commissionRun('2026-02-01'),
      evaluation('2026-01'), commissionRun('2026-02-01'), evaluation('2026-01'), evaluation('2026-02'),
    ),
    expect: {
      commands: {
        'evaluation 2026-01': ['month_not_over', 'done', 'covered'],
        'evaluation 2026-02': ['previous_month_open', 'done'],
        'commission 2026-01-31': ['done'],
        'commission 2026-02-01': ['evaluation_pending', 'done'],
      },
      records: { t1: { run_day: '2026-02-01' } },
    },
  },
  {
    id: 'TIE-3: whoever activates at the first instant of a month makes the month before it wait for its evaluation',
    rules: ['TIE-3'],
    script: story(
      account('ada'), activates('ada', 'partner', '2026-02-01'), account('bob', { by: 'ada' }),
      trades('t1', 'bob', '2026-02-01'),
      commissionRun('2026-02-01'), evaluation('2026-01'), commissionRun('2026-02-01'),
    ),
    expect: {
      commands: { 'commission 2026-02-01': ['evaluation_pending', 'done'], 'evaluation 2026-01': ['done'] },
      records: { t1: { reason: null, amount: '0.2', run_day: '2026-02-01' } },
    },
  },
  {
    id: 'TIE-3: nothing waits for a month at whose end nobody with tiers was enrolled',
    rules: ['TIE-3'],
    script: story(
      account('pia'), activates('pia', 'pro', '2026-01-02'), account('ada'),
      activates('ada', 'referral', justAfter('2026-02-01')),
      account('bob', { by: 'pia' }), trades('t1', 'bob', '2026-02-02'),
      commissionRun('2026-02-02'), evaluation('2026-02'),
    ),
    expect: {
      commands: { 'commission 2026-02-02': ['done'], 'evaluation 2026-02': ['done'] },
      evaluations: { '2026-02 ada': { outcome: 'retention' } },
      records: { t1: { reason: null } },
    },
  },
];
