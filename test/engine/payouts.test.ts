/** PAY-1 to PAY-5 as stories with their arithmetic: on such a day this happens, on the next that is run. */
import { afterEach, describe, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { systemActor } from '../../server/audit/contract.ts';
import { dryRunPayout, runPayout } from '../../server/payouts/run.ts';
import { openPayday, type Line, type Payday } from './payday.ts';

let world: Payday;
/** Whatever happened, the books balance. */
afterEach(async () => {
  const wrong = await world.wrong();
  await world.close();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});

const shown = (lines: Line[]): string[] =>
  lines.map((line) => [line.uid, line.currency, line.amount, line.records, line.state, line.because].filter((part) => part !== null).join(' '));

/** Affiliate, currency → accrued = paid + in batch + held + open; carried over. */
async function books(uid: string, currency = 'USDT'): Promise<string> {
  const one = (await world.balance(uid)).find((balance) => balance.currency === currency);
  return one ? `${one.accrued} = ${one.paid} + ${one.in_batch} + ${one.held} + ${one.open}; ${one.carried_over}` : 'nothing';
}

async function openLine(index: number, batch: string | null): Promise<Line> {
  return (await world.lines(batch))[index] as Line;
}

describe('PAY-1: one batch a day, a line per affiliate and currency', () => {
  test('the sum of what is open, to the last decimal', async () => {
    world = await openPayday('ada', 'eve');
    // 20 % of 1.5 = 0.3; of 2.00000001 = 0.400000002, cut to 0.4; of 0.05 BNB = 0.01; of 0.00000004 = 0.000000008, cut to 0.
    await world.trade('t1', 'ada', '2026-01-02 10:00', '1.5');
    await world.trade('t2', 'ada', '2026-01-02 11:00', '2.00000001');
    await world.trade('t3', 'ada', '2026-01-02 12:00', '0.05', 'BNB');
    await world.trade('t4', 'eve', '2026-01-02 12:00', '0.00000004');
    await world.trade('t5', 'eve', '2026-01-02 13:00', '0.00000005');
    world.at('2026-01-03 02:00');
    await world.commission('2026-01-02');
    expect(await dryRunPayout(world.database, world.clock, '2026-01-02')).toEqual({
      day: '2026-01-02', run_id: null, batch_id: null, lines: 3, totals: [{ currency: 'BNB', amount: '0.01' }, { currency: 'USDT', amount: '0.70000001' }],
    });
    const made = await world.payout('2026-01-02');
    expect(made).toMatchObject({ day: '2026-01-02', lines: 3, totals: [{ currency: 'BNB', amount: '0.01' }, { currency: 'USDT', amount: '0.70000001' }] });
    expect(shown(await world.lines(made.batch_id))).toEqual([
      'ada BNB 0.01000000 1 ready', 'ada USDT 0.70000000 2 ready', 'eve USDT 0.00000001 1 ready',
    ]);
    expect(await row(world.database.read, 'SELECT deadline_at, state FROM payout_batches')).toEqual({ deadline_at: Date.parse('2026-01-03T05:00:00Z'), state: 'ready' });
    expect(await books('ada')).toBe('0.7 = 0 + 0.7 + 0 + 0; 0');
  });

  test('a day covered answers what was done; a day without its commission run, or not over, is refused', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-03', '1');
    world.at('2026-01-04 02:00');
    await expect(world.payout('2026-01-03')).rejects.toMatchObject({ code: 'commission_run_missing' });
    await world.commission('2026-01-03');
    await expect(world.payout('2026-01-04')).rejects.toMatchObject({ code: 'day_not_over' });
    await expect(world.payout('1969-12-31')).rejects.toMatchObject({ code: 'bad_value' });
    const made = await world.payout('2026-01-03');
    expect(await world.payout('2026-01-03')).toEqual(made);
    expect(await world.payout('2026-01-02')).toEqual(made);
    expect(await dryRunPayout(world.database, world.clock, '2026-01-02')).toEqual(made);
    expect(await row(world.database.read, `SELECT count(*) AS n FROM runs WHERE kind = 'payout'`)).toEqual({ n: 1 });
  });

  test('what a later run made waits for its own batch', async () => {
    world = await openPayday('ada');
    await world.trade('t2', 'ada', '2026-01-02', '1');
    await world.trade('t3', 'ada', '2026-01-03', '2');
    world.at('2026-01-04 02:00');
    await world.commission('2026-01-02');
    await world.commission('2026-01-03');
    expect((await world.payout('2026-01-02')).totals).toEqual([{ currency: 'USDT', amount: '0.2' }]);
    expect(await books('ada')).toBe('0.6 = 0 + 0.2 + 0 + 0.4; 0');
    expect((await world.payout('2026-01-03')).totals).toEqual([{ currency: 'USDT', amount: '0.4' }]);
  });

  test('a batch without lines is paid at once', async () => {
    world = await openPayday('ada');
    world.at('2026-01-03 02:00');
    await world.commission('2026-01-02');
    expect(await world.payout('2026-01-02')).toMatchObject({ lines: 0, totals: [] });
    expect(await row(world.database.read, 'SELECT state, paid_at FROM payout_batches')).toEqual({ state: 'paid', paid_at: world.clock.now() });
  });

  test('a sum beyond 64 bits of the smallest unit is paid in one line', async () => {
    world = await openPayday('ada');
    // Seven times 20 % of 92,233,720,368.54775807 = 18,446,744,073.70955161 (cut): 129,127,208,515.96686127.
    for (let n = 1; n <= 7; n++) await world.trade(`t${n}`, 'ada', '2026-01-02', '92233720368.54775807', 'SHIB');
    world.at('2026-01-03 02:00');
    await world.commission('2026-01-02');
    const { batch_id, totals } = await world.payout('2026-01-02');
    expect(totals).toEqual([{ currency: 'SHIB', amount: '129127208515.96686127' }]);
    expect(shown(await world.lines(batch_id))).toEqual(['ada SHIB 129127208515.96686127 7 ready']);
    expect(await books('ada', 'SHIB')).toBe('129127208515.96686127 = 0 + 129127208515.96686127 + 0 + 0; 0');
  });

  test('six runs of one day at once make one batch', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    world.at('2026-01-03 02:00');
    await world.commission('2026-01-02');
    const results = await Promise.all(Array.from({ length: 6 }, () => runPayout(world.open(), world.clock, '2026-01-02', systemActor)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await row(world.database.read, 'SELECT (SELECT count(*) FROM payout_batches) AS batches, (SELECT count(*) FROM payout_lines) AS lines')).toEqual({
      batches: 1, lines: 1,
    });
  });
});

