/** STA-7, STA-8: restrict, freeze, suspend, lift; what is held, and for how long. */
import { describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { account, moment, trades } from '../worlds/story.ts';
import { lineOf, stateOf, told, toldBooks, toldLines } from './books.ts';
import { refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

async function restriction(floor: Floor, at: string): Promise<string> {
  return (await stateOf(floor.database.read, 'ada', 'restriction', Date.parse(moment(at)))) ?? 'none';
}

describe('STA-7: restricted', () => {
  test('a registration through the link makes the account and no binding, now or later', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.change('ada', 'restrict');
    floor.at('2026-01-06');
    expect(await floor.take(account('new', { on: '2026-01-06', by: 'ada' }))).toMatchObject([{ accepted: 1, bindings_refused: 1 }]);
    await floor.change('ada', 'lift');
    floor.at('2026-01-08 01:00');
    await floor.take(together(trades('new', 'new', '2026-01-07'), trades('old', 'bob', '2026-01-07')));
    await floor.commission('2026-01-07');
    // Bob was bound before: he counts all the time.
    expect(await told(floor.database.read, 'ada')).toEqual(['commission old 0.15 open']);
    expect(await rows(floor.database.read, 'SELECT codes FROM binding_refusals')).toEqual([{ codes: 'inviter_restricted' }]);
  });
});

describe('STA-7: frozen', () => {
  test('accrual goes on, the payout is held, and what was held is paid with the next payout after lifting', async () => {
    const floor = (await stage()).at('2026-01-05 20:00');
    await floor.take(trades('a', 'bob', '2026-01-05 08:00'));
    await floor.change('ada', 'freeze');
    floor.at('2026-01-06 01:00');
    await floor.take(trades('g', 'guy', '2026-01-05'));
    // Eve's 1 × 20 %; Ada's 1 × 15 % is held.
    const first = await floor.payday('2026-01-05');
    expect(await toldLines(floor.database.read, first)).toEqual(['eve USDT 0.2 1 released']);
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.15 = 0 + 0 + 0.15 + 0');
    floor.at('2026-01-07 01:00');
    await floor.take(trades('b', 'bob', '2026-01-06', { fee: '2' }));
    await floor.payday('2026-01-06');
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.45 = 0 + 0 + 0.45 + 0');
    floor.at('2026-01-07 12:00');
    await floor.change('ada', 'lift', { reason_code: 'cleared' });
    floor.at('2026-01-08 01:00');
    const third = await floor.payday('2026-01-07');
    // 0.15 + 2 × 15 %.
    expect(await toldLines(floor.database.read, third)).toEqual(['ada USDT 0.45 2 released']);
    await floor.confirm([await lineOf(floor.database.read, third, 'ada'), 'paid']);
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.45 = 0.45 + 0 + 0 + 0');
  });
});

describe('STA-7: suspended', () => {
  test('trades meanwhile earn nothing, for ever; what was earned before is paid after lifting', async () => {
    const floor = (await stage()).at('2026-01-05 12:00');
    await floor.take(trades('before', 'bob', '2026-01-05 08:00'));
    await floor.change('ada', 'suspend');
    floor.at('2026-01-07 01:00');
    await floor.take(together(trades('meanwhile', 'bob', '2026-01-06'), trades('at', 'bob', '2026-01-05 12:00')));
    await floor.payday('2026-01-06');
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.15 = 0 + 0 + 0.15 + 0');
    await floor.change('ada', 'lift');
    floor.at('2026-01-08 01:00');
    await floor.take(trades('after', 'bob', '2026-01-07 02:00'));
    const batch = await floor.payday('2026-01-07');
    expect(await told(floor.database.read, 'ada')).toEqual([
      'commission before 0.15 in_batch', 'commission at 0 suspended', 'commission meanwhile 0 suspended', 'commission after 0.15 in_batch',
    ]);
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.3 2 released']);
  });

  test('one restriction holds at a time; lifting leads to none, whatever was before', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.change('ada', 'restrict');
    floor.at('2026-01-06');
    await floor.change('ada', 'suspend');
    floor.at('2026-01-07');
    await floor.change('ada', 'lift');
    expect([await restriction(floor, '2026-01-05'), await restriction(floor, '2026-01-06'), await restriction(floor, '2026-01-07')]).toEqual(['restricted', 'suspended', 'none']);
  });

  // STA-8 lets an approved change hold from its instant, and STA-7 the new one replace the old; what withstands older plans is a freeze alone.
  test('a lesser one planned before it takes its place when its instant comes, unless a suspension is planned for that instant too', async () => {
    const floor = (await stage()).at('2026-01-05');
    const effective_at = '2026-01-10T00:00:00.000Z';
    await floor.change('ada', 'restrict', { effective_at });
    floor.at('2026-01-07');
    await floor.change('ada', 'suspend');
    expect([await restriction(floor, '2026-01-07'), await restriction(floor, '2026-01-09 23:59'), await restriction(floor, '2026-01-10')]).toEqual(['suspended', 'suspended', 'restricted']);
    floor.at('2026-01-08');
    await floor.change('ada', 'suspend', { effective_at });
    expect([await restriction(floor, '2026-01-09 23:59'), await restriction(floor, '2026-01-10')]).toEqual(['suspended', 'suspended']);
  });

  test('a lift that is approved after the run holds from its filing: the record stays, and falls short', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.change('ada', 'suspend');
    floor.at('2026-01-06');
    const lift = await floor.ask('carl', 'ada', 'lift');
    floor.at('2026-01-07 01:00');
    await floor.take(together(trades('kept', 'bob', '2026-01-05 12:00'), trades('short', 'bob', '2026-01-06 12:00')));
    await floor.commission('2026-01-06');
    await floor.approve('cleo', lift);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission kept 0 suspended', 'commission short 0 suspended']);
    const listed = await rows(
      floor.database.read,
      `SELECT t.trade_id, s.cause FROM shortfalls s JOIN commission_records c ON c.id = s.record_id JOIN trades t ON t.id = c.trade_ref`,
    );
    expect(listed).toEqual([{ trade_id: 'short', cause: `status_change:${lift}` }]);
  });
});

