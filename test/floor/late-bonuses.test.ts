/** CAM-6, STA-10: an end of the enrolment that becomes known after bonuses were awarded for what was reached at or after it. */
import { afterEach, describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { CampaignFloor } from './campaigning.ts';
import { before, happened, shown } from './effect.ts';

let floor: CampaignFloor;
/** Whatever happened, the books balance, and no campaign is above its bounds. */
afterEach(async () => {
  const wrong = await floor.wrong();
  await floor.close();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});

const reward = (side: string, kind: string, amount: string) => ({ side, reward: kind, amount, currency: 'USDT' });

const deactivation = (ended_at: string) => ({ feed: 'deactivations' as const, rows: [{ deactivation_id: 'd', uid: 'ada', ended_at }] });

interface Asked {
  id: number;
  record_id: number;
  state: string;
  source: string;
  cause: string;
}

function reversals(): Promise<Asked[]> {
  return rows(floor.database.read, 'SELECT id, record_id, state, source, cause FROM reversals ORDER BY id');
}

async function books(uid: string): Promise<string> {
  const [one] = await floor.balance(uid);
  return one ? `${one.accrued} = ${one.paid} + ${one.in_batch} + ${one.held} + ${one.open}` : 'nothing';
}

/** Two guests reach their task, one on the last instant before noon of the 7th and one at noon; both are awarded that night. */
async function twoAwarded(rewards: object[], said: object = {}): Promise<number> {
  floor = await CampaignFloor.with('ada');
  const id = await floor.campaign({ rewards, ...said });
  for (const uid of ['before', 'at']) await floor.invited(uid, 'ada', '2026-01-06');
  await floor.deposits('before', '100', '2026-01-07T11:59:59.999Z');
  await floor.deposits('at', '100', '2026-01-07T12:00:00Z');
  await floor.bonus('2026-01-07');
  return id;
}

describe('an end that came by feed', () => {
  test('cash: the system asks for what was reached at the end or after it, both sides; one person approves, and the budget is free again', async () => {
    const id = await twoAwarded([reward('inviter', 'cash', '10'), reward('invitee', 'cash', '5')], { budget: '30' });
    await floor.commission('2026-01-07');
    const { batch_id } = await floor.payout('2026-01-07');
    await floor.release(batch_id);
    const lines = await rows<{ id: number }>(floor.database.read, 'SELECT id FROM payout_lines ORDER BY id');
    await floor.confirm(...lines.map((line): [number, 'paid'] => [line.id, 'paid']));
    await floor.take(deactivation('2026-01-07T12:00:00Z'));
    const asked = await reversals();
    // Records 1 and 2 are of `before`, 3 and 4 of `at`.
    expect(asked.map(({ record_id, state, source, cause }) => [record_id, state, source, cause])).toEqual([
      [3, 'pending', 'system', 'deactivation:d'], [4, 'pending', 'system', 'deactivation:d'],
    ]);
    await floor.take(deactivation('2026-01-07T12:00:00Z'));
    expect(await reversals()).toEqual(asked);
    for (const one of asked) await floor.approveReversal('cleo', one.id);
    expect(await floor.bonuses()).toEqual([
      'ada before inviter 10 USDT cash distributed v1', 'ada before invitee 5 USDT cash distributed v1',
      'ada at inviter 10 USDT cash reversed v1', 'ada at invitee 5 USDT cash reversed v1',
    ]);
    expect(await books('ada')).toBe('10 = 20 + 0 + 0 + -10');
    expect(await books('at')).toBe('0 = 5 + 0 + 0 + -5');
    // Never again, though there is room.
    expect(await floor.bonus('2026-01-08')).toBe('0');
    expect(await floor.states(id)).toEqual(['before awarded', 'at awarded']);
  });

  test('vouchers and trial funds: pending ones are withdrawn and told in the trail; what is distributed stays', async () => {
    await twoAwarded([reward('inviter', 'trial_funds', '10'), reward('invitee', 'fee_voucher', '5')]);
    await floor.take({ feed: 'bonus-confirmations', rows: [{ bonus_id: '4', status: 'distributed', at: '2026-01-08T01:00:00Z', reference: 'r' }] });
    await floor.take(deactivation('2026-01-07T12:00:00Z'));
    expect(await floor.bonuses()).toEqual([
      'ada before inviter 10 USDT trial_funds pending v1', 'ada before invitee 5 USDT fee_voucher pending v1',
      'ada at inviter 10 USDT trial_funds reversed v1', 'ada at invitee 5 USDT fee_voucher distributed v1',
    ]);
    expect(await reversals()).toEqual([]);
    const told = await rows<{ subject_id: string; reason: string }>(
      floor.database.read, `SELECT subject_id, reason FROM audit_events WHERE action = 'bonus.withdrawn'`,
    );
    expect(told).toEqual([{ subject_id: '3', reason: 'deactivation:d' }]);
    const [figures] = await floor.take({ feed: 'bonus-confirmations', rows: [{ bonus_id: '3', status: 'distributed', at: '2026-01-08T01:00:00Z', reference: 'r' }] });
    expect(figures).toMatchObject({ accepted: 0, conflicts: 1 });
  });

  test('an enrolment that was activated since does not stand for the one that ended', async () => {
    await twoAwarded([reward('inviter', 'cash', '10')]);
    await floor.take(deactivation('2026-01-05T12:00:00Z'));
    await floor.take({ feed: 'activations', rows: [{ activation_id: 'again', uid: 'ada', programme: 'pro', activated_at: '2026-01-05T18:00:00Z' }] });
    expect((await reversals()).map(({ record_id }) => record_id)).toEqual([1, 2]);
    await floor.approveReversal('cleo', 1);
    expect(await books('ada')).toBe('10 = 0 + 0 + 0 + 10');
  });

  test('a request of staff that came first is theirs; where it is refused the system asks', async () => {
    await twoAwarded([reward('inviter', 'cash', '10')]);
    const first = await floor.askReversal('carl', 2);
    await floor.take(deactivation('2026-01-07T12:00:00Z'));
    expect((await reversals()).map(({ source }) => source)).toEqual(['staff']);
    await floor.rejectReversal('cleo', first);
    expect((await reversals()).map(({ record_id, state, source }) => [record_id, state, source])).toEqual([[2, 'rejected', 'staff'], [2, 'pending', 'system']]);
  });
});

describe('an end that staff asked for', () => {
  test('approved after the award, it covers the affiliate\'s own records, which its preview named; the invitee\'s share waits for one person', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign({ rewards: [reward('inviter', 'cash', '10'), reward('invitee', 'cash', '5')] });
    await floor.invited('guest', 'ada', '2026-01-06');
    floor.at('2026-01-07 06:00');
    const request = await floor.ask('carl', 'ada', 'terminate');
    await floor.deposits('guest', '100', '2026-01-07 07:00');
    await floor.bonus('2026-01-07');
    const { reversals: named, accruals } = await floor.approve('cleo', request);
    expect(named).toMatchObject({ count: 1, totals: [{ currency: 'USDT', amount: '10' }], records: [{ record_id: '1', trade_id: null, reason: 'enrolment_ended' }] });
    expect(accruals).toMatchObject([{ currency: 'USDT', open: '0' }]);
    expect((await reversals()).map(({ record_id, state, source }) => [record_id, state, source])).toEqual([[1, 'approved', 'staff'], [2, 'pending', 'system']]);
    expect(await floor.bonuses()).toEqual(['ada guest inviter 10 USDT cash reversed v1', 'ada guest invitee 5 USDT cash pending v1']);
  });

  test.each(['terminate', 'suspend'] as const)('%s approved after the award withdraws the vouchers and trial funds that its preview named', async (kind) => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign({ rewards: [reward('inviter', 'trial_funds', '10'), reward('invitee', 'fee_voucher', '5')] });
    for (const guest of ['before', 'after', 'given']) await floor.invited(guest, 'ada', '2026-01-06');
    await floor.deposits('before', '100', '2026-01-06 07:00');
    floor.at('2026-01-07 06:00');
    const request = await floor.ask('carl', 'ada', kind);
    for (const guest of ['after', 'given']) await floor.deposits(guest, '100', '2026-01-07 07:00');
    await floor.bonus('2026-01-07');
    await floor.take({ feed: 'bonus-confirmations', rows: [{ bonus_id: '6', status: 'distributed', at: '2026-01-08T05:00:00Z', reference: 'r' }] });
    const preview = await floor.preview(request);
    const was = await before(floor.database.read, preview);
    expect(preview.bonuses_withdrawn).toEqual([
      { id: '3', campaign: 'new-year', reward: 'trial_funds', amount: '10', currency: 'USDT' },
      { id: '4', campaign: 'new-year', reward: 'fee_voucher', amount: '5', currency: 'USDT' },
      { id: '5', campaign: 'new-year', reward: 'trial_funds', amount: '10', currency: 'USDT' },
    ]);
    await floor.approve('cleo', request, preview);
    expect(await happened(floor.database.read, was, preview, kind === 'suspend')).toEqual(shown(preview));
    expect((await floor.preview(request)).bonuses_withdrawn).toEqual(preview.bonuses_withdrawn);
  });

  test('a suspension approved after the award takes what was reached while it held', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    await floor.invited('guest', 'ada', '2026-01-06');
    floor.at('2026-01-07 06:00');
    const request = await floor.ask('carl', 'ada', 'suspend');
    await floor.deposits('guest', '100', '2026-01-07 07:00');
    await floor.bonus('2026-01-07');
    const { reversals: named } = await floor.approve('cleo', request);
    expect(named).toMatchObject({ count: 1, records: [{ reason: 'suspended' }] });
    expect(await books('ada')).toBe('0 = 0 + 0 + 0 + 0');
  });
});
