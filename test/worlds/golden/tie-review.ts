/** Tiers of `referral`: outcomes and reviews (TIE-4…6). */
import type { GoldenCase } from '../expectation.ts';
import {
  account, activates, approves, changes, commissionRun, evaluation, justAfter, justBefore, moment, rejects, story,
  trades,
} from '../story.ts';
import { refers, volume } from './tie.ts';

export const TIE_REVIEW_CASES: GoldenCase[] = [
  {
    id: 'TIE-4: promotion waits for staff; retention and demotion do not; each from its instant',
    rules: ['TIE-4', 'TIE-5'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('january', 'bob', '2026-01-10', '100000'), commissionRun('2026-01-31'), evaluation('2026-01'),
      approves('ada', '2026-01', '2026-02-03 12:00'),
      volume('waiting', 'bob', justBefore('2026-02-03 12:00'), '0'), volume('approved', 'bob', '2026-02-03 12:00', '0'),
      volume('february', 'bob', '2026-02-10', '100000'), commissionRun('2026-02-28'), evaluation('2026-02'),
      volume('march', 'bob', '2026-03-10', '50000'), volume('end-of-march', 'bob', justBefore('2026-04-01'), '0'),
      commissionRun('2026-03-31'), evaluation('2026-03'),
      volume('start-of-april', 'bob', '2026-04-01', '0'), commissionRun('2026-04-30'), evaluation('2026-04'),
      volume('may', 'bob', '2026-05-01', '0'), commissionRun('2026-05-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': { tier_before: 0, tier_reached: 2, outcome: 'promotion', review_state: 'pending' },
        '2026-02 ada': { tier_before: 2, tier_reached: 2, outcome: 'retention', review_state: null },
        '2026-03 ada': { tier_before: 2, tier_reached: 1, outcome: 'demotion', review_state: null },
        '2026-04 ada': { tier_before: 1, tier_reached: 0, outcome: 'demotion' },
      },
      records: {
        waiting: { tier: 0, rate_bps: 1500, amount: '15' }, // fee 100 × 15 %
        approved: { tier: 2, rate_bps: 2500, amount: '25' }, // × 25 %
        'end-of-march': { tier: 2, rate_bps: 2500 },
        'start-of-april': { tier: 1, rate_bps: 2000, amount: '20' }, // × 20 %
        may: { tier: 0, rate_bps: 1500 },
      },
      reviews: { 'ada 2026-01': 'approved' },
    },
  },
  {
    id: 'TIE-4: from 2 straight to 0, from 1 to 2 by a review of its own',
    rules: ['TIE-4'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('t1', 'bob', '2026-01-10', '50000'), evaluation('2026-01'), approves('ada', '2026-01', '2026-02-02'),
      volume('t2', 'bob', '2026-02-10', '100000'), evaluation('2026-02'), approves('ada', '2026-02', '2026-03-02'),
      evaluation('2026-03'),
    ),
    expect: {
      evaluations: {
        '2026-01 ada': { tier_before: 0, tier_reached: 1, outcome: 'promotion' },
        '2026-02 ada': { tier_before: 1, tier_reached: 2, outcome: 'promotion', review_state: 'pending' },
        '2026-03 ada': { tier_before: 2, tier_reached: 0, outcome: 'demotion', qualified_volume_usdt: '0' },
      },
    },
  },
  {
    id: 'TIE-5: the approved tier holds from the instant of approval, and a late trade of before keeps the old rate',
    rules: ['TIE-5'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('t1', 'bob', '2026-01-10', '50000'), evaluation('2026-01'), approves('ada', '2026-01', '2026-02-03 09:30'),
      trades('before', 'bob', justBefore('2026-02-03 09:30')), trades('at', 'bob', '2026-02-03 09:30'),
      trades('after', 'bob', justAfter('2026-02-03 09:30')), commissionRun('2026-02-03'),
      trades('late', 'bob', '2026-02-02'), commissionRun('2026-02-04'),
    ),
    expect: {
      records: {
        before: { tier: 0, amount: '0.15' }, at: { tier: 1, amount: '0.2' }, after: { tier: 1 },
        late: { tier: 0, amount: '0.15' },
      },
    },
  },
  {
    id: 'TIE-5: a rejected promotion leaves the tier, and cannot be decided again',
    rules: ['TIE-5', 'TIE-4', 'TIE-6'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('t1', 'bob', '2026-01-10', '50000'), evaluation('2026-01'),
      rejects('ada', '2026-01', '2026-02-03'), approves('ada', '2026-01', '2026-02-04'),
      trades('t2', 'bob', '2026-02-05'), commissionRun('2026-02-05'), evaluation('2026-02'),
    ),
    expect: {
      commands: { 'reject ada 2026-01': ['done'], 'approve ada 2026-01': ['not_pending'] },
      records: { t2: { tier: 0 } },
      evaluations: { '2026-02 ada': { tier_before: 0, outcome: 'retention' } },
      reviews: { 'ada 2026-01': 'rejected' },
    },
  },
  {
    id: 'TIE-6: a review that still waits when the next month is evaluated is superseded; none is decided before',
    rules: ['TIE-6', 'TIE-3'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }),
      volume('t1', 'bob', '2026-01-10', '50000'), evaluation('2026-01'),
      volume('t2', 'bob', '2026-02-10', '100000'),
      approves('ada', '2026-01', '2026-03-01'), evaluation('2026-02'), approves('ada', '2026-01', '2026-03-01 00:01'),
      approves('ada', '2026-02', '2026-03-01 00:02'),
      trades('t3', 'bob', '2026-03-01'), trades('t4', 'bob', '2026-03-01 00:02'), commissionRun('2026-03-01'),
    ),
    expect: {
      commands: { 'approve ada 2026-01': ['evaluation_due', 'not_pending'], 'approve ada 2026-02': ['done'] },
      records: { t3: { tier: 0 }, t4: { tier: 2 } },
      reviews: { 'ada 2026-01': 'superseded', 'ada 2026-02': 'approved' },
    },
  },
  {
    id: 'TIE-6: the end of the enrolment withdraws the review, and a new enrolment starts at tier 0',
    rules: ['TIE-6', 'ENR-5'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }), refers('eve'),
      account('joe', { on: '2025-12-20', by: 'eve' }),
      volume('t1', 'bob', '2026-01-10', '50000'), volume('t2', 'joe', '2026-01-10', '50000'), evaluation('2026-01'),
      approves('eve', '2026-01', '2026-02-02'),
      changes('ada', 'account_type', 'broker', '2026-02-03'), changes('eve', 'account_type', 'broker', '2026-02-03'),
      approves('ada', '2026-01', '2026-02-04'),
      changes('eve', 'account_type', 'normal', '2026-02-05'), activates('eve', 'referral', '2026-02-05', 'eve-again'),
      trades('first', 'joe', '2026-02-02'), trades('second', 'joe', '2026-02-05'), commissionRun('2026-02-05'),
    ),
    expect: {
      commands: { 'approve ada 2026-01': ['not_pending'], 'approve eve 2026-01': ['done'] },
      records: { first: { tier: 1, rate_bps: 2000 }, second: { tier: 0, rate_bps: 1500 } },
      reviews: { 'ada 2026-01': 'withdrawn', 'eve 2026-01': 'approved' },
      enrolments: {
        eve: [
          { ended_at: moment('2026-02-03'), end_reason: 'account_type_changed' },
          { activated_at: moment('2026-02-05') },
        ],
      },
    },
  },
  {
    id: 'TIE-6: who was enrolled at the month’s end is judged; after the enrolment’s end there is nothing to decide',
    rules: ['TIE-6', 'TIE-3'],
    script: story(
      refers('ada'), account('bob', { on: '2025-12-20', by: 'ada' }), volume('t1', 'bob', '2026-01-10', '50000'),
      changes('ada', 'account_type', 'broker', justAfter('2026-02-01')), evaluation('2026-01'),
      approves('ada', '2026-01', '2026-02-02'),
    ),
    expect: {
      evaluations: { '2026-01 ada': { tier_reached: 1, outcome: 'promotion', review_state: 'withdrawn' } },
      commands: { 'approve ada 2026-01': ['not_pending'] },
      reviews: { 'ada 2026-01': 'withdrawn' },
    },
  },
];