describe('PAY-3: holds and releases', () => {
  test('frozen: in no batch; lifted: paid with the next payout (STA-7)', async () => {
    world = await openPayday('ada', 'eve');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.trade('t2', 'eve', '2026-01-02', '2');
    await world.restrict('ada', 'frozen', '2026-01-02 20:00');
    world.at('2026-01-03 02:00');
    await world.commission('2026-01-02');
    const first = await world.payout('2026-01-02');
    expect(shown(await world.lines(first.batch_id))).toEqual(['eve USDT 0.40000000 1 ready']);
    expect(await books('ada')).toBe('0.2 = 0 + 0 + 0.2 + 0; 0');
    // Accrual goes on: 0.2 + 0.6 = 0.8.
    await world.trade('t3', 'ada', '2026-01-03', '3');
    await world.restrict('ada', 'none', '2026-01-03 20:00');
    world.at('2026-01-04 02:00');
    await world.commission('2026-01-03');
    const second = await world.payout('2026-01-03');
    expect(shown(await world.lines(second.batch_id))).toEqual(['ada USDT 0.80000000 2 ready']);
    await world.release(second.batch_id);
    await world.confirm([await openLine(0, second.batch_id), 'paid']);
    expect(await books('ada')).toBe('0.8 = 0.8 + 0 + 0 + 0; 0');
    // The kept aggregates hold nothing empty of the way there.
    const kept = await rows<{ status: string }>(world.database.read, 'SELECT DISTINCT status FROM commission_totals WHERE records >= 0 ORDER BY status');
    expect(kept).toEqual([{ status: 'in_batch' }, { status: 'paid' }]);
  });

  test.each(['frozen', 'suspended'])('%s between batch and release: withdrawn, and in a later batch once lifted', async (restriction) => {
    world = await openPayday('ada', 'eve');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.trade('t2', 'eve', '2026-01-02', '2');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const first = await world.payout('2026-01-02');
    await world.restrict('ada', restriction, '2026-01-03 02:00');
    world.at('2026-01-03 03:00');
    await world.release(first.batch_id);
    expect(shown(await world.lines(first.batch_id))).toEqual([`ada USDT 0.20000000 1 withdrawn ${restriction}`, 'eve USDT 0.40000000 1 released']);
    expect(await books('ada')).toBe('0.2 = 0 + 0 + 0.2 + 0; 0');
    await expect(world.release(first.batch_id)).rejects.toMatchObject({ code: 'not_pending' });
    // After release nothing is taken out.
    await world.restrict('eve', restriction, '2026-01-03 03:30');
    expect(shown(await world.lines(first.batch_id))[1]).toBe('eve USDT 0.40000000 1 released');
    await world.restrict('ada', 'none', '2026-01-03 04:00');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    expect(shown(await world.lines((await world.payout('2026-01-03')).batch_id))).toEqual(['ada USDT 0.20000000 1 ready']);
  });

  test('restricted alone holds nothing', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.restrict('ada', 'restricted', '2026-01-02 20:00');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const { batch_id } = await world.payout('2026-01-02');
    await world.release(batch_id);
    expect(shown(await world.lines(batch_id))).toEqual(['ada USDT 0.20000000 1 released']);
  });

  test('a batch all of whose lines are withdrawn is paid', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const { batch_id } = await world.payout('2026-01-02');
    await world.restrict('ada', 'frozen', '2026-01-03 02:00');
    world.at('2026-01-03 03:00');
    await world.release(batch_id);
    expect(await row(world.database.read, 'SELECT state, paid_at FROM payout_batches')).toEqual({ state: 'paid', paid_at: world.clock.now() });
  });

  test('a record reversed between batch and release: the line is withdrawn, the rest is netted next', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.trade('t2', 'ada', '2026-01-02', '3');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const first = await world.payout('2026-01-02');
    world.at('2026-01-03 02:00');
    await world.reverse('t1');
    await world.release(first.batch_id);
    expect(shown(await world.lines(first.batch_id))).toEqual(['ada USDT 0.80000000 2 withdrawn record_reversed']);
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    // 0.2 + 0.6 − 0.2 = 0.6, of three records.
    const second = await world.payout('2026-01-03');
    expect(shown(await world.lines(second.batch_id))).toEqual(['ada USDT 0.60000000 3 ready']);
    await world.release(second.batch_id);
    expect(shown(await world.lines(second.batch_id))).toEqual(['ada USDT 0.60000000 3 released']);
  });
});