describe('STA-8: a freeze holds from filing', () => {
  test('and lapses after 72 hours', async () => {
    const floor = (await stage()).at('2026-01-06 02:00');
    const id = await floor.ask('sue', 'ada', 'freeze');
    expect(await restriction(floor, '2026-01-06 02:00')).toBe('frozen');
    expect(await restriction(floor, '2026-01-09 01:59')).toBe('frozen');
    expect(await restriction(floor, '2026-01-09 02:00')).toBe('none');
    floor.at('2026-01-09 02:00');
    expect(await refusalOf(floor.approve('cleo', id))).toBe('not_pending');
    await floor.tick();
    const lapsed = await rows(floor.database.read, 'SELECT state, decided_by, decided_at FROM status_changes');
    expect(lapsed).toEqual([{ state: 'lapsed', decided_by: 'system', decided_at: Date.parse('2026-01-09T02:00:00Z') }]);
    // The way is free for the next one.
    expect(await refusalOf(floor.ask('sue', 'ada', 'freeze'))).toBe('done');
  });

  test('filed at 02:00 between batch and release, then not approved for 72 hours: withdrawn, held, and paid on the fourth day', async () => {
    const floor = (await stage()).at('2026-01-06 01:00');
    await floor.take(together(trades('a', 'bob', '2026-01-05'), trades('g', 'guy', '2026-01-05')));
    await floor.commission('2026-01-05');
    const { batch_id } = await floor.payout('2026-01-05');
    floor.at('2026-01-06 02:00');
    await floor.ask('sue', 'ada', 'freeze', { reason_code: 'suspected_terms_breach' });
    floor.at('2026-01-06 03:00');
    await floor.release(batch_id);
    expect(await toldLines(floor.database.read, batch_id)).toEqual(['ada USDT 0.15 1 withdrawn frozen', 'eve USDT 0.2 1 released']);
    expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.15 = 0 + 0 + 0.15 + 0');
    for (const [day, morning] of [['2026-01-06', '2026-01-07 01:00'], ['2026-01-07', '2026-01-08 01:00'], ['2026-01-08', '2026-01-09 01:59']] as const) {
      floor.at(morning);
      await floor.payday(day);
      expect(await toldBooks(floor.database.read, floor.clock.now(), 'ada')).toBe('0.15 = 0 + 0 + 0.15 + 0');
    }
    floor.at('2026-01-10 01:00');
    const batch = await floor.payday('2026-01-09');
    expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.15 1 released']);
    expect(await floor.state(1)).toBe('lapsed');
  });

  test('approved, it holds until it is lifted; rejected or cancelled, it ends then', async () => {
    const floor = (await stage()).at('2026-01-06 02:00');
    const first = await floor.ask('sue', 'ada', 'freeze');
    floor.at('2026-01-06 03:00');
    await floor.reject('ona', first);
    expect([await restriction(floor, '2026-01-06 02:59'), await restriction(floor, '2026-01-06 03:00')]).toEqual(['frozen', 'none']);
    floor.at('2026-01-07 02:00');
    const second = await floor.ask('sue', 'ada', 'freeze');
    floor.at('2026-01-07 03:00');
    expect(await refusalOf(floor.cancel('ona', second))).toBe('forbidden');
    await floor.cancel('sue', second);
    expect([await restriction(floor, '2026-01-07 02:59'), await restriction(floor, '2026-01-07 03:00')]).toEqual(['frozen', 'none']);
    floor.at('2026-01-08 02:00');
    await floor.approve('ona', await floor.ask('sue', 'ada', 'freeze'));
    expect(await restriction(floor, '2026-02-07')).toBe('frozen');
  });

  test('what was before goes on behind it', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.change('ada', 'restrict');
    floor.at('2026-01-06');
    await floor.ask('sue', 'ada', 'freeze');
    expect([await restriction(floor, '2026-01-08'), await restriction(floor, '2026-01-09')]).toEqual(['frozen', 'restricted']);
  });

  test('one that would lower a restriction holds nothing before it is approved', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.change('ada', 'suspend');
    floor.at('2026-01-06');
    const lower = await floor.ask('ona', 'ada', 'freeze');
    expect(await restriction(floor, '2026-01-06')).toBe('suspended');
    expect(await refusalOf(floor.approve('otto', lower))).toBe('forbidden');
    floor.at('2026-01-07');
    await floor.approve('cleo', lower);
    expect([await restriction(floor, '2026-01-05'), await restriction(floor, '2026-01-06')]).toEqual(['suspended', 'frozen']);
  });

  test('a suspension approved meanwhile outlives it, and it is stale then', async () => {
    const floor = (await stage()).at('2026-01-06 02:00');
    const freeze = await floor.ask('sue', 'ada', 'freeze');
    floor.at('2026-01-06 03:00');
    await floor.approve('cleo', await floor.ask('ona', 'ada', 'suspend'));
    expect(await restriction(floor, '2026-01-12')).toBe('suspended');
    expect(await refusalOf(floor.approve('cleo', freeze))).toBe('stale');
    await floor.reject('cleo', freeze);
    expect(await restriction(floor, '2026-01-12')).toBe('suspended');
  });

  test('laid on at the very instant of a lift, and approved, it holds for good', async () => {
    const floor = (await stage()).at('2026-01-04');
    await floor.change('ada', 'restrict');
    floor.at('2026-01-05');
    await floor.change('ada', 'lift');
    await floor.change('ada', 'freeze');
    expect([await restriction(floor, '2026-01-05'), await restriction(floor, '2026-01-08'), await restriction(floor, '2026-02-08')]).toEqual(['frozen', 'frozen', 'frozen']);
  });

  test('one that lies ahead and is rejected leaves nothing at which a suspension would end', async () => {
    const floor = (await stage()).at('2026-01-05');
    const ahead = await floor.ask('ona', 'ada', 'freeze', { effective_at: moment('2026-01-06') });
    await floor.reject('otto', ahead);
    await floor.change('ada', 'suspend');
    expect([await restriction(floor, '2026-01-05'), await restriction(floor, '2026-01-06'), await restriction(floor, '2026-01-09')]).toEqual(['suspended', 'suspended', 'suspended']);
  });

  test('one that lies ahead and lapses: the suspension before it goes on', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.ask('ona', 'ada', 'freeze', { effective_at: moment('2026-01-06') });
    await floor.change('ada', 'suspend');
    expect([await restriction(floor, '2026-01-05'), await restriction(floor, '2026-01-06'), await restriction(floor, '2026-01-08')]).toEqual(['suspended', 'frozen', 'suspended']);
  });

  describe('and is not weakened by what was asked for before it', () => {
    /** Ada: a day's commission is in a batch; what was approved on the 5th begins on the 6th at 02:00, the freeze is filed an hour before. */
    async function frozenOver(kind: 'restrict' | 'lift' | 'suspend' | 'freeze'): Promise<{ floor: Floor; freeze: number; batch: string | null }> {
      const floor = (await stage()).at('2026-01-05');
      await floor.take(trades('a', 'bob', '2026-01-05'));
      if (kind === 'lift') await floor.change('ada', 'restrict');
      floor.at('2026-01-05 12:00');
      await floor.change('ada', kind, { effective_at: moment('2026-01-06 02:00') });
      floor.at('2026-01-06 01:00');
      await floor.commission('2026-01-05');
      const { batch_id } = await floor.payout('2026-01-05');
      return { floor, freeze: await floor.ask('sue', 'ada', 'freeze'), batch: batch_id };
    }

    test.each(['restrict', 'lift'] as const)('%s: the payout is held, the freeze can be approved, and holds until it is lifted', async (kind) => {
      const { floor, freeze, batch } = await frozenOver(kind);
      expect([await restriction(floor, '2026-01-06 01:59'), await restriction(floor, '2026-01-06 02:00')]).toEqual(['frozen', 'frozen']);
      floor.at('2026-01-06 03:00');
      await floor.release(batch);
      expect(await toldLines(floor.database.read, batch)).toEqual(['ada USDT 0.15 1 withdrawn frozen']);
      const preview = await floor.approve('cleo', freeze);
      expect([preview.restriction, preview.accruals]).toEqual([
        { from: kind === 'lift' ? 'restricted' : 'none', to: 'frozen' }, [{ currency: 'USDT', open: '0.15', in_batch: '0', held: true }],
      ]);
      expect([await floor.state(freeze), await floor.state(freeze - 1)]).toEqual(['applied', 'applied']);
      expect(await restriction(floor, '2026-02-06')).toBe('frozen');
      floor.at('2026-01-07 12:00');
      await floor.change('ada', 'lift');
      expect([await restriction(floor, '2026-01-07 11:59'), await restriction(floor, '2026-01-07 12:00'), await restriction(floor, '2026-02-06')]).toEqual(['frozen', 'none', 'none']);
    });

    test.each([['restrict', 'restricted'], ['lift', 'none'], ['freeze', 'frozen']] as const)('%s holds from its own instant where the freeze ends: %s', async (kind, value) => {
      const { floor, freeze } = await frozenOver(kind);
      // Nobody decides: it lapses after its 72 hours.
      expect([await restriction(floor, '2026-01-09 00:59'), await restriction(floor, '2026-01-09 01:00')]).toEqual(['frozen', value]);
      floor.at('2026-01-06 03:00');
      await floor.reject('ona', freeze);
      expect([await restriction(floor, '2026-01-06 02:59'), await restriction(floor, '2026-01-06 03:00')]).toEqual(['frozen', value]);
    });

    test('a freeze that is taken back before is no more in its way', async () => {
      const { floor, freeze } = await frozenOver('restrict');
      floor.at('2026-01-06 01:30');
      await floor.cancel('sue', freeze);
      expect([await restriction(floor, '2026-01-06 01:29'), await restriction(floor, '2026-01-06 01:30'), await restriction(floor, '2026-01-06 02:00')]).toEqual(['frozen', 'none', 'restricted']);
    });

    test('a suspension is stronger, and takes its place', async () => {
      const { floor, freeze } = await frozenOver('suspend');
      expect([await restriction(floor, '2026-01-06 01:59'), await restriction(floor, '2026-01-06 02:00')]).toEqual(['frozen', 'suspended']);
      floor.at('2026-01-06 03:00');
      expect(await refusalOf(floor.approve('cleo', freeze))).toBe('stale');
    });

    test('a lesser one that is asked for after it takes its place', async () => {
      const { floor, freeze } = await frozenOver('restrict');
      await floor.approve('cleo', freeze);
      floor.at('2026-01-06 03:00');
      await floor.change('ada', 'restrict');
      expect([await restriction(floor, '2026-01-06 02:59'), await restriction(floor, '2026-01-06 03:00'), await restriction(floor, '2026-02-06')]).toEqual(['frozen', 'restricted', 'restricted']);
    });

    test('to lift it is to lift what lies behind it too: what compliance asked for, only compliance', async () => {
      const { floor, freeze } = await frozenOver('restrict');
      floor.at('2026-01-06 03:00');
      await floor.approve('ona', freeze);
      const lift = await floor.ask('ona', 'ada', 'lift');
      expect(await refusalOf(floor.approve('otto', lift))).toBe('forbidden');
      await floor.approve('cleo', lift);
      expect(await restriction(floor, '2026-01-06 03:00')).toBe('none');
    });
  });

  test('what compliance asked for is its own again behind a freeze that was rejected', async () => {
    const floor = (await stage()).at('2026-01-05');
    await floor.approve('ona', await floor.ask('carl', 'ada', 'restrict'));
    floor.at('2026-01-06');
    const freeze = await floor.ask('sue', 'ada', 'freeze');
    floor.at('2026-01-06 01:00');
    await floor.reject('otto', freeze);
    expect(await restriction(floor, '2026-01-06 01:00')).toBe('restricted');
    const lift = await floor.ask('ona', 'ada', 'lift');
    expect(await refusalOf(floor.approve('otto', lift))).toBe('forbidden');
    await floor.approve('cleo', lift);
  });
});
