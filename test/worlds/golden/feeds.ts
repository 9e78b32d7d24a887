/** Outcomes of rows (CONTRACT 1). */
import type { GoldenCase } from '../expectation.ts';
import type { Step } from '../naive.ts';
import { account, activates, commissionRun, importOf, justBefore, setsRatio, story, trades,
  transfers } from '../story.ts';

/** The step with other values in its one row. */
function but(step: Step, columns: Record<string, string>): Step {
  if (step.step !== 'import') throw new Error('only rows have columns');
  return importOf(step.feed, step.rows.map((row) => ({ ...row, ...columns })));
}

const TRADE = trades('t1', 'bob', '2026-01-05', { fee: '1.5' });

export const FEEDS_CASES: GoldenCase[] = [
  {
    id: 'CONTRACT-1: the same row twice is a duplicate, however it is written; other values are a conflict',
    rules: ['CONTRACT-1', 'REF-7'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { by: 'ada' }),
      TRADE, TRADE,
      but(TRADE, { fee: '1.50', executed_at: '2026-01-05T00:00:00Z', volume_usdt: '100.000' }),
      but(TRADE, { fee: '1.51' }), but(TRADE, { uid: 'ada' }),
      commissionRun('2026-01-05'), but(TRADE, { via_api: 'true' }), TRADE, commissionRun('2026-01-06'),
    ),
    expect: {
      rows: { t1: ['accepted', 'duplicate', 'duplicate', 'conflict', 'conflict', 'conflict', 'duplicate'] },
      records: { t1: { amount: '0.225', run_day: '2026-01-05' } }, // 1.5 × 15 %
    },
  },
  {
    id: 'CONTRACT-1: a bad row is rejected with its code, and the good ones stay',
    rules: ['CONTRACT-1'],
    script: story(
      account('ada'), activates('ada', 'referral', '2026-01-02'), account('bob', { on: '2026-01-03', by: 'ada' }),
      but(TRADE, { trade_id: '-dash' }), but(TRADE, { trade_id: 'space in it' }),
      but(TRADE, { trade_id: 'x'.repeat(65) }), but(TRADE, { trade_id: 'x'.repeat(64) }),
      but(TRADE, { trade_id: 'no-currency', fee_currency: '' }),
      but(TRADE, { trade_id: 'no-zone', executed_at: '2026-01-05T00:00:00' }),
      but(TRADE, { trade_id: 'no-such-day', executed_at: '2026-02-30T00:00:00Z' }),
      but(TRADE, { trade_id: 'micros', executed_at: '2026-01-05T00:00:00.000001Z' }),
      but(TRADE, { trade_id: 'minus', fee: '-1' }), but(TRADE, { trade_id: 'exponent', fee: '1e3' }),
      but(TRADE, { trade_id: 'nine', fee: '1.000000001' }), but(TRADE, { trade_id: 'eight', fee: '1.00000001' }),
      but(TRADE, { trade_id: 'over', fee: '92233720368.54775808' }),
      but(TRADE, { trade_id: 'limit', fee: '92233720368.54775807' }),
      but(TRADE, { trade_id: 'product', product: 'options' }), but(TRADE, { trade_id: 'boolean', via_api: 'TRUE' }),
      but(TRADE, { trade_id: 'nobody', uid: 'zoe' }),
      but(TRADE, { trade_id: 'early', executed_at: justBefore('2026-01-03') }),
      but(TRADE, { trade_id: 'at-once', executed_at: '2026-01-03T00:00:00Z' }),
      but(TRADE, { trade_id: 'offset', fee: '1', fee_offset: '1.00000001' }),
      but(TRADE, { trade_id: 'whole-offset', fee: '1', fee_offset: '1' }),
      TRADE, commissionRun('2026-01-05'),
    ),
    expect: {
      rows: {
        '-dash': ['rejected:bad_id'], 'space in it': ['rejected:bad_id'],
        ['x'.repeat(65)]: ['rejected:bad_id'], ['x'.repeat(64)]: ['accepted'],
        'no-currency': ['rejected:missing_value'],
        'no-zone': ['rejected:bad_instant'], 'no-such-day': ['rejected:bad_instant'], micros: ['rejected:bad_instant'],
        minus: ['rejected:bad_amount'], exponent: ['rejected:bad_amount'],
        nine: ['rejected:too_many_decimals'], eight: ['accepted'], over: ['rejected:too_large'], limit: ['accepted'],
        product: ['rejected:unknown_value'], boolean: ['rejected:unknown_value'],
        nobody: ['rejected:unknown_uid'], early: ['rejected:before_registration'], 'at-once': ['accepted'],
        offset: ['rejected:offset_exceeds_fee'], 'whole-offset': ['accepted'], t1: ['accepted'],
      },
      records: { nobody: null, early: null, t1: { amount: '0.225' }, 'at-once': { reason: null } },
    },
  },
  {
    id: 'CONTRACT-1: a row may refer to an earlier row of its file, not to a later one',
    rules: ['CONTRACT-1', 'BIN-1'],
    script: story(
      account('late', { by: 'ada' }), account('ada'), account('bob', { by: 'ada' }),
      transfers('zoe', '100', '2026-01-05', { transfer_id: 'm-zoe' }),
      setsRatio('zoe', 'mining', 100, '2026-01-05'),
      activates('zoe', 'pro', '2026-01-05'),
    ),
    expect: {
      rows: {
        late: ['binding_refused:unknown_inviter_code'], bob: ['accepted'], 'm-zoe': ['rejected:unknown_uid'],
        'zoe-pro': ['rejected:unknown_uid'],
      },
    },
  },
];
