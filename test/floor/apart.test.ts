/** What stands apart: one affiliate's request and another's records, an enrolment and the next one, what compliance asked for and what is laid over it. */
import { describe, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { account, activates, changes, trades } from '../worlds/story.ts';
import { recordOf, stateOf, told } from './books.ts';
import { refusalOf, together, type Floor } from './floor.ts';
import { balanceAfterEach, stage } from './stage.ts';

balanceAfterEach();

async function asked(floor: Floor): Promise<string[]> {
  const list = await rows<{ kind: string; trade: string }>(
    floor.database.read,
    `SELECT c.kind, t.trade_id AS trade FROM reversals v JOIN commission_records c ON c.id = v.record_id JOIN trades t ON t.id = c.trade_ref
     WHERE v.state = 'pending' ORDER BY v.id`,
  );
  return list.map((one) => `${one.kind} ${one.trade}`);
}

describe('STA-9, PAY-4: another affiliate’s records', () => {
  test('a change of who was invited by one and invited another reverses its own records, not its inviter’s', async () => {
    const floor = await stage();
    // Ada invited Bob, who takes part himself and invited Cid. Bob's VIP 3 is known late: Ada's record of Bob's trade fails.
    await floor.take(account('cid', { by: 'bob' }), activates('bob', 'referral', '2026-01-03'));
    await floor.take(together(trades('of-bob', 'bob', '2026-01-05'), trades('of-cid', 'cid', '2026-01-05 12:00')));
    floor.at('2026-01-06 01:00');
    await floor.commission('2026-01-05');
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-04'));
    const refused = await row<{ id: number }>(floor.database.read, `SELECT id FROM reversals WHERE state = 'pending'`);
    await floor.rejectReversal('cleo', Number(refused?.id));
    const preview = await floor.approve('cleo', await floor.ask('carl', 'bob', 'account_type', { to: 'broker', effective_at: '2026-01-04T12:00:00.000Z' }));
    expect(preview.reversals.records.map((one) => one.trade_id)).toEqual(['of-cid']);
    expect(await told(floor.database.read, 'ada')).toEqual(['commission of-bob 0.15 open']);
    expect(await told(floor.database.read, 'bob')).toEqual(['commission of-cid 0.15 open', 'reversal of-cid -0.15 open']);
  });
});

describe('STA-5, ENR-5: an enrolment and the next one', () => {
  /** The change to broker and back, and the new activation, all arrive after two days were computed in the first enrolment. */
  async function activatedAgainLate(): Promise<Floor> {
    const floor = await stage();
    await floor.take(together(trades('old', 'bob', '2026-01-05'), trades('since', 'bob', '2026-01-07')));
    floor.at('2026-01-08 01:00');
    await floor.commission('2026-01-07');
    await floor.take(together(changes('ada', 'account_type', 'broker', '2026-01-06'), changes('ada', 'account_type', 'normal', '2026-01-06 12:00')));
    await floor.take(activates('ada', 'referral', '2026-01-06 18:00', 'again'));
    return floor;
  }

  test('STA-10: an activation that arrives after a record does not save it', async () => {
    const floor = await activatedAgainLate();
    expect(await asked(floor)).toEqual(['commission since']);
    const [one] = await rows<{ id: number }>(floor.database.read, `SELECT id FROM reversals WHERE state = 'pending'`);
    await floor.approveReversal('cleo', Number(one?.id));
    expect(await told(floor.database.read, 'ada')).toEqual(['commission old 0.15 open', 'commission since 0.15 open', 'reversal since -0.15 open']);
  });

  test('ENR-5: a later tier of the enrolment before is none of the new one’s', async () => {
    const floor = await activatedAgainLate();
    const ada = await row<{ id: number }>(floor.database.read, `SELECT id FROM accounts WHERE uid = 'ada'`);
    expect(await stateOf(floor.database.read, 'ada', 'tier', Date.parse('2026-03-01'))).toBe('0');
    const spans = await rows(floor.database.read, `SELECT value FROM account_states WHERE account_id = :id AND field = 'tier' AND known_to = 8640000000000000 AND from_at >= :at`, {
      id: Number(ada?.id), at: Date.parse('2026-01-06T18:00:00Z'),
    });
    expect(spans).toEqual([{ value: '0' }]);
  });
});

describe('STA-10, PAY-6: a correction whose fact flips again', () => {
  test('is asked to be reversed like any record', async () => {
    const floor = await stage();
    await floor.take(changes('bob', 'vip_level', '3', '2026-01-04'), trades('t', 'bob', '2026-01-05'));
    floor.at('2026-01-06 01:00');
    await floor.commission('2026-01-05');
    await floor.take(changes('bob', 'vip_level', '2', '2026-01-04 12:00'));
    await floor.approveCorrection('cleo', await floor.askCorrection('ona', await recordOf(floor.database.read, 't')));
    expect(await told(floor.database.read, 'ada')).toEqual(['commission t 0 vip_excluded', 'correction t 0.15 open']);
    await floor.take(changes('bob', 'vip_level', '4', '2026-01-04 18:00'));
    expect(await asked(floor)).toEqual(['correction t']);
  });
});

describe('CONTRACT 3: what compliance asked for', () => {
  test('is not lifted by laying a freeze over it', async () => {
    const floor = await stage();
    await floor.change('ada', 'restrict');
    floor.at('2026-01-04');
    await floor.ask('ona', 'ada', 'freeze');
    expect(await refusalOf(floor.approve('otto', await floor.ask('ona', 'ada', 'lift')))).toBe('forbidden');
  });

  test('a freeze of compliance is not ended by operations that reject it', async () => {
    const floor = await stage();
    const freeze = await floor.ask('carl', 'ada', 'freeze');
    expect(await refusalOf(floor.reject('ona', freeze))).toBe('forbidden');
    await floor.reject('cleo', freeze);
    expect(await floor.state(freeze)).toBe('rejected');
  });

  test('a freeze that loosens a suspension holds nothing yet, so operations may reject it', async () => {
    const floor = await stage();
    await floor.change('ada', 'suspend');
    floor.at('2026-01-04');
    const freeze = await floor.ask('carl', 'ada', 'freeze');
    await floor.reject('ona', freeze);
    expect(await floor.state(freeze)).toBe('rejected');
    expect(await stateOf(floor.database.read, 'ada', 'restriction', Date.parse('2026-01-05'))).toBe('suspended');
  });

  test('one pending request per affiliate and kind, a freeze that holds already too', async () => {
    const floor = await stage();
    await floor.ask('sue', 'ada', 'freeze');
    expect(await refusalOf(floor.ask('carl', 'ada', 'freeze'))).toBe('already_pending');
  });
});
