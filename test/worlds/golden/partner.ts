/** Levels of `partner` over three months (TIE-8, TIE-10, TIE-11). */
import type { GoldenCase } from '../expectation.ts';
import type { Step } from '../naive.ts';
import { account, activates, commissionRun, evaluation, justBefore, story, trades } from '../story.ts';

/** One client's trade in the middle of each month, in millions of USDT, and the evaluation of each month in turn. */
function months(client: string, millions: Record<string, number>): Step[] {
  return Object.entries(millions).flatMap(([month, volume]) => [
    trades(`${client}-${month}`, client, `${month}-15`, { volume_usdt: `${volume}000000` }), evaluation(month),
  ]);
}

export const PARTNER_CASES: GoldenCase[] = [
  {
    id: 'TIE-8, first example: 10, 5 and 5 million keep Advanced; 5 million more keep it, 20 reach Silver',
    rules: ['TIE-8', 'TIE-11'],
    script: story(
      account('pam', { on: '2026-05-01' }), account('cli', { on: '2026-05-01', by: 'pam' }),
      activates('pam', 'partner', '2026-05-02'),
      months('cli', { '2026-05': 5, '2026-06': 10, '2026-07': 5, '2026-08': 5 }),
    ),
    expect: {
      evaluations: {
        '2026-05 pam': { tier_before: 0, tier_reached: 0, outcome: 'retention', qualified_volume_usdt: '5000000' },
        '2026-06 pam': { tier_before: 0, tier_reached: 1, outcome: 'promotion', review_state: null }, // 5 + 10 = 15
        '2026-07 pam': { tier_before: 1, tier_reached: 1, outcome: 'retention' }, // 5 + 10 + 5 = 20
        '2026-08 pam': {
          programme: 'partner', tier_before: 1, qualified_invitees: null,
          qualified_volume_usdt: '20000000', // 10 + 5 + 5
          tier_reached: 1, outcome: 'retention', boosted: false, review_state: null,
        },
      },
    },
    // On 1 September: July 5 + August 5 = 10; 15 − 10 = 5 to keep, 30 − 10 = 20 to rise.
    outlook: { '2026-09 pam': { window: '10000000', keep: '5000000', next: '20000000' } },
  },
  {
    id: 'TIE-8, second example: 5, 5 and 3 million fall to Partner; 7 million more reach Advanced',
    rules: ['TIE-8', 'TIE-11'],
    script: story(
      account('pam', { on: '2026-04-01' }), account('cli', { on: '2026-04-01', by: 'pam' }),
      activates('pam', 'partner', '2026-04-02'),
      months('cli', { '2026-04': 5, '2026-05': 5, '2026-06': 5, '2026-07': 5, '2026-08': 3 }),
    ),
    expect: {
      evaluations: {
        '2026-06 pam': { tier_reached: 1, outcome: 'promotion' }, // 5 + 5 + 5 = 15
        '2026-07 pam': { tier_before: 1, tier_reached: 1, outcome: 'retention' }, // 5 + 5 + 5 = 15
        '2026-08 pam': {
          tier_before: 1, tier_reached: 0, outcome: 'demotion', qualified_volume_usdt: '13000000', // 5 + 5 + 3
        },
      },
    },
    // On 1 September: July 5 + August 3 = 8; Partner needs nothing, 15 − 8 = 7 to rise.
    outlook: { '2026-09 pam': { window: '8000000', keep: '0', next: '7000000' } },
  },
  {
    id: 'TIE-8: the lower bound of each level belongs to it, to the last digit',
    rules: ['TIE-8', 'TIE-10'],
    script: story(
      ...levels().map(([volume], index) => [
        account(`pam${index}`), activates(`pam${index}`, 'partner', '2026-01-02'),
        account(`cli${index}`, { by: `pam${index}` }),
        trades(`t${index}`, `cli${index}`, '2026-01-10', { volume_usdt: volume }),
      ]),
      evaluation('2026-01'),
    ),
    expect: {
      evaluations: Object.fromEntries(levels().map(([volume, level], index) => [
        `2026-01 pam${index}`,
        { qualified_volume_usdt: volume, tier_reached: level,
          outcome: level === 0 ? 'retention' : 'promotion' } as const,
      ])),
    },
  },
  {
    id: 'TIE-10: rises and falls hold from the first instant of the month, several steps at once',
    rules: ['TIE-8', 'TIE-10', 'REF-4'],
    script: story(
      account('pam'), activates('pam', 'partner', '2026-01-02'), account('cli', { by: 'pam' }),
      trades('big', 'cli', '2026-01-10', { volume_usdt: '300000000' }),
      trades('january', 'cli', justBefore('2026-02-01')),
      commissionRun('2026-01-31'), evaluation('2026-01'),
      trades('february', 'cli', '2026-02-01'), commissionRun('2026-02-28'), evaluation('2026-02'),
      commissionRun('2026-03-31'), evaluation('2026-03'),
      trades('end-of-april', 'cli', justBefore('2026-05-01')), commissionRun('2026-04-30'), evaluation('2026-04'),
      trades('may', 'cli', '2026-05-01'), commissionRun('2026-05-01'),
    ),
    expect: {
      evaluations: {
        '2026-01 pam': { tier_before: 0, tier_reached: 5, outcome: 'promotion', review_state: null },
        '2026-02 pam': { tier_before: 5, tier_reached: 5, outcome: 'retention', qualified_volume_usdt: '300000200' },
        '2026-03 pam': { tier_before: 5, tier_reached: 5, outcome: 'retention', qualified_volume_usdt: '300000200' },
        // february, april
        '2026-04 pam': { tier_before: 5, tier_reached: 0, outcome: 'demotion', qualified_volume_usdt: '200' },
      },
      records: {
        january: { tier: 0, rate_bps: 2000, amount: '0.2' },
        february: { tier: 5, rate_bps: 4500, amount: '0.45' },
        'end-of-april': { tier: 5, rate_bps: 4500 },
        may: { tier: 0, rate_bps: 2000 },
      },
    },
  },
  {
    id: 'TIE-8: clients of any age count, mining does not, and late volume counts for the open month',
    rules: ['TIE-8', 'TIE-2', 'TIE-3'],
    script: story(
      account('pam', { on: '2020-01-01' }), account('cli', { on: '2020-01-01', by: 'pam' }),
      activates('pam', 'partner', '2026-01-02'),
      trades('old', 'cli', '2026-01-10', { volume_usdt: '10000000' }),
      trades('mined', 'cli', '2026-01-10', { volume_usdt: '90000000', product: 'mining' }),
      evaluation('2026-01'),
      trades('late', 'cli', '2026-01-11', { volume_usdt: '5000000' }),
      evaluation('2026-02'), evaluation('2026-03'), evaluation('2026-04'), evaluation('2026-05'),
    ),
    expect: {
      evaluations: {
        '2026-01 pam': { qualified_volume_usdt: '10000000', tier_reached: 0 },
        '2026-02 pam': { qualified_volume_usdt: '15000000', tier_reached: 1 }, // the late 5 million count for February
        '2026-03 pam': { qualified_volume_usdt: '15000000', tier_reached: 1 },
        // February still holds them, January is out
        '2026-04 pam': { qualified_volume_usdt: '5000000', tier_reached: 0 },
        '2026-05 pam': { qualified_volume_usdt: '0', outcome: 'retention' },
      },
    },
  },
];

/** Volume of three months, and the level it reaches. */
function levels(): [string, number][] {
  return [
    ['14999999.99999999', 0], ['15000000', 1], ['29999999.99999999', 1], ['30000000', 2], ['89999999.99999999', 2],
    ['90000000', 3], ['149999999.99999999', 3], ['150000000', 4], ['299999999.99999999', 4], ['300000000', 5],
  ];
}