describe('PAY-3: confirmations', () => {
  async function released(): Promise<[string | null, Line, Line]> {
    world = await openPayday('ada', 'eve');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.trade('t2', 'eve', '2026-01-02', '2');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const { batch_id } = await world.payout('2026-01-02');
    await world.release(batch_id);
    return [batch_id, await openLine(0, batch_id), await openLine(1, batch_id)];
  }

  test('a failed line is open again at once, and is paid with the next sum', async () => {
    const [first, ada, eve] = await released();
    expect(await world.confirm([ada, 'failed'], [eve, 'paid'])).toMatchObject({ accepted: 2, rejected: 0, conflicts: 0 });
    expect(shown(await world.lines(first))).toEqual(['ada USDT 0.20000000 1 failed', 'eve USDT 0.40000000 1 paid']);
    expect(await row(world.database.read, 'SELECT state, paid_at FROM payout_batches')).toEqual({ state: 'paid', paid_at: Date.parse('2026-01-03T04:00:00Z') });
    expect(await books('ada')).toBe('0.2 = 0 + 0 + 0 + 0.2; 0');
    await world.trade('t3', 'ada', '2026-01-03', '0.5');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    const second = await world.payout('2026-01-03');
    // 0.2 + 0.1 = 0.3.
    expect(shown(await world.lines(second.batch_id))).toEqual(['ada USDT 0.30000000 2 ready']);
    await world.release(second.batch_id);
    await world.confirm([await openLine(0, second.batch_id), 'paid', 'second', '2026-01-04 04:59']);
    expect(await books('ada')).toBe('0.3 = 0.3 + 0 + 0 + 0; 0');
    expect(await row(world.database.read, `SELECT min(distributed_at) AS at, count(*) AS n FROM commission_records WHERE status = 'paid' AND amount_e8 <> 40000000`))
      .toEqual({ at: Date.parse('2026-01-04T04:59:00Z'), n: 2 });
    // The failed line stays failed: told again it is a duplicate, told otherwise a conflict.
    expect(await world.confirm([ada, 'failed'])).toMatchObject({ duplicates: 1 });
    expect(await world.confirm([ada, 'paid'])).toMatchObject({ conflicts: 1 });
    expect(await books('ada')).toBe('0.3 = 0.3 + 0 + 0 + 0; 0');
  });

  test('told twice: a duplicate; unknown or not released: rejected', async () => {
    const [, ada, eve] = await released();
    expect(await world.confirm([ada, 'paid'], [ada, 'paid'])).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await world.confirm([ada, 'paid'])).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await world.confirm([987654, 'paid'], [`0${eve.id}`, 'paid'], [eve, 'maybe'], ['x y', 'paid'])).toMatchObject({ rejected: 4, accepted: 0 });
    await world.trade('t3', 'ada', '2026-01-03', '1');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    const second = await world.payout('2026-01-03');
    const line = await openLine(0, second.batch_id);
    expect(await world.confirm([line, 'paid'])).toMatchObject({ rejected: 1 });
    await world.restrict('ada', 'frozen', '2026-01-04 01:30');
    world.at('2026-01-04 02:00');
    await world.release(second.batch_id);
    expect(await world.confirm([line, 'paid'])).toMatchObject({ rejected: 1 });
    expect(shown(await world.lines(second.batch_id))).toEqual(['ada USDT 0.20000000 1 withdrawn frozen']);
    expect(await world.statusOf('t2')).toBe('in_batch');
  });

  test('a dry run says the same and writes nothing', async () => {
    const [first, ada] = await released();
    const list = ['paid', 'failed'].map((status) => ({ line_id: String(ada.id), status, at: '2026-01-03T04:00:00Z', reference: 'x' }));
    expect(await world.take('payout-confirmations', list, true)).toMatchObject({ accepted: 1, conflicts: 1, import_id: null });
    expect(shown(await world.lines(first))[0]).toBe('ada USDT 0.20000000 1 released');
    expect(await row(world.database.read, 'SELECT count(*) AS n FROM payout_conflicts')).toEqual({ n: 0 });
  });

  test('a contradiction is kept once, changes nothing, and holds the affiliate’s next line', async () => {
    const [first, ada, eve] = await released();
    await world.confirm([ada, 'paid'], [eve, 'paid']);
    expect(await world.confirm([ada, 'failed'], [ada, 'failed'])).toMatchObject({ accepted: 0, conflicts: 2 });
    expect(await world.confirm([ada, 'failed'])).toMatchObject({ conflicts: 1 });
    expect(await row(world.database.read, `SELECT count(*) AS n FROM payout_conflicts WHERE state = 'open'`)).toEqual({ n: 1 });
    expect(shown(await world.lines(first))[0]).toBe('ada USDT 0.20000000 1 paid');
    await world.trade('t3', 'ada', '2026-01-03', '1');
    await world.trade('t4', 'eve', '2026-01-03', '1');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    const second = await world.payout('2026-01-03');
    await world.release(second.batch_id);
    expect(shown(await world.lines(second.batch_id))).toEqual([
      'ada USDT 0.20000000 1 withdrawn confirmation_conflict', 'eve USDT 0.20000000 1 released',
    ]);
    expect(await books('ada')).toBe('0.4 = 0.2 + 0 + 0 + 0.2; 0');
  });
});

