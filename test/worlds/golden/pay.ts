/** Manifests, and the runs that wait for them (PAY-8). */
import type { GoldenCase } from '../expectation.ts';
import { commissionRun, evaluation, justBefore, manifest, story, trades, transfers } from '../story.ts';
import { adaAndBob } from './ref.ts';

export const PAY_CASES: GoldenCase[] = [
  {
    id: 'PAY-8: a run waits until as many rows have come as the manifest says',
    rules: ['PAY-8', 'REF-7'],
    script: story(
      adaAndBob(), manifest('trades', '2026-01-05', 2, '200'), trades('t1', 'bob', '2026-01-05'),
      commissionRun('2026-01-05'), trades('t2', 'bob', justBefore('2026-01-06')), commissionRun('2026-01-05'),
    ),
    expect: {
      rows: { 'trades 2026-01-05': ['accepted'] },
      commands: { 'commission 2026-01-05': ['feed_incomplete', 'done'] },
      records: { t1: { amount: '0.15', run_day: '2026-01-05' }, t2: { amount: '0.15', run_day: '2026-01-05' } }, // 1 × 15 %
    },
  },
  {
    id: 'PAY-8: the volumes must come to the control sum, to the last decimal',
    rules: ['PAY-8'],
    script: story(
      adaAndBob(), manifest('trades', '2026-01-05', 2, '200.00000001'), trades('t1', 'bob', '2026-01-05'),
      trades('t2', 'bob', '2026-01-05', { volume_usdt: '100.00000002' }), commissionRun('2026-01-05'),
      manifest('trades', '2026-01-06', 1, '92233720368.54775807'),
      trades('t3', 'bob', '2026-01-06', { volume_usdt: '92233720368.54775807' }), commissionRun('2026-01-06'),
    ),
    expect: {
      // 100 + 100.00000002 is 0.00000001 too much; the day before is one that the next run needs, too.
      commands: { 'commission 2026-01-05': ['feed_incomplete'], 'commission 2026-01-06': ['feed_incomplete'] },
      records: { t1: null, t3: null },
    },
  },
  {
    id: 'PAY-8: more rows than the manifest says is no match either',
    rules: ['PAY-8'],
    script: story(
      adaAndBob(), manifest('accounts', '2026-01-03', 0), trades('t1', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
    ),
    expect: { commands: { 'commission 2026-01-05': ['feed_incomplete'] }, records: { t1: null } },
  },
  {
    id: 'PAY-8: a run needs its own feeds, and the days from the last covered one to its own',
    rules: ['PAY-8'],
    script: story(
      adaAndBob(), trades('t1', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
      // Of a day that is covered, of one that lies ahead, and of a feed that the run does not need.
      manifest('trades', '2026-01-05', 7, '7'), manifest('trades', '2026-01-07', 1, '1'), manifest('transfers', '2026-01-06', 1, '1'),
      commissionRun('2026-01-06'), commissionRun('2026-01-07'),
    ),
    expect: { commands: { 'commission 2026-01-06': ['done'], 'commission 2026-01-07': ['feed_incomplete'] } },
  },
  {
    id: 'PAY-8: an evaluation needs the transfers of its month, and no ratios',
    rules: ['PAY-8', 'TIE-3'],
    script: story(
      adaAndBob(), manifest('ratios', '2026-01-09', 1), manifest('transfers', '2026-01-31', 1, '100'), manifest('transfers', '2026-02-01', 1, '1'),
      evaluation('2026-01'), transfers('bob', '100', justBefore('2026-02-01')), evaluation('2026-01'),
    ),
    expect: { commands: { 'evaluation 2026-01': ['feed_incomplete', 'done'] }, evaluations: { '2026-01 ada': { outcome: 'retention' } } },
  },
  {
    id: 'PAY-8: a manifest stands as it came: again it is a duplicate, with other figures a conflict',
    rules: ['PAY-8', 'CONTRACT-1'],
    script: story(
      adaAndBob(), manifest('trades', '2026-01-05', 1, '100'), manifest('trades', '2026-01-05', 1, '100'),
      manifest('trades', '2026-01-05', 2, '100'), manifest('trades', '2026-01-05', 1, '100.1'),
      trades('t1', 'bob', '2026-01-05'), commissionRun('2026-01-05'),
    ),
    expect: {
      rows: { 'trades 2026-01-05': ['accepted', 'duplicate', 'conflict', 'conflict'] },
      commands: { 'commission 2026-01-05': ['done'] },
    },
  },
];
