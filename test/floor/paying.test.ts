/** PAY-1 to PAY-7 told as days, with the people who act in them; what a single batch does stands in test/engine/payouts.test.ts. */
import { describe, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { changes, trades } from '../worlds/story.ts';
import { lineOf, recordOf, told, toldBooks, toldLines } from './books.ts';
import { refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

const books = (floor: Floor, uid = 'ada', currency = 'USDT'): Promise<string> => toldBooks(floor.database.read, floor.clock.now(), uid, currency);

/** A day with one trade of Bob of this fee, computed and paid out on the next morning; answers the batch. */
async function day(floor: Floor, date: string, morning: string, fee: string, currency = 'USDT'): Promise<string> {
  floor.at(morning);
  await floor.take(trades(`t${date}`, 'bob', `${date} 12:00`, { fee, fee_currency: currency }));
  return floor.payday(date);
}

async function confirm(floor: Floor, batch: string, status: 'paid' | 'failed'): Promise<void> {
  expect(await floor.confirm([await lineOf(floor.database.read, batch, 'ada'), status])).toMatchObject({ accepted: 1 });
}

describe('PAY-1, PAY-2: the batch of a day', () => {
  test('a line per affiliate and currency, to the spot account as Referral Commission', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(together(
      // 15 % of 1.00000001 = 0.1500000015, cut to 0.15; of 2 = 0.3; of 0.1 BNB = 0.015; 20 % of 1 = 0.2.
      trades('a', 'bob', '2026-01-05 08:00', { fee: '1.00000001' }), trades('b', 'bob', '2026-01-05 09:00', { fee: '2' }),
      trades('c', 'bob', '2026-01-05 10:00', { fee: '0.1', fee_currency: 'BNB' }), trades('d', 'guy', '2026-01-05 11:00'),
    ));
    const batch = await floor.payday('2026-01-05');
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada BNB 0.015 1 released', 'ada USDT 0.45 2 released', 'eve USDT 0.2 1 released']);
    expect(await row(floor.database.read, 'SELECT deadline_at FROM payout_batches')).toEqual({ deadline_at: Date.parse('2026-01-06T05:00:00Z') });
  });

  test('the same day again, and an earlier one, answer what was done', async () => {
    const floor = await stage();
    const batch = await day(floor, '2026-01-05', '2026-01-06 01:00', '1');
    expect((await floor.payout('2026-01-05')).batch_id).toBe(batch);
    expect((await floor.payout('2026-01-04', 'ona')).batch_id).toBe(batch);
    expect(await refusalOf(floor.payout('2026-01-06'))).toBe('day_not_over');
    floor.at('2026-01-07 01:00');
    expect(await refusalOf(floor.payout('2026-01-06'))).toBe('commission_run_missing');
    expect(await row(floor.database.read, 'SELECT count(*) AS n FROM payout_batches')).toEqual({ n: 1 });
  });
});

describe('PAY-3: release', () => {
  test('not by who started the batch by hand, and once only', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(trades('a', 'bob', '2026-01-05'));
    await floor.commission('2026-01-05');
    const { batch_id } = await floor.payout('2026-01-05', 'ona');
    expect(await refusalOf(floor.release(batch_id, 'ona'))).toBe('own_request');
    expect(await books(floor)).toBe('0.15 = 0 + 0.15 + 0 + 0');
    await floor.release(batch_id, 'otto');
    expect(await refusalOf(floor.release(batch_id, 'otto'))).toBe('not_pending');
    expect(await refusalOf(floor.release('4711'))).toBe('not_found');
  });

  test('a record reversed between batch and release: its line is withdrawn, the rest of it is paid on the next day', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(together(trades('a', 'bob', '2026-01-05'), trades('b', 'bob', '2026-01-05', { fee: '3' })));
    await floor.commission('2026-01-05');
    const { batch_id } = await floor.payout('2026-01-05');
    floor.at('2026-01-06 02:00');
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-05 00:00'));
    // 0.15 and 0.45, each asked for; only the first is approved before the release.
    await floor.approveReversal('cleo', 1);
    await floor.release(batch_id);
    expect(await toldLines(floor.database.read, batch_id)).toEqual(['ada USDT 0.6 2 withdrawn record_reversed']);
    expect(await books(floor)).toBe('0.45 = 0 + 0 + 0 + 0.45');
    await floor.rejectReversal('cleo', 2);
    const next = await day(floor, '2026-01-06', '2026-01-07 01:00', '2');
    // 0.15 + 0.45 − 0.15; the trade of VIP 3 adds nothing.
    expect(await toldLines(floor.database.read, next)).toEqual(['ada USDT 0.45 3 released']);
  });

  test('after the release nothing is taken out, whatever happens', async () => {
    const floor = await stage();
    const batch = await day(floor, '2026-01-05', '2026-01-06 01:00', '2');
    await floor.ask('sue', 'ada', 'freeze');
    await floor.reverse(await recordOf(floor.database.read, 't2026-01-05'));
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.3 1 released']);
    await confirm(floor, batch, 'paid');
    // 0.3 − 0.3 accrued, 0.3 paid: 0.3 is owed, and held as long as the freeze lasts.
    expect(await books(floor)).toBe('0 = 0.3 + 0 + -0.3 + 0');
  });
});

