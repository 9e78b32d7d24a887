/** CAM-6: cash goes the way of commission, vouchers and trial funds are confirmed by feed; PAY and STA rules apply to both. */
import { afterEach, describe, expect, test } from 'vitest';
import { rows } from '../../db/statement.ts';
import { parsePageStart, timelinePage } from '../../server/affiliates/entries/page.ts';
import { exportCommissions, exportPayout } from '../../server/exports/exports.ts';
import { approveReversal, previewReversal, requestReversal } from '../../server/reversals/service.ts';
import { previewChange } from '../../server/status-changes/file.ts';
import { CampaignFloor } from './campaigning.ts';
import { COMMENT } from './floor.ts';
import { actorOf } from './people.ts';

let floor: CampaignFloor;
afterEach(async () => {
  const wrong = await floor.wrong();
  await floor.close();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});

const register = [{ task: 'register' }];
const reward = (side: string, kind: string, amount: string) => ({ side, reward: kind, amount, currency: 'USDT' });

async function text(chunks: AsyncGenerator<string>): Promise<string[]> {
  let all = '';
  for await (const chunk of chunks) all += chunk;
  return all.trimEnd().split('\n').slice(1);
}

async function books(uid: string): Promise<string> {
  const [one] = await floor.balance(uid);
  return one ? `${one.accrued} = ${one.paid} + ${one.in_batch} + ${one.held} + ${one.open}` : 'nothing';
}

const linesOf = (batch: string | null): Promise<{ id: number }[]> => rows(floor.database.read, 'SELECT id FROM payout_lines WHERE batch_id = :batch ORDER BY id', { batch: Number(batch) });

describe('cash', () => {
  test('is a record of kind bonus, in the batch of its day, paid with its line; the invitee\'s share is the invitee\'s', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign({ tasks: register, rewards: [reward('inviter', 'cash', '10'), reward('invitee', 'cash', '5.5')] });
    await floor.invited('guest', 'ada', '2026-01-06 10:00');
    await floor.trades('t1', 'guest', '100', '2026-01-06 11:00');
    floor.after('2026-01-06');
    await floor.commission('2026-01-06');
    expect(await floor.bonus('2026-01-06')).toBe('2: 15.5 USDT');
    // 20 % of the fee of 1 is 0.2.
    expect(await books('ada')).toBe('10.2 = 0 + 0 + 0 + 10.2');
    expect(await books('guest')).toBe('5.5 = 0 + 0 + 0 + 5.5');
    const at = floor.clock.now();
    expect(await text(await exportCommissions(floor.database.read, { from: '2026-01-06', to: '2026-01-06' }, at))).toEqual([
      '2,,bonus,ada,guest,pro,2026-01-06T10:00:00.000Z,,,,,0,10,USDT,,open,2026-01-06,,',
      '3,,bonus,guest,guest,,2026-01-06T10:00:00.000Z,,,,,0,5.5,USDT,,open,2026-01-06,,',
      '1,t1,commission,ada,guest,pro,2026-01-06T11:00:00.000Z,spot,spot_margin,,2000,1,0.2,USDT,,open,2026-01-06,,',
    ]);
    const { batch_id } = await floor.payout('2026-01-06');
    await floor.release(batch_id);
    // A line of bonuses alone, and one of both: PAY-1 makes one sum of what an affiliate gets in a currency.
    expect(await text(await exportPayout(floor.database.read, batch_id as string))).toEqual([
      '1,1,ada,USDT,10.2,2,spot,Referral Commission,released', '2,1,guest,USDT,5.5,1,spot,Referral Bonus,released',
    ]);
    await floor.confirm([1, 'paid']);
    expect(await floor.bonuses()).toEqual(['ada guest inviter 10 USDT cash distributed v1', 'ada guest invitee 5.5 USDT cash pending v1']);
    expect(await books('ada')).toBe('10.2 = 10.2 + 0 + 0 + 0');
    const { entries } = await timelinePage(floor.database.read, { id: 1, uid: 'ada' }, 'support', parsePageStart({}));
    expect(entries.filter(({ kind }) => kind === 'bonus').map(({ title, at: when }) => [title.code, title.parameters['amount'], when])).toEqual([
      ['bonus_distributed', '10', floor.instant], ['bonus_earned', '5.5', '2026-01-06T10:00:00.000Z'], ['bonus_earned', '10', '2026-01-06T10:00:00.000Z'],
    ]);
  });

  test('a failed line: pending again, in the next batch; a reversed one is free for the budget, and never awarded again', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ tasks: register, budget: '10' });
    await floor.invited('guest', 'ada', '2026-01-06');
    await floor.invited('next', 'ada', '2026-01-06 01:00');
    await floor.bonus('2026-01-06');
    await floor.commission('2026-01-06');
    const { batch_id } = await floor.payout('2026-01-06');
    await floor.release(batch_id);
    await floor.confirm([(await linesOf(batch_id))[0]?.id as number, 'failed']);
    expect(await floor.bonuses()).toEqual(['ada guest inviter 10 USDT cash pending v1']);
    expect(await books('ada')).toBe('10 = 0 + 0 + 0 + 10');
    const reversal = await requestReversal(floor.database, floor.clock, actorOf('ona'), { record_id: '1', reason_code: 'other', text: COMMENT });
    const { version } = await previewReversal(floor.database.read, reversal);
    await approveReversal(floor.database, floor.clock, actorOf('cleo'), reversal, { preview: version });
    expect(await floor.bonuses()).toEqual(['ada guest inviter 10 USDT cash reversed v1']);
    expect(await floor.bonus('2026-01-07')).toBe('1: 10 USDT');
    expect(await floor.states(id)).toEqual(['guest awarded', 'next awarded']);
    expect(await books('ada')).toBe('10 = 0 + 0 + 0 + 10');
  });

  test('frozen: held with everything else; suspended when it is earned: nothing', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign();
    for (const uid of ['one', 'two']) await floor.invited(uid, 'ada', '2026-01-05 06:00');
    await floor.deposits('one', '100', '2026-01-05 07:00');
    await floor.bonus('2026-01-05');
    await floor.change('ada', 'suspend');
    await floor.deposits('two', '100', '2026-01-07');
    expect(await books('ada')).toBe('10 = 0 + 0 + 10 + 0');
    expect(await floor.bonus('2026-01-07')).toBe('0');
    expect(await floor.states(id)).toEqual(['one awarded', 'two left']);
  });
});

