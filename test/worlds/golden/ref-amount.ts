/** Commission: rate, window, cut, runs (REF-4…7). */
import type { GoldenCase } from '../expectation.ts';
import { account, activates, commissionRun, justAfter, justBefore, setsRatio, story, trades } from '../story.ts';
import { adaAndBob } from './ref.ts';

export const REF_AMOUNT_CASES: GoldenCase[] = [
  {
    id: 'REF-4: a ratio holds from the instant it is set, and is cut to the ceiling',
    rules: ['REF-4'],
    script: story(
      adaAndBob('pro'),
      setsRatio('ada', 'spot_margin', 3000, '2026-01-05'),
      setsRatio('ada', 'spot_margin', 9000, '2026-01-06'),
      setsRatio('ada', 'futures', 0, '2026-01-05'),
      trades('default', 'bob', justBefore('2026-01-05')),
      trades('set', 'bob', '2026-01-05'),
      trades('set-still', 'bob', justBefore('2026-01-06')),
      trades('ceiling', 'bob', '2026-01-06'),
      trades('nothing', 'bob', '2026-01-06', { product: 'copy' }),
      commissionRun('2026-01-06'),
    ),
    expect: {
      records: {
        default: { rate_bps: 2000, amount: '0.2' },
        set: { rate_bps: 3000, amount: '0.3' },
        'set-still': { rate_bps: 3000 },
        ceiling: { rate_bps: 5000, amount: '0.5' }, // 90 % is over the ceiling of 50 %
        nothing: { rate_bps: 0, amount: '0', reason: null }, // 0 % was set: it earns, and nothing
      },
    },
  },
  {
    id: 'REF-4: a ratio set before the enrolment counts, and of two of one instant the later arrival',
    rules: ['REF-4', 'TIE-3'],
    script: story(
      account('ada'), setsRatio('ada', 'futures', 2500, '2026-01-01'),
      activates('ada', 'pro', '2026-01-02'), account('bob', { by: 'ada' }),
      setsRatio('ada', 'spot_margin', 4000, '2026-01-03'), setsRatio('ada', 'spot_margin', 1000, '2026-01-03'),
      trades('futures', 'bob', '2026-01-05', { product: 'futures_coin' }),
      trades('spot', 'bob', '2026-01-05'),
      commissionRun('2026-01-05'),
      setsRatio('ada', 'spot_margin', 4500, '2026-01-04'),
      trades('later', 'bob', '2026-01-05'),
      commissionRun('2026-01-06'),
    ),
    expect: {
      records: {
        futures: { rate_bps: 2500 },
        spot: { rate_bps: 1000 },
        later: { rate_bps: 4500 }, // the ratio that arrived late does not touch the record made before, only this one
      },
    },
  },
  {
    id: 'REF-5: day 365 earns, day 366 does not, whatever the hour of registration',
    rules: ['REF-5', 'BIN-3'],
    script: story(
      account('ada', { on: '2025-01-01' }),
      account('first', { on: '2025-03-10', by: 'ada' }), account('last', { on: justBefore('2025-03-11'), by: 'ada' }),
      activates('ada', 'referral', '2026-03-02'),
      trades('first-365', 'first', justBefore('2026-03-11')),
      trades('first-366', 'first', '2026-03-11'),
      trades('last-365', 'last', justBefore('2026-03-11')),
      trades('last-366', 'last', '2026-03-11'),
      commissionRun('2026-03-11'),
    ),
    expect: {
      records: {
        'first-365': { reason: null, amount: '0.15' }, // 2025-03-10 + 365 days = 2026-03-10
        'first-366': {
          reason: 'window_expired', amount: '0', rate_bps: 1500,
          checks: [true, true, true, false, true, true, true, true, true],
        },
        'last-365': { reason: null },
        'last-366': { reason: 'window_expired' },
      },
    },
  },
  {
    id: 'REF-5: a leap day counts as a day, and partner and pro know no window',
    rules: ['REF-5'],
    script: story(
      account('ada', { on: '2023-01-01' }), account('ann', { on: '2023-03-10', by: 'ada' }),
      account('pia', { on: '2023-01-01' }), account('pit', { on: '2023-03-10', by: 'pia' }),
      activates('ada', 'referral', '2024-03-02'), activates('pia', 'pro', '2024-03-02'),
      trades('leap-365', 'ann', '2024-03-09 23:59'),
      trades('leap-366', 'ann', '2024-03-10'),
      trades('pro', 'pit', '2024-03-10'),
      commissionRun('2024-03-10'),
    ),
    expect: {
      records: {
        'leap-365': { reason: null }, // 29 February 2024 lies between: 2023-03-10 + 365 days = 2024-03-09
        'leap-366': { reason: 'window_expired' },
        pro: { reason: null, amount: '0.2' },
      },
    },
  },
  {
    id: 'REF-6: the amount is cut, not rounded, and what is cut to nothing still earns',
    rules: ['REF-6', 'REF-1'],
    script: story(
      adaAndBob(),
      trades('cut', 'bob', '2026-01-05', { fee: '0.33333333' }),
      trades('nine', 'bob', '2026-01-05', { fee: '0.99999999' }),
      trades('dust', 'bob', '2026-01-05', { fee: '0.00000006' }),
      trades('least', 'bob', '2026-01-05', { fee: '0.00000007' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        cut: { amount: '0.04999999' }, // 33,333,333 × 1,500 / 10,000 = 4,999,999.95
        nine: { amount: '0.14999999' }, // 99,999,999 × 0.15 = 14,999,999.85
        dust: { amount: '0', reason: null, base: '0.00000006' }, // 6 × 0.15 = 0.9
        least: { amount: '0.00000001', reason: null }, // 7 × 0.15 = 1.05
      },
    },
  },
  {
    id: 'REF-6: the largest amounts come out exactly',
    rules: ['REF-6'],
    script: story(
      adaAndBob('pro'), setsRatio('ada', 'spot_margin', 4999, '2026-01-04'),
      trades('largest', 'bob', '2026-01-05', { fee: '92233720368.54775807', fee_currency: 'SHIB' }),
      trades('smaller', 'bob', '2026-01-05',
        { fee: '92233720368.54775807', fee_offset: '0.00000001', fee_currency: 'SHIB' }),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        // 9,223,372,036,854,775,807 × 4,999 / 10,000 = 4,610,763,681,223,702,425.9…
        largest: { base: '92233720368.54775807', amount: '46107636812.23702425' },
        // 9,223,372,036,854,775,806 × 4,999 / 10,000 = 4,610,763,681,223,702,425.4…
        smaller: { base: '92233720368.54775806', amount: '46107636812.23702425' },
      },
    },
  },
  {
    id: 'REF-7: late trades are picked up by the next run, and nothing is handled twice',
    rules: ['REF-7'],
    script: story(
      adaAndBob(),
      trades('t1', 'bob', '2026-01-05'), trades('t2', 'bob', '2026-01-07'),
      commissionRun('2026-01-06', '2026-01-06 23:59'),
      commissionRun('2026-01-06', '2026-01-07'),
      trades('late', 'bob', '2026-01-05'),
      commissionRun('2026-01-05'), commissionRun('2026-01-06'),
      commissionRun('2026-01-07'), commissionRun('2026-01-07'),
    ),
    expect: {
      records: { t1: { run_day: '2026-01-06' }, late: { run_day: '2026-01-07' }, t2: { run_day: '2026-01-07' } },
      commands: {
        'commission 2026-01-05': ['covered'],
        'commission 2026-01-06': ['day_not_over', 'done', 'covered'],
        'commission 2026-01-07': ['done', 'covered'],
      },
    },
  },
  {
    id: 'REF-7: a run ends with the last millisecond of its day',
    rules: ['REF-7'],
    script: story(
      adaAndBob(),
      trades('inside', 'bob', justBefore('2026-01-06')), trades('outside', 'bob', '2026-01-06'),
      trades('after', 'bob', justAfter('2026-01-06')),
      commissionRun('2026-01-05'),
    ),
    expect: { records: { inside: { run_day: '2026-01-05' }, outside: null, after: null } },
  },
];