describe('PAY-3: confirmations', () => {
  test('failed, then paid: in the next sum at once, the first line stays as history', async () => {
    const floor = await stage();
    const first = await day(floor, '2026-01-05', '2026-01-06 01:00', '1');
    await confirm(floor, first, 'failed');
    expect(await books(floor)).toBe('0.15 = 0 + 0 + 0 + 0.15');
    const second = await day(floor, '2026-01-06', '2026-01-07 01:00', '2');
    // 0.15 + 0.3.
    expect(await toldLines(floor.database.read, second)).toEqual(['ada USDT 0.45 2 released']);
    await confirm(floor, second, 'paid');
    expect(await toldLines(floor.database.read)).toEqual(['ada USDT 0.15 1 failed', 'ada USDT 0.45 2 paid']);
    expect(await books(floor)).toBe('0.45 = 0.45 + 0 + 0 + 0');
  });

  test('unknown, not released, told twice, told otherwise: nothing moves', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(trades('a', 'bob', '2026-01-05'));
    await floor.commission('2026-01-05');
    const { batch_id } = await floor.payout('2026-01-05');
    const line = await lineOf(floor.database.read, batch_id, 'ada');
    expect(await floor.confirm(['4711', 'paid'], [line, 'paid'])).toMatchObject({ accepted: 0, rejected: 2 });
    const codes = await rows(floor.database.read, 'SELECT code FROM import_rejects ORDER BY line');
    expect(codes).toEqual([{ code: 'unknown_line' }, { code: 'not_released' }]);
    await floor.release(batch_id);
    expect(await floor.confirm([line, 'paid'])).toMatchObject({ accepted: 1 });
    expect(await floor.confirm([line, 'paid'])).toMatchObject({ duplicates: 1, accepted: 0 });
    expect(await floor.confirm([line, 'failed'])).toMatchObject({ conflicts: 1, accepted: 0 });
    expect(await floor.confirm([line, 'paid', 'another'])).toMatchObject({ conflicts: 1, accepted: 0 });
    expect(await books(floor)).toBe('0.15 = 0.15 + 0 + 0 + 0');
  });

  test('a contradiction holds the next line until compliance has settled it', async () => {
    const floor = await stage();
    const first = await day(floor, '2026-01-05', '2026-01-06 01:00', '1');
    await confirm(floor, first, 'paid');
    const line = await lineOf(floor.database.read, first, 'ada');
    expect(await floor.confirm([line, 'failed'])).toMatchObject({ conflicts: 1 });
    const second = await day(floor, '2026-01-06', '2026-01-07 01:00', '1');
    expect(await toldLines(floor.database.read, second)).toEqual(['ada USDT 0.15 1 withdrawn confirmation_conflict']);
    await floor.settleConflicts('cleo', line);
    expect(await refusalOf(floor.settleConflicts('cleo', line))).toBe('not_pending');
    const third = await day(floor, '2026-01-07', '2026-01-08 01:00', '1');
    expect(await toldLines(floor.database.read, third)).toEqual(['ada USDT 0.3 2 released']);
  });
});

