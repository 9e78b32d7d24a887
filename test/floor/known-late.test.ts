/** STA-10, PAY-4, PAY-6: what becomes known after records were made, against the affiliate and for it. */
import { describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { differenceOf } from '../../server/shortfalls/difference.ts';
import { changes, activates, setsRatio, trades } from '../worlds/story.ts';
import { lineOf, plain, recordOf, told, toldBooks, toldLines } from './books.ts';
import { leaves, refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

/** Pending reversals that the system asks for. */
function asked(floor: Floor): Promise<{ id: number; trade: string; cause: string }[]> {
  return rows(
    floor.database.read,
    `SELECT v.id, t.trade_id AS trade, v.cause FROM reversals v JOIN commission_records c ON c.id = v.record_id JOIN trades t ON t.id = c.trade_ref
     WHERE v.state = 'pending' AND v.source = 'system' ORDER BY v.id`,
  );
}

/** The number of the only one that is asked for. */
async function theOne(floor: Floor): Promise<number> {
  const [one, ...others] = await asked(floor);
  if (!one || others.length > 0) throw new Error('not exactly one is asked for');
  return one.id;
}

const tradesAsked = async (floor: Floor): Promise<string[]> => (await asked(floor)).map((one) => one.trade);

async function short(floor: Floor): Promise<string[]> {
  const list = await rows<{ record_id: number; trade: string }>(
    floor.database.read,
    `SELECT s.record_id, t.trade_id AS trade FROM shortfalls s JOIN commission_records c ON c.id = s.record_id JOIN trades t ON t.id = c.trade_ref ORDER BY s.id`,
  );
  return Promise.all(list.map(async (one) => `${one.trade} ${plain((await differenceOf(floor.database.read, one.record_id)).difference)}`));
}

/** A trade of Bob a day, each earning 0.15, computed up to 2026-01-07 and looked at on the morning after. */
async function threeDays(): Promise<Floor> {
  const floor = await stage();
  await floor.take(together(trades('a', 'bob', '2026-01-05'), trades('b', 'bob', '2026-01-06'), trades('c', 'bob', '2026-01-07')));
  floor.at('2026-01-08 01:00');
  await floor.commission('2026-01-07');
  return floor;
}

describe('STA-10: against the affiliate', () => {
  test('a change known three days late, one day paid already: both later days are asked for, one person approves', async () => {
    const floor = await stage();
    for (const [trade, day, morning] of [['a', '2026-01-05', '2026-01-06 01:00'], ['b', '2026-01-06', '2026-01-07 01:00'], ['c', '2026-01-07', '2026-01-08 01:00']] as const) {
      floor.at(morning);
      await floor.take(trades(trade, 'bob', `${day} 12:00`, { fee: '2' }));
      const batch = await floor.payday(day);
      if (trade === 'a' || trade === 'b') await floor.confirm([await lineOf(floor.database.read, batch, 'ada'), 'paid']);
    }
    // 3 × 2 × 15 %: two paid, one on its way.
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.9 = 0.6 + 0.3 + 0 + 0');
    floor.at('2026-01-08 12:00');
    await floor.take(changes('ada', 'account_type', 'broker', '2026-01-06'));
    expect(await tradesAsked(floor)).toEqual(['b', 'c']);
    // Nothing moved yet.
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.9 = 0.6 + 0.3 + 0 + 0');
    for (const { id } of await asked(floor)) await floor.approveReversal('cleo', id);
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.3 = 0.6 + 0.3 + 0 + -0.6');
    expect(await told(floor.database.read, 'ada')).toEqual([
      'commission a 0.3 paid', 'commission b 0.3 paid', 'commission c 0.3 in_batch', 'reversal b -0.3 open', 'reversal c -0.3 open',
    ]);
  });

  test('VIP 3 for one day only, in one file: that day alone is asked for', async () => {
    const floor = await threeDays();
    await floor.take(together(changes('bob', 'vip_level', '3', '2026-01-06'), changes('bob', 'vip_level', '0', '2026-01-07')));
    expect(await tradesAsked(floor)).toEqual(['b']);
    const id = await theOne(floor);
    await floor.approveReversal('carl', id);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission a 0.15 open', 'commission b 0.15 open', 'commission c 0.15 open', 'reversal b -0.15 open']);
  });

  test('in two files: what the second makes groundless the system takes back', async () => {
    const floor = await threeDays();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-06'));
    expect(await tradesAsked(floor)).toEqual(['b', 'c']);
    await floor.take(changes('bob', 'vip_level', '0', '2026-01-07'));
    expect(await tradesAsked(floor)).toEqual(['b']);
    expect(await rows(floor.database.read, `SELECT state, decided_by FROM reversals ORDER BY id`)).toEqual([
      { state: 'pending', decided_by: null }, { state: 'rejected', decided_by: 'system' },
    ]);
    // And asks again, should it fail again.
    await floor.take(changes('bob', 'vip_level', '9', '2026-01-06 12:00'));
    expect(await tradesAsked(floor)).toEqual(['b']);
    await floor.take(changes('bob', 'vip_level', '5', '2026-01-07'));
    expect(await tradesAsked(floor)).toEqual(['b', 'c']);
  });

  test('approved first, then groundless: the reversal stands and the record falls short by all of it', async () => {
    const floor = await threeDays();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-07'));
    const id = await theOne(floor);
    await floor.approveReversal('cleo', id);
    expect(await refusalOf(floor.approveReversal('carl', id))).toBe('not_pending');
    await floor.take(changes('bob', 'vip_level', '0', '2026-01-07'));
    expect(await short(floor)).toEqual(['c 0.15']);
    await floor.approveCorrection('cleo', await floor.askCorrection('ona', await recordOf(floor.database.read, 'c')));
    expect((await told(floor.database.read, 'ada')).slice(2)).toEqual(['commission c 0.15 open', 'reversal c -0.15 open', 'correction c 0.15 open']);
    expect(await short(floor)).toEqual(['c 0']);
  });

  test('left three days ago, by feed; exactly the records at and after it', async () => {
    const floor = await threeDays();
    await floor.take(leaves('ada', '2026-01-06'));
    expect(await tradesAsked(floor)).toEqual(['b', 'c']);
    expect((await asked(floor)).every((one) => one.cause.startsWith('deactivation:'))).toBe(true);
  });

  test('two late changes, the later first: each record once', async () => {
    const floor = await threeDays();
    await floor.take(changes('ada', 'account_type', 'broker', '2026-01-07'));
    expect(await tradesAsked(floor)).toEqual(['c']);
    await floor.take(leaves('ada', '2026-01-05 12:00'));
    expect((await tradesAsked(floor)).toSorted()).toEqual(['b', 'c']);
  });

  test('a country that is closed for futures, and open again', async () => {
    const floor = (await stage()).at('2026-01-08 01:00');
    await floor.take(together(trades('spot', 'guy', '2026-01-05'), trades('perp', 'guy', '2026-01-05', { product: 'futures_usdt' })));
    await floor.commission('2026-01-07');
    await floor.take(changes('guy', 'country', 'IR', '2026-01-04'));
    expect(await tradesAsked(floor)).toEqual(['perp']);
    await floor.take(changes('guy', 'country', 'US', '2026-01-05'));
    expect(await tradesAsked(floor)).toEqual([]);
  });

  test('a request that was refused by staff is not asked again for the same', async () => {
    const floor = await threeDays();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-07'));
    const id = await theOne(floor);
    await floor.rejectReversal('cleo', id);
    expect(await told(floor.database.read, 'ada')).toHaveLength(3);
    expect(await rows(floor.database.read, 'SELECT state FROM reversals')).toEqual([{ state: 'rejected' }]);
  });
});

describe('STA-10, PAY-6: in the affiliate’s favour', () => {
  async function vipTakenAway(): Promise<Floor> {
    const floor = await stage();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-04'), together(trades('a', 'bob', '2026-01-05', { fee: '2' }), trades('b', 'bob', '2026-01-06')));
    floor.at('2026-01-08 01:00');
    await floor.payday('2026-01-07');
    await floor.take(changes('bob', 'vip_level', '2', '2026-01-05'));
    return floor;
  }

  test('VIP taken away late: listed with the engine’s figure, paid by a correction of two people', async () => {
    const floor = await vipTakenAway();
    expect(await tradesAsked(floor)).toEqual([]);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission a 0 vip_excluded', 'commission b 0 vip_excluded']);
    // 2 × 15 % and 1 × 15 %.
    expect(await short(floor)).toEqual(['a 0.3', 'b 0.15']);
    const record = await recordOf(floor.database.read, 'a');
    expect(await refusalOf(floor.askCorrection('ona', record, '0.31'))).toBe('bad_value');
    expect(await refusalOf(floor.askCorrection('ona', record, '0.29999999'))).toBe('bad_value');
    const id = await floor.askCorrection('cleo', record);
    expect(await refusalOf(floor.askCorrection('otto', record))).toBe('already_pending');
    expect(await refusalOf(floor.approveCorrection('cleo', id))).toBe('own_request');
    await floor.approveCorrection('carl', id);
    expect(await refusalOf(floor.approveCorrection('carl', id))).toBe('not_pending');
    expect(await short(floor)).toEqual(['a 0', 'b 0.15']);
    expect((await told(floor.database.read, 'ada')).slice(2)).toEqual(['correction a 0.3 open']);
    floor.at('2026-01-09 01:00');
    const batch = await floor.payday('2026-01-08');
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.3 1 released']);
  });

  test('a figure that moved after it was asked for is stale; one that is refused is free again', async () => {
    const floor = await vipTakenAway();
    const record = await recordOf(floor.database.read, 'a');
    const first = await floor.askCorrection('ona', record);
    await floor.take(changes('bob', 'vip_level', '4', '2026-01-05'));
    expect(await refusalOf(floor.approveCorrection('carl', first))).toBe('stale');
    await floor.rejectCorrection('carl', first);
    expect(await short(floor)).toEqual(['a 0', 'b 0']);
    await floor.take(changes('bob', 'vip_level', '1', '2026-01-05'));
    expect(await short(floor)).toEqual(['a 0.3', 'b 0.15']);
  });

  test('where the engine derives nothing a positive amount is named', async () => {
    const floor = await threeDays();
    const record = await recordOf(floor.database.read, 'a');
    expect(await refusalOf(floor.askCorrection('ona', record))).toBe('bad_value');
    for (const amount of ['0', '-1', '0.123456789', '1e3', '', '92233720368.54775808']) expect(await refusalOf(floor.askCorrection('ona', record, amount)), amount).toBe('bad_value');
    await floor.approveCorrection('cleo', await floor.askCorrection('ona', record, '0.00000001'));
    expect((await told(floor.database.read, 'ada')).at(-1)).toBe('correction a 0.00000001 open');
    expect(await refusalOf(floor.askCorrection('ona', 999_999, '1'))).toBe('bad_value');
  });

  test('a ratio or an activation that arrives after a record changes nothing', async () => {
    const floor = await stage();
    await floor.take(together(trades('g', 'guy', '2026-01-05'), trades('early', 'guy', '2026-01-01 12:00')), trades('b', 'bob', '2026-01-01 12:00'));
    floor.at('2026-01-06 01:00');
    await floor.commission('2026-01-05');
    await floor.take(setsRatio('eve', 'spot_margin', 5000, '2026-01-04'), leaves('eve', '2026-01-05 12:00'));
    await floor.take(activates('eve', 'pro', '2026-01-05 13:00', 'again'));
    expect([await tradesAsked(floor), await short(floor)]).toEqual([[], []]);
    expect(await told(floor.database.read, 'eve')).toEqual(['commission early 0 not_activated', 'commission g 0.2 open']);
  });
});

describe('PAY-4: reversals that staff ask for', () => {
  test('two parties, at most one of a record, none of a reversal or of nothing', async () => {
    const floor = await threeDays();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-08'), trades('zero', 'bob', '2026-01-08'));
    floor.at('2026-01-09 01:00');
    await floor.commission('2026-01-08');
    const [a, zero] = [await recordOf(floor.database.read, 'a'), await recordOf(floor.database.read, 'zero')];
    expect(await refusalOf(floor.askReversal('ona', zero))).toBe('not_reversible');
    expect(await refusalOf(floor.askReversal('ona', 999_999))).toBe('bad_value');
    const id = await floor.askReversal('cleo', a);
    expect(await refusalOf(floor.askReversal('carl', a))).toBe('already_pending');
    expect(await refusalOf(floor.approveReversal('cleo', id))).toBe('own_request');
    expect(await refusalOf(floor.rejectReversal('cleo', id))).toBe('own_request');
    await floor.rejectReversal('carl', id);
    await floor.approveReversal('carl', await floor.askReversal('ona', a));
    expect(await refusalOf(floor.askReversal('ona', a))).toBe('already_reversed');
    const reversal = (await rows<{ id: number }>(floor.database.read, 'SELECT id FROM commission_records WHERE reverses_id IS NOT NULL'))[0]?.id as number;
    expect(await refusalOf(floor.askReversal('ona', reversal))).toBe('not_reversible');
    expect(await refusalOf(floor.askCorrection('ona', reversal, '1'))).toBe('bad_value');
  });

  test('asked by staff, failing by what came since, refused by staff: the system asks for it', async () => {
    const floor = await threeDays();
    const id = await floor.askReversal('ona', await recordOf(floor.database.read, 'c'));
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-07'));
    expect(await tradesAsked(floor)).toEqual([]);
    await floor.rejectReversal('carl', id);
    expect(await tradesAsked(floor)).toEqual(['c']);
  });

  test('a correction is reversed like any record', async () => {
    const floor = await threeDays();
    await floor.approveCorrection('cleo', await floor.askCorrection('ona', await recordOf(floor.database.read, 'a'), '7'));
    const correction = (await rows<{ id: number }>(floor.database.read, `SELECT id FROM commission_records WHERE kind = 'correction'`))[0]?.id as number;
    await floor.reverse(correction);
    expect((await told(floor.database.read, 'ada')).slice(3)).toEqual(['correction a 7 open', 'reversal a -7 open']);
  });
});