describe('vouchers and trial funds', () => {
  test('are no records; confirmed once, contradicted never; cash and what is unknown is refused', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ tasks: register, budget: '24', rewards: [reward('inviter', 'cash', '8'), reward('invitee', 'fee_voucher', '4')] });
    for (const uid of ['a', 'b', 'c']) await floor.invited(uid, 'ada', `2026-01-06 0${'abc'.indexOf(uid)}:00`);
    expect(await floor.bonus('2026-01-06')).toBe('4: 24 USDT');
    const row = (bonus_id: string, status: string, reference = 'r') => ({ bonus_id, status, at: '2026-01-07T05:00:00Z', reference });
    const [figures] = await floor.take({ feed: 'bonus-confirmations', rows: [
      row('2', 'distributed'), row('2', 'distributed'), row('2', 'failed'), row('4', 'failed'), row('1', 'distributed'), row('9', 'distributed'), row('04', 'failed'),
    ] });
    expect(figures).toMatchObject({ accepted: 2, duplicates: 1, conflicts: 1, rejected: 3 });
    expect(await floor.bonuses()).toEqual([
      'ada a inviter 8 USDT cash pending v1', 'ada a invitee 4 USDT fee_voucher distributed v1', 'ada b inviter 8 USDT cash pending v1',
      'ada b invitee 4 USDT fee_voucher failed v1',
    ]);
    // 24 - (8 + 4 + 8) = 4 left: not the 12 that c waits for.
    expect(await floor.bonus('2026-01-07')).toBe('0');
    expect(await floor.states(id)).toEqual(['a awarded', 'b awarded', 'c waiting budget_exhausted']);
  });
});

test('STA-9: leaving leaves the campaigns that were joined or are everybody\'s, and says so before', async () => {
  floor = await CampaignFloor.with('ada');
  await floor.campaign();
  await floor.campaign({ code: 'own', name: 'Own', audience: 'joining' });
  await floor.campaign({ code: 'other', audience: 'joining' });
  await floor.campaign({ code: 'public', kind: 'public' });
  await floor.campaign({ code: 'partners', programmes: ['partner'] });
  await floor.join(2, 'ada');
  const preview = (kind: 'leave' | 'restrict') => previewChange(floor.database, floor.clock, { affiliate_uid: 'ada', kind });
  expect((await preview('leave')).campaigns_left).toEqual([{ code: 'new-year', name: 'New year' }, { code: 'own', name: 'Own' }]);
  expect((await preview('restrict')).campaigns_left).toEqual([]);
});
