/** Bindings made at registration (BIN-1…3, BIN-7). */
import type { GoldenCase } from '../expectation.ts';
import { account, activates, codeOf, commissionRun, justAfter, justBefore, story, trades } from '../story.ts';

export const BIN_CASES: GoldenCase[] = [
  {
    id: 'BIN-2: one level only: of A → B → C, A earns on B and B on C',
    rules: ['BIN-2'],
    script: story(
      account('a'), activates('a', 'referral', '2026-01-02'),
      account('b', { by: 'a' }), activates('b', 'referral', '2026-01-02'), account('c', { by: 'b' }),
      trades('of-b', 'b', '2026-01-05'), trades('of-c', 'c', '2026-01-05', { fee: '2' }),
      trades('of-a', 'a', '2026-01-05'),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        'of-b': { inviter: 'a', amount: '0.15' }, // 1 × 15 %
        'of-c': { inviter: 'b', amount: '0.3' }, // 2 × 15 %, and nothing for a
        'of-a': null, // nobody invited a
      },
    },
  },
  {
    id: 'BIN-3: before the activation nothing is earned, at its very instant it is',
    rules: ['BIN-3', 'ENR-1'],
    script: story(
      account('ada'), account('bob', { by: 'ada' }), activates('ada', 'referral', '2026-01-05 12:00'),
      trades('before', 'bob', justBefore('2026-01-05 12:00')),
      trades('at', 'bob', '2026-01-05 12:00'),
      trades('after', 'bob', justAfter('2026-01-05 12:00')),
      commissionRun('2026-01-05'),
    ),
    expect: {
      records: {
        before: { reason: 'not_activated', programme: null, tier: null, rate_bps: null, base: '1', amount: '0' },
        at: { reason: null, amount: '0.15' },
        after: { reason: null, amount: '0.15' },
      },
    },
  },
  {
    id: 'BIN-1: a code that nobody has, or one’s own, binds nobody, now or later',
    rules: ['BIN-1'],
    script: story(
      account('lost', { by: 'ada' }), account('self', { by: 'self' }),
      account('ada'), activates('ada', 'referral', '2026-01-02'),
      account('coded', { by: 'ada', inviter_channel: 'code' }), account('alone'),
      trades('of-lost', 'lost', '2026-01-05'), trades('of-self', 'self', '2026-01-05'),
      trades('of-coded', 'coded', '2026-01-05'), trades('of-alone', 'alone', '2026-01-05'),
      commissionRun('2026-01-05'),
      account('lost', { by: 'ada' }),
    ),
    expect: {
      rows: {
        lost: ['binding_refused:unknown_inviter_code', 'duplicate'],
        self: ['binding_refused:self_referral'],
        coded: ['accepted'],
      },
      records: { 'of-lost': null, 'of-self': null, 'of-alone': null, 'of-coded': { inviter: 'ada' } },
    },
  },
  {
    id: 'BIN-1: the first inviter stays: a second account row with another inviter is a conflict',
    rules: ['BIN-1'],
    script: story(
      account('ada'), account('eve'), activates('ada', 'referral', '2026-01-02'),
      activates('eve', 'referral', '2026-01-02'),
      account('bob', { by: 'ada' }), account('bob', { by: 'eve' }), account('bob', { by: 'ada' }),
      trades('t1', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
    ),
    expect: { rows: { bob: ['accepted', 'conflict', 'duplicate'] }, records: { t1: { inviter: 'ada' } } },
  },
  {
    id: 'BIN-7: from 2024-12-30 on a new user in a MiCA country cannot be bound to a pro affiliate',
    rules: ['BIN-7'],
    script: story(
      account('pia', { on: '2024-12-01' }), activates('pia', 'pro', '2024-12-02'),
      account('ada', { on: '2024-12-01' }), activates('ada', 'referral', '2024-12-02'),
      account('before', { on: justBefore('2024-12-30'), country: 'DE', by: 'pia' }),
      account('german', { on: '2024-12-30', country: 'DE', by: 'pia' }),
      account('norse', { on: '2024-12-30', country: 'NO', by: 'pia', inviter_channel: 'code' }),
      account('swiss', { on: '2024-12-30', country: 'CH', by: 'pia' }),
      account('elsewhere', { on: '2024-12-30', country: 'DE', by: 'ada' }),
      trades('of-before', 'before', '2024-12-31'), trades('of-german', 'german', '2024-12-31'),
      commissionRun('2024-12-31'),
    ),
    expect: {
      rows: {
        before: ['accepted'], german: ['binding_refused:mica_region'], norse: ['binding_refused:mica_region'],
        swiss: ['accepted'], elsewhere: ['accepted'],
      },
      records: { 'of-before': { reason: null, programme: 'pro' }, 'of-german': null },
    },
  },
  {
    id: 'BIN-7: what counts is the inviter’s enrolment at the instant of registration, as known on arrival',
    rules: ['BIN-7'],
    script: story(
      account('pia'), activates('pia', 'pro', '2026-01-05 12:00'),
      account('early', { on: justBefore('2026-01-05 12:00'), country: 'FR', by: 'pia' }),
      account('at', { on: '2026-01-05 12:00', country: 'FR', by: 'pia' }),
      account('peg'), account('bound', { on: '2026-01-06', country: 'FR', by: 'peg' }),
      activates('peg', 'pro', '2026-01-05'),
      trades('t1', 'bound', '2026-01-06'), commissionRun('2026-01-06'),
    ),
    expect: {
      rows: { early: ['accepted'], at: ['binding_refused:mica_region'], bound: ['accepted'] },
      records: { t1: { reason: null, inviter: 'peg' } }, // the activation of peg arrived after the binding
    },
  },
  {
    id: 'BIN-1: the codes of accounts are unique',
    rules: ['BIN-1'],
    script: story(
      account('ada'), account('eve', { referral_code: codeOf('ada') }),
      activates('ada', 'referral', '2026-01-02'), activates('eve', 'referral', '2026-01-02'),
      account('bob', { by: 'ada' }), trades('t1', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
    ),
    expect: {
      rows: { eve: ['rejected:referral_code_taken'], 'eve-referral': ['rejected:unknown_uid'] },
      records: { t1: { inviter: 'ada' } },
    },
  },
];
