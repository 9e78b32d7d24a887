/** Status changes that come with the feed (STA-1, STA-2, STA-5, STA-6). */
import type { GoldenCase } from '../expectation.ts';
import { account, activates, changes, commissionRun, justBefore, moment, story, trades } from '../story.ts';

/** `ada` refers since 2026-01-02, `bob` is her invitee; then her type changes on 2026-01-05 at noon. */
function adaBecomes(type: string, programme: 'referral' | 'partner' | 'pro' = 'referral') {
  return [
    account('ada'), activates('ada', programme, '2026-01-02'), account('bob', { by: 'ada' }),
    changes('ada', 'account_type', type, '2026-01-05 12:00'),
    trades('before', 'bob', justBefore('2026-01-05 12:00')), trades('at', 'bob', '2026-01-05 12:00'),
  ];
}

export const STA_CASES: GoldenCase[] = [
  {
    id: 'STA-1: becoming a collaborator ends the referral enrolment at that instant',
    rules: ['STA-1'],
    script: story(adaBecomes('collaborator'), commissionRun('2026-01-05')),
    expect: {
      records: {
        before: { reason: null, amount: '0.15' },
        at: { reason: 'enrolment_ended', amount: '0', rate_bps: null, tier: null, programme: null },
      },
      enrolments: { ada: [{ ended_at: moment('2026-01-05 12:00'), end_reason: 'moved_to_collaborator' }] },
    },
  },
  ...['institutional', 'broker', 'market_maker'].map((type): GoldenCase => ({
    id: `STA-2: becoming ${type} ends the referral enrolment: 1 ms before still earns, the instant does not`,
    rules: ['STA-2'],
    script: story(adaBecomes(type), commissionRun('2026-01-05')),
    expect: {
      records: { before: { reason: null, amount: '0.15' }, at: { reason: 'enrolment_ended' } },
      enrolments: { ada: [{ ended_at: moment('2026-01-05 12:00'), end_reason: 'account_type_changed' }] },
    },
  })),
  ...(['partner', 'pro'] as const).map((programme): GoldenCase => ({
    id: `STA-2: ${programme} goes on for a broker and a collaborator, and ends for a market maker`,
    rules: ['STA-2', 'STA-1'],
    script: story(
      adaBecomes('broker', programme),
      changes('ada', 'account_type', 'collaborator', '2026-01-06'), trades('collaborator', 'bob', '2026-01-06'),
      changes('ada', 'account_type', 'market_maker', '2026-01-07'), trades('maker', 'bob', '2026-01-07'),
      commissionRun('2026-01-07'),
    ),
    expect: {
      records: {
        before: { reason: null, amount: '0.2' }, // both start at 20 % for spot
        at: { reason: null, programme }, collaborator: { reason: null }, maker: { reason: 'enrolment_ended' },
      },
      enrolments: { ada: [{ ended_at: moment('2026-01-07'), end_reason: 'account_type_changed' }] },
    },
  })),
  {
    id: 'STA-5: going back to normal opens nothing; a new activation does',
    rules: ['STA-5', 'ENR-1'],
    script: story(
      adaBecomes('broker'),
      changes('ada', 'account_type', 'normal', '2026-01-06'), trades('back', 'bob', '2026-01-06'),
      activates('ada', 'referral', '2026-01-07', 'again'), trades('anew', 'bob', '2026-01-07'),
      commissionRun('2026-01-07'),
    ),
    expect: {
      rows: { again: ['accepted'] },
      records: { back: { reason: 'enrolment_ended' }, anew: { reason: null, tier: 0, amount: '0.15' } },
    },
  },
  {
    id: 'STA-6: an invitee’s account type excludes nothing, and its VIP level nothing earlier',
    rules: ['STA-6'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { by: 'ada' }),
      changes('bob', 'account_type', 'market_maker', '2026-01-04'), trades('maker', 'bob', '2026-01-05'),
      changes('bob', 'vip_level', '5', '2026-01-06'), trades('vip', 'bob', '2026-01-06'),
      trades('earlier', 'bob', justBefore('2026-01-06')), commissionRun('2026-01-06'),
    ),
    expect: { records: { maker: { reason: null }, earlier: { reason: null }, vip: { reason: 'vip_excluded' } } },
  },
  {
    id: 'STA-2: a change that comes late ends the enrolment at its instant, and edits no record made before',
    rules: ['STA-2', 'STA-10'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { by: 'ada' }),
      trades('made', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
      changes('ada', 'account_type', 'broker', '2026-01-04'),
      trades('late', 'bob', '2026-01-05'), commissionRun('2026-01-06'), commissionRun('2026-01-05'),
    ),
    expect: { records: { made: { reason: null, amount: '0.15' }, late: { reason: 'enrolment_ended' } } },
  },
  {
    id: 'STA-2: an earlier end that comes later moves the end; later events never open it again',
    rules: ['STA-2', 'STA-5'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { by: 'ada' }),
      changes('ada', 'account_type', 'broker', '2026-01-06'),
      changes('ada', 'account_type', 'collaborator', '2026-01-04'),
      changes('ada', 'account_type', 'normal', '2026-01-04'),
      trades('t1', 'bob', justBefore('2026-01-04')), trades('t2', 'bob', '2026-01-04'), commissionRun('2026-01-06'),
    ),
    expect: {
      records: { t1: { reason: null }, t2: { reason: 'enrolment_ended' } },
      enrolments: { ada: [{ ended_at: moment('2026-01-04'), end_reason: 'moved_to_collaborator' }] },
    },
  },
  {
    id: 'STA-2: a change that arrived before the activation it follows ends that enrolment all the same',
    rules: ['STA-2', 'ENR-1'],
    script: story(
      account('ada'), account('bob', { by: 'ada' }),
      changes('ada', 'account_type', 'broker', '2026-01-05 18:00'),
      activates('ada', 'referral', '2026-01-05 09:00', 'morning'),
      trades('before', 'bob', justBefore('2026-01-05 18:00')), trades('at', 'bob', '2026-01-05 18:00'),
      commissionRun('2026-01-05'),
    ),
    expect: {
      rows: { morning: ['accepted'] },
      records: { before: { reason: null }, at: { reason: 'enrolment_ended' } },
    },
  },
];
