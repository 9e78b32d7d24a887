/** Activations (ENR-1…5). */
import type { GoldenCase } from '../expectation.ts';
import { account, activates, changes, commissionRun, justBefore, moment, story, trades } from '../story.ts';

export const ENR_CASES: GoldenCase[] = [
  {
    id: 'ENR-2: every reason for a refusal is given, in order',
    rules: ['ENR-2', 'ENR-4'],
    script: story(
      account('ada', { account_type: 'broker', kyc_level: 'basic' }), activates('ada', 'referral', '2026-01-02'),
      account('eve'), activates('eve', 'pro', '2026-01-02'),
      changes('eve', 'account_type', 'broker', '2026-01-03'), changes('eve', 'kyc_level', 'none', '2026-01-03'),
      activates('eve', 'referral', '2026-01-04'),
      activates('eve', 'pro', '2026-01-04', 'eve-again'),
      account('joe', { on: '2026-01-05', kyc_level: 'none' }), activates('joe', 'referral', justBefore('2026-01-05')),
    ),
    expect: {
      rows: {
        'ada-referral': ['rejected:account_type_not_eligible;kyc_not_advanced'],
        'eve-referral': ['rejected:already_enrolled;account_type_not_eligible;kyc_not_advanced'],
        'eve-again': ['rejected:already_enrolled;kyc_not_advanced'],
        'joe-referral': ['rejected:before_registration'],
      },
    },
  },
  {
    id: 'ENR-2: type and KYC are those of the instant of activation',
    rules: ['ENR-2'],
    script: story(
      account('ada', { kyc_level: 'basic' }), account('eve', { kyc_level: 'basic' }),
      changes('ada', 'kyc_level', 'advanced', '2026-01-05'), changes('eve', 'kyc_level', 'advanced', '2026-01-05'),
      activates('ada', 'referral', justBefore('2026-01-05'), 'too-early'),
      activates('eve', 'referral', '2026-01-05', 'in-time'),
      changes('eve', 'kyc_level', 'none', '2026-01-06'), account('bob', { by: 'eve' }),
      trades('t1', 'bob', '2026-01-07'), commissionRun('2026-01-07'),
    ),
    expect: {
      rows: { 'too-early': ['rejected:kyc_not_advanced'], 'in-time': ['accepted'] },
      records: { t1: { reason: null } }, // KYC is asked at the activation, not afterwards
    },
  },
  {
    id: 'ENR-3: which types may activate what',
    rules: ['ENR-3'],
    script: story(
      ...['broker', 'institutional', 'market_maker', 'collaborator'].map((type) => [
        account(type, { account_type: type }),
        activates(type, 'referral', '2026-01-02'), activates(type, 'partner', '2026-01-02'),
      ]),
      account('maker', { account_type: 'market_maker' }), activates('maker', 'pro', '2026-01-02'),
      account('helper', { account_type: 'collaborator' }), activates('helper', 'pro', '2026-01-02'),
    ),
    expect: {
      rows: {
        'broker-referral': ['rejected:account_type_not_eligible'], 'broker-partner': ['accepted'],
        'institutional-referral': ['rejected:account_type_not_eligible'], 'institutional-partner': ['accepted'],
        'market_maker-referral': ['rejected:account_type_not_eligible'],
        'market_maker-partner': ['rejected:account_type_not_eligible'],
        'collaborator-referral': ['rejected:account_type_not_eligible'], 'collaborator-partner': ['accepted'],
        'maker-pro': ['rejected:account_type_not_eligible'], 'helper-pro': ['accepted'],
      },
    },
  },
  {
    id: 'ENR-4: one enrolment at a time, in the same programme too, and none before one that exists',
    rules: ['ENR-4'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-05'),
      activates('ada', 'referral', '2026-01-06', 'same'), activates('ada', 'pro', '2026-01-06', 'other'),
      activates('ada', 'pro', '2026-01-04', 'earlier'), activates('ada', 'referral', '2026-01-05', 'ada-referral'),
      activates('ada', 'partner', '2026-01-05', 'ada-referral'),
    ),
    expect: {
      rows: {
        'ada-referral': ['accepted', 'duplicate', 'conflict'],
        same: ['rejected:already_enrolled'], other: ['rejected:already_enrolled'],
        earlier: ['rejected:already_enrolled'],
      },
    },
  },
  {
    id: 'ENR-4: the instant at which one enrolment ends can begin the next, in another programme',
    rules: ['ENR-4', 'STA-2'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { by: 'ada' }),
      changes('ada', 'account_type', 'broker', '2026-01-05'),
      activates('ada', 'pro', justBefore('2026-01-05'), 'overlapping'), activates('ada', 'pro', '2026-01-05', 'next'),
      trades('last', 'bob', justBefore('2026-01-05')), trades('first', 'bob', '2026-01-05'),
      commissionRun('2026-01-05'),
    ),
    expect: {
      rows: { overlapping: ['rejected:already_enrolled'], next: ['accepted'] },
      records: {
        last: { programme: 'referral', rate_bps: 1500, tier: 0 },
        first: { programme: 'pro', rate_bps: 2000, tier: null },
      },
      enrolments: {
        ada: [
          { programme: 'referral', activated_at: moment('2026-01-02'), ended_at: moment('2026-01-05') },
          { programme: 'pro', activated_at: moment('2026-01-05'), ended_at: null },
        ],
      },
    },
  },
  {
    id: 'ENR-1: an activation that was refused can be sent again when it is due',
    rules: ['ENR-1', 'ENR-2'],
    script: story(
      account('ada', { kyc_level: 'basic' }), account('bob', { by: 'ada' }),
      activates('ada', 'referral', '2026-01-03', 'wish'),
      changes('ada', 'kyc_level', 'advanced', '2026-01-04'),
      activates('ada', 'referral', '2026-01-04', 'wish'),
      trades('t1', 'bob', justBefore('2026-01-04')), trades('t2', 'bob', '2026-01-04'), commissionRun('2026-01-04'),
    ),
    expect: {
      rows: { wish: ['rejected:kyc_not_advanced', 'accepted'] },
      records: { t1: { reason: 'not_activated' }, t2: { reason: null } },
    },
  },
];