describe('PAY-4, PAY-5: reversals and conservation', () => {
  test('of a paid record, larger than the next batch: carried over until the sum is above zero', async () => {
    const floor = await stage();
    await confirm(floor, await day(floor, '2026-01-05', '2026-01-06 01:00', '10'), 'paid');
    floor.at('2026-01-06 12:00');
    await floor.reverse(await recordOf(floor.database.read, 't2026-01-05'));
    // 1.5 paid and taken back.
    expect(await books(floor)).toBe('0 = 1.5 + 0 + 0 + -1.5');
    const second = await day(floor, '2026-01-06', '2026-01-07 01:00', '4');
    // −1.5 + 0.6 = −0.9: no line.
    expect(await toldLines(floor.database.read, second)).toEqual([]);
    expect(await floor.balance('ada')).toMatchObject([{ currency: 'USDT', accrued: '0.6', paid: '1.5', open: '-0.9', carried_over: '-0.9' }]);
    const third = await day(floor, '2026-01-07', '2026-01-08 01:00', '6');
    // −0.9 + 0.9 = 0: still none.
    expect(await toldLines(floor.database.read, third)).toEqual([]);
    const fourth = await day(floor, '2026-01-08', '2026-01-09 01:00', '0.2');
    expect(await toldLines(floor.database.read, fourth)).toEqual(['ada USDT 0.03 4 released']);
    await confirm(floor, fourth, 'paid');
    // 0.6 + 0.9 + 0.03 = 1.53 accrued, 1.5 + 0.03 paid.
    expect(await books(floor)).toBe('1.53 = 1.53 + 0 + 0 + 0');
  });

  test('a reversal in one currency never touches another', async () => {
    const floor = await stage();
    await confirm(floor, await day(floor, '2026-01-05', '2026-01-06 01:00', '10'), 'paid');
    await floor.reverse(await recordOf(floor.database.read, 't2026-01-05'));
    const batch = await day(floor, '2026-01-06', '2026-01-07 01:00', '1', 'BNB');
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada BNB 0.15 1 released']);
    expect([await books(floor), await books(floor, 'ada', 'BNB')]).toEqual(['0 = 1.5 + 0 + 0 + -1.5', '0.15 = 0 + 0.15 + 0 + 0']);
  });

  test('held, in a batch, paid and open at once: the balance that staff see is that of the raw rows', async () => {
    const floor = await stage();
    await confirm(floor, await day(floor, '2026-01-05', '2026-01-06 01:00', '1'), 'paid');
    await day(floor, '2026-01-06', '2026-01-07 01:00', '2');
    floor.at('2026-01-08 01:00');
    await floor.take(trades('open', 'bob', '2026-01-07', { fee: '3' }));
    await floor.commission('2026-01-07');
    expect(await books(floor)).toBe('0.9 = 0.15 + 0.3 + 0 + 0.45');
    expect(await floor.balance('ada')).toEqual([{ currency: 'USDT', accrued: '0.9', paid: '0.15', in_batch: '0.3', held: '0', open: '0.45', carried_over: '0' }]);
    await floor.change('ada', 'suspend');
    expect(await books(floor)).toBe('0.9 = 0.15 + 0.3 + 0.45 + 0');
    expect(await floor.balance('ada')).toEqual([{ currency: 'USDT', accrued: '0.9', paid: '0.15', in_batch: '0.3', held: '0.45', open: '0', carried_over: '0' }]);
  });
});

describe('PAY-6: a correction is paid with the next batch', () => {
  test('beside what it corrects, which stays as it is', async () => {
    const floor = await stage();
    await confirm(floor, await day(floor, '2026-01-05', '2026-01-06 01:00', '1'), 'paid');
    floor.at('2026-01-06 12:00');
    await floor.approveCorrection('cleo', await floor.askCorrection('ona', await recordOf(floor.database.read, 't2026-01-05'), '0.05'));
    const batch = await day(floor, '2026-01-06', '2026-01-07 01:00', '1');
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.2 2 released']);
    expect(await told(floor.database.read, 'ada')).toEqual([
      'commission t2026-01-05 0.15 paid', 'correction t2026-01-05 0.05 in_batch', 'commission t2026-01-06 0.15 in_batch',
    ]);
  });
});

describe('PAY-7: all payouts stopped', () => {
  test('by one of compliance; going on takes another than who asked for it', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(trades('a', 'bob', '2026-01-05'));
    await floor.commission('2026-01-05');
    const stop = await floor.stop('cleo');
    expect(await refusalOf(floor.stop('carl'))).toBe('payouts_stopped');
    // The batch is made, it does not go out.
    const { batch_id } = await floor.payout('2026-01-05');
    expect(await refusalOf(floor.release(batch_id))).toBe('payouts_stopped');
    expect(await refusalOf(floor.resume('carl', stop))).toBe('not_pending');
    await floor.askToResume('cleo', stop);
    expect(await refusalOf(floor.askToResume('carl', stop))).toBe('already_pending');
    expect(await refusalOf(floor.resume('cleo', stop))).toBe('own_request');
    expect(await refusalOf(floor.release(batch_id))).toBe('payouts_stopped');
    await floor.resume('carl', stop, 'reject');
    expect(await refusalOf(floor.release(batch_id))).toBe('payouts_stopped');
    await floor.askToResume('carl', stop);
    await floor.resume('cleo', stop);
    await floor.release(batch_id);
    expect(await refusalOf(floor.askToResume('carl', stop))).toBe('not_stopped');
    expect(await books(floor)).toBe('0.15 = 0 + 0.15 + 0 + 0');
  });
});