describe('PAY-4: reversals', () => {
  test('of a paid record, larger than the next batch: carried over until the sum is above zero', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '5');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    const first = await world.payout('2026-01-02');
    await world.release(first.batch_id);
    await world.confirm([await openLine(0, first.batch_id), 'paid']);
    // −1 against 0.3: −0.7 is carried over.
    await world.reverse('t1');
    await world.trade('t2', 'ada', '2026-01-03', '1.5');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    expect(await world.payout('2026-01-03')).toMatchObject({ lines: 0 });
    expect(await books('ada')).toBe('0.3 = 1 + 0 + 0 + -0.7; -0.7');
    // 0.7 more: exactly nothing, and still no line.
    await world.trade('t3', 'ada', '2026-01-04', '3.5');
    world.at('2026-01-05 01:00');
    await world.commission('2026-01-04');
    expect(await world.payout('2026-01-04')).toMatchObject({ lines: 0 });
    expect(await books('ada')).toBe('1 = 1 + 0 + 0 + 0; 0');
    // The smallest amount there is: 0.00000001.
    await world.trade('t4', 'ada', '2026-01-05', '0.00000005');
    world.at('2026-01-06 01:00');
    await world.commission('2026-01-05');
    const last = await world.payout('2026-01-05');
    expect(shown(await world.lines(last.batch_id))).toEqual(['ada USDT 0.00000001 4 ready']);
    expect(await books('ada')).toBe('1.00000001 = 1 + 0.00000001 + 0 + 0; 0');
  });

  test('of an open record: netted in the batch that pays both', async () => {
    world = await openPayday('ada');
    await world.trade('t1', 'ada', '2026-01-02', '1');
    await world.trade('t2', 'ada', '2026-01-02', '0.00000005');
    world.at('2026-01-02 23:00');
    await world.trade('t3', 'ada', '2026-01-02', '4');
    world.at('2026-01-03 01:00');
    await world.commission('2026-01-02');
    await world.reverse('t1');
    world.at('2026-01-04 01:00');
    await world.commission('2026-01-03');
    // 0.2 + 0.00000001 + 0.8 − 0.2.
    const { batch_id } = await world.payout('2026-01-03');
    expect(shown(await world.lines(batch_id))).toEqual(['ada USDT 0.80000001 4 ready']);
    await world.release(batch_id);
    expect(shown(await world.lines(batch_id))).toEqual(['ada USDT 0.80000001 4 released']);
  });
});
