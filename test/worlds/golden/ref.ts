/** Commission: the nine checks (REF-1, REF-2). */
import type { GoldenCase } from '../expectation.ts';
import type { Step } from '../naive.ts';
import type { Programme } from '../rulebook.ts';
import { account, activates, changes, commissionRun, justBefore, story, trades } from '../story.ts';

const ALL_PASS = [true, true, true, true, true, true, true, true, true];

/** `ada` refers in the programme since 2026-01-02, `bob` is her invitee since 2026-01-03. */
export function adaAndBob(programme: Programme = 'referral', vip = '0'): Step[] {
  return [
    account('ada'), activates('ada', programme, '2026-01-02'),
    account('bob', { on: '2026-01-03', by: 'ada', vip_level: vip }),
  ];
}

export const REF_CASES: GoldenCase[] = [
  {
    id: 'REF-1: a trade that passes all nine checks earns the entry rate of its fee',
    rules: ['REF-1', 'REF-4', 'ENR-5'],
    script: story(
      adaAndBob(), trades('t1', 'bob', '2026-01-05 10:00', { fee: '8', fee_currency: 'BNB' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        t1: {
          inviter: 'ada', invitee: 'bob', programme: 'referral', tier: 0, rate_bps: 1500, base: '8',
          amount: '1.2', // 8 × 15 %
          currency: 'BNB', reason: null, checks: ALL_PASS, run_day: '2026-01-05',
        },
      },
    },
  },
  {
    id: 'REF-1: the reason is the first check that fails, and the other outcomes are kept',
    rules: ['REF-1', 'REF-3'],
    script: story(
      adaAndBob('referral', '3'),
      trades('t1', 'bob', '2026-01-05', { product: 'mining', via_api: 'true', fee: '2', fee_offset: '2' }),
      trades('t2', 'bob', '2026-01-05', { via_api: 'true', fee: '2', fee_offset: '2' }),
      trades('t3', 'bob', '2026-01-05', { fee: '2', fee_offset: '2' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        t1: {
          reason: 'product_not_covered', base: '0', amount: '0', rate_bps: 1500, tier: 0, programme: 'referral',
          family: 'mining',
          checks: [true, true, true, true, false, false, false, true, false],
        },
        t2: { reason: 'api_trade', checks: [true, true, true, true, true, false, false, true, false] },
        t3: { reason: 'vip_excluded', checks: [true, true, true, true, true, true, false, true, false] },
      },
    },
  },
  {
    id: 'REF-1: where nobody activated only the first check is asked; where none is open, 4 to 8 are not',
    rules: ['REF-1'],
    script: story(
      adaAndBob(),
      account('eve'), account('joe', { by: 'eve' }),
      trades('never', 'joe', '2026-01-05'),
      changes('ada', 'account_type', 'broker', '2026-01-06'),
      trades('after', 'bob', '2026-01-06', { product: 'mining', fee_offset: '1' }),
      commissionRun('2026-01-06'),
    ),
    expect: {
      records: {
        never: {
          reason: 'not_activated', programme: null, tier: null, rate_bps: null, base: '1', amount: '0',
          checks: [false, null, null, null, null, null, null, null, null],
        },
        after: {
          reason: 'enrolment_ended', programme: null, tier: null, rate_bps: null, base: '0', amount: '0',
          checks: [true, false, true, null, null, null, null, null, false],
        },
      },
    },
  },
  {
    id: 'REF-1.9: an offset that covers the whole fee leaves nothing to share',
    rules: ['REF-1', 'REF-3'],
    script: story(
      adaAndBob(),
      trades('all', 'bob', '2026-01-05', { fee: '5', fee_offset: '5' }),
      trades('nearly', 'bob', '2026-01-05', { fee: '5', fee_offset: '4' }),
      trades('free', 'bob', '2026-01-05', { fee: '0' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        all: { reason: 'no_net_fee', base: '0', rate_bps: 1500, tier: 0 },
        nearly: { reason: null, base: '1', amount: '0.15' }, // (5 − 4) × 15 %
        free: { reason: 'no_net_fee', base: '0' },
      },
    },
  },
  {
    id: 'REF-2: mining is not covered in referral and partner, but in pro; each family has its own rate there',
    rules: ['REF-2', 'REF-4'],
    script: story(
      account('ada'), activates('ada', 'partner', '2026-01-02'), account('ann', { by: 'ada' }),
      account('pia'), activates('pia', 'pro', '2026-01-02'), account('pit', { by: 'pia' }),
      trades('partner-mining', 'ann', '2026-01-05', { product: 'mining' }),
      trades('partner-copy', 'ann', '2026-01-05', { product: 'copy', via_api: 'true' }),
      trades('pro-mining', 'pit', '2026-01-05', { product: 'mining', via_api: 'true' }),
      trades('pro-strategy', 'pit', '2026-01-05', { product: 'strategy' }),
      trades('pro-onchain', 'pit', '2026-01-05', { product: 'onchain' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        'partner-mining': { reason: 'product_not_covered', rate_bps: 2000, tier: 0, programme: 'partner' },
        'partner-copy': { reason: null, amount: '0.2', family: 'futures', tier: 0 }, // 1 × 20 %
        'pro-mining': { reason: null, rate_bps: 1000, amount: '0.1', family: 'mining', tier: null }, // 1 × 10 %
        'pro-strategy': { reason: null, rate_bps: 1000, amount: '0.1', family: 'futures' }, // 1 × 10 %
        'pro-onchain': { reason: null, rate_bps: 2000, amount: '0.2', family: 'spot_margin' }, // 1 × 20 %
      },
    },
  },
  {
    id: 'REF-1.7: VIP 2 earns, VIP 3 does not, from the very instant of the change',
    rules: ['REF-1', 'STA-6'],
    script: story(
      adaAndBob('referral', '2'),
      changes('bob', 'vip_level', '3', '2026-01-05'), changes('bob', 'vip_level', '1', '2026-01-06'),
      trades('two', 'bob', justBefore('2026-01-05')),
      trades('three', 'bob', '2026-01-05'),
      trades('one', 'bob', '2026-01-06'),
      commissionRun('2026-01-06'),
    ),
    expect: { records: { two: { reason: null }, three: { reason: 'vip_excluded' }, one: { reason: null } } },
  },
  {
    id: 'REF-1.6: trades through the API earn in partner and pro, not in referral; so do high VIP levels',
    rules: ['REF-1'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('ann', { by: 'ada' }),
      account('pam'), activates('pam', 'partner', '2026-01-02'), account('pat', { by: 'pam', vip_level: '9' }),
      account('pia'), activates('pia', 'pro', '2026-01-02'), account('pit', { by: 'pia', vip_level: '9' }),
      trades('referral', 'ann', '2026-01-05', { via_api: 'true' }),
      trades('partner', 'pat', '2026-01-05', { via_api: 'true' }),
      trades('pro', 'pit', '2026-01-05', { via_api: 'true' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        referral: { reason: 'api_trade' }, partner: { reason: null, checks: ALL_PASS },
        pro: { reason: null, checks: ALL_PASS },
      },
    },
  },
  {
    id: 'REF-1.8: futures of pro do not earn while either side is in a restricted country',
    rules: ['REF-1'],
    script: story(
      adaAndBob('pro'),
      trades('fine', 'bob', justBefore('2026-01-05'), { product: 'futures_usdt' }),
      changes('bob', 'country', 'CU', '2026-01-05'),
      trades('invitee', 'bob', '2026-01-05', { product: 'futures_usdt' }),
      trades('invitee-spot', 'bob', '2026-01-05'),
      trades('invitee-copy', 'bob', '2026-01-05', { product: 'copy' }),
      changes('bob', 'country', 'FR', '2026-01-06'), changes('ada', 'country', 'IR', '2026-01-06'),
      trades('inviter', 'bob', '2026-01-06', { product: 'futures_coin' }),
      trades('inviter-mining', 'bob', '2026-01-06', { product: 'mining' }),
      commissionRun('2026-01-06'),
    ),
    expect: {
      records: {
        fine: { reason: null },
        invitee: {
          reason: 'region_restricted', rate_bps: 1000, tier: null,
          checks: [true, true, true, true, true, true, true, false, true],
        },
        'invitee-spot': { reason: null },
        'invitee-copy': { reason: 'region_restricted' },
        inviter: { reason: 'region_restricted' },
        'inviter-mining': { reason: null },
      },
    },
  },
  {
    id: 'REF-1.8: the Netherlands from 2023-07-17 on, and only in pro',
    rules: ['REF-1'],
    script: story(
      account('pia', { on: '2023-07-01', country: 'NL' }), activates('pia', 'pro', '2023-07-02'),
      account('pit', { on: '2023-07-03', by: 'pia' }),
      account('ada', { on: '2023-07-01', country: 'NL' }), activates('ada', 'referral', '2023-07-02'),
      account('ann', { on: '2023-07-03', by: 'ada' }),
      trades('before', 'pit', justBefore('2023-07-17'), { product: 'futures_usdt' }),
      trades('from', 'pit', '2023-07-17', { product: 'futures_usdt' }),
      trades('referral', 'ann', '2023-07-17', { product: 'futures_usdt' }),
      commissionRun('2023-07-17'),
    ),
    expect: {
      records: { before: { reason: null }, from: { reason: 'region_restricted' }, referral: { reason: null } },
    },
  },
];
