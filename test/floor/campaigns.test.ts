/** CAM-1 to CAM-4 and CAM-6 as stories with their arithmetic: who is promised what, what is reached, what comes of it. */
import { afterEach, describe, expect, test } from 'vitest';
import { row, rows } from '../../db/statement.ts';
import { account } from '../worlds/story.ts';
import { CampaignFloor } from './campaigning.ts';

let floor: CampaignFloor;
/** Whatever happened, the books balance. */
afterEach(async () => {
  const wrong = await floor.wrong();
  await floor.close();
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});

describe('CAM-2, CAM-4: tasks', () => {
  test('a deposit counts from outside alone, summed, up to the last instant of the seventh day after registration', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    for (const uid of ['in-time', 'late', 'internal', 'short']) await floor.invited(uid, 'ada', '2026-01-10 15:00');
    // 60 + 40 = 100 on 17 January 23:59, seven days after the 10th; the other a minute later.
    await floor.deposits('in-time', '60', '2026-01-11');
    await floor.deposits('in-time', '40', '2026-01-17 23:59');
    await floor.deposits('late', '100', '2026-01-18');
    await floor.deposits('internal', '100', '2026-01-11', { source: 'internal' });
    await floor.deposits('short', '99.99999999', '2026-01-11');
    expect(await floor.bonus('2026-01-16')).toBe('0');
    expect(await floor.bonus('2026-01-17')).toBe('1: 10 USDT');
    expect(await floor.bonus('2026-01-18')).toBe('0');
    expect(await floor.bonuses()).toEqual(['ada in-time inviter 10 USDT cash pending v1']);
  });

  test('volume without mining, KYC from its instant, and all tasks together: the last one is when it is earned', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ tasks: [
      { task: 'register' }, { task: 'kyc', level: 'advanced', within_days: 5 }, { task: 'deposit', amount: '50', within_days: 5 },
      { task: 'volume', amount: '1000', within_days: 10 },
    ] });
    await floor.invited('guest', 'ada', '2026-01-06', '', { kyc_level: 'basic' });
    await floor.deposits('guest', '50', '2026-01-06 10:00');
    await floor.trades('t1', 'guest', '900', '2026-01-07');
    await floor.trades('t2', 'guest', '500', '2026-01-08', { product: 'mining' });
    floor.after('2026-01-09');
    expect((await floor.progress(id))[0]).toMatchObject({ state: 'open', earned_at: null, tasks: [
      { task: 'register', reached_at: '2026-01-06T00:00:00.000Z' }, { task: 'kyc', measured: 'basic', reached_at: null, due_at: '2026-01-12T00:00:00.000Z' },
      { task: 'deposit', measured: '50', reached_at: '2026-01-06T10:00:00.000Z' }, { task: 'volume', measured: '900', reached_at: null },
    ] });
    await floor.take({ feed: 'account-events', rows: [{ event_id: 'k', uid: 'guest', occurred_at: '2026-01-10T00:00:00Z', field: 'kyc_level', value: 'advanced' }] });
    // 900 + 100 = 1,000 on the 12th.
    await floor.trades('t3', 'guest', '100', '2026-01-12 08:00');
    expect(await floor.bonus('2026-01-12')).toBe('1: 10 USDT');
    expect((await floor.progress(id))[0]).toMatchObject({ state: 'awarded', earned_at: '2026-01-12T08:00:00.000Z', bonus_ids: ['1'] });
  });

  test('a fact that arrives late is picked up by the next run; nothing pays twice', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    await floor.invited('guest', 'ada', '2026-01-10');
    expect(await floor.bonus('2026-01-25')).toBe('0');
    await floor.deposits('guest', '100', '2026-01-12');
    expect(await floor.bonus('2026-01-26')).toBe('1: 10 USDT');
    await floor.deposits('guest', '500', '2026-01-13');
    expect(await floor.bonus('2026-01-27')).toBe('0');
    expect(await floor.bonus('2026-01-20')).toBe('0');
  });

  test('however late a fact arrives; and nothing is looked at anew of which nothing arrived', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    await floor.invited('guest', 'ada', '2026-01-10');
    expect(await floor.bonus('2026-01-25')).toBe('0');
    expect(await floor.bonus('2026-12-30')).toBe('0');
    // The last day of a task was 8 February, 326 days ago.
    await floor.deposits('guest', '100', '2026-01-12 07:00');
    expect(await floor.bonus('2026-12-31')).toBe('1: 10 USDT');
    expect(await floor.bonus('2027-01-01')).toBe('0');
    expect(await lookedFrom()).toEqual(['1970-01-01', '2026-01-26', '2026-01-12', '2027-01-01']);
  });

  test('known in time, and no run was made until all was over', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    expect(await floor.bonus('2026-01-06')).toBe('0');
    await floor.invited('guest', 'ada', '2026-01-10');
    await floor.deposits('guest', '100', '2026-01-12');
    expect(await floor.bonus('2026-12-30')).toBe('1: 10 USDT');
  });

  test('what staff learn late counts like a late fact: a lift that is approved when the campaign is long over (STA-8)', async () => {
    floor = await CampaignFloor.with('ada');
    await floor.campaign();
    await floor.invited('guest', 'ada', '2026-01-10');
    floor.at('2026-01-11');
    await floor.change('ada', 'suspend');
    floor.at('2026-01-12');
    const lift = await floor.ask('carl', 'ada', 'lift', { reason_code: 'cleared' });
    await floor.deposits('guest', '100', '2026-01-13');
    expect(await floor.bonus('2026-05-31')).toBe('0');
    await floor.approve('cleo', lift);
    expect(await floor.bonus('2026-06-01')).toBe('1: 10 USDT');
  });

  test('who waits for budget is paid once some is free, however late that is', async () => {
    floor = await CampaignFloor.with('ada');
    const share = (side: string, reward: string) => ({ side, reward, amount: '5', currency: 'USDT' });
    await floor.campaign({ tasks: [{ task: 'register' }], budget: '15', rewards: [share('inviter', 'trial_funds'), share('invitee', 'fee_voucher')] });
    for (const uid of ['one', 'two']) await floor.invited(uid, 'ada', '2026-01-10');
    expect(await floor.bonus('2026-01-10')).toBe('2: 10 USDT');
    expect(await floor.bonus('2026-12-30')).toBe('0');
    await floor.take({ feed: 'bonus-confirmations', rows: [{ bonus_id: '1', status: 'failed', at: '2026-12-31T05:00:00Z', reference: 'r' }] });
    expect(await floor.bonus('2026-12-31')).toBe('2: 10 USDT');
  });
});

/** Of each bonus run the day from which on it took something for new. */
async function lookedFrom(): Promise<string[]> {
  const runs = await rows<{ range_from: number }>(floor.database.read, `SELECT range_from FROM runs WHERE kind = 'bonus' ORDER BY id`);
  return runs.map(({ range_from }) => new Date(range_from).toISOString().slice(0, 10));
}

describe('CAM-1, CAM-6: who is promised something', () => {
  test('inside the period and the regions, through an open and unrestricted enrolment, while it is not paused', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ regions: ['CA', 'US'], ends_at: '2026-01-20T00:00:00Z', tasks: [{ task: 'register' }] });
    await floor.invited('early', 'ada', '2026-01-04 23:59');
    await floor.invited('first', 'ada', '2026-01-05');
    await floor.invited('elsewhere', 'ada', '2026-01-06', '', { country: 'BR' });
    floor.at('2026-01-08');
    await floor.move(id, 'pause');
    await floor.invited('in-pause', 'ada', '2026-01-08 12:00');
    floor.at('2026-01-09');
    await floor.move(id, 'activate');
    await floor.invited('after-it', 'ada', '2026-01-09', '', { country: 'CA' });
    await floor.invited('too-late', 'ada', '2026-01-20');
    expect(await floor.bonus('2026-01-20')).toBe('2: 20 USDT');
    expect(await floor.states(id)).toEqual(['first awarded', 'after-it awarded']);
  });

  test('joining: from the join on, by the campaign\'s own link; public and open ones by the default link too', async () => {
    floor = await CampaignFloor.with('ada', 'eve');
    const joining = await floor.campaign({ audience: 'joining', tasks: [{ task: 'register' }] });
    const open = await floor.campaign({ code: 'for-all', kind: 'public', tasks: [{ task: 'register' }] });
    await floor.invited('before', 'ada', '2026-01-05 12:00', 'new-year');
    floor.at('2026-01-06');
    await floor.join(joining, 'ada');
    await expect(floor.join(joining, 'ada')).rejects.toMatchObject({ code: 'cannot_join', details: { codes: ['already_joined'] } });
    await expect(floor.join(open, 'eve')).rejects.toMatchObject({ details: { codes: ['campaign_not_joinable'] } });
    await floor.change('eve', 'restrict');
    await expect(floor.join(joining, 'eve')).rejects.toMatchObject({ details: { codes: ['inviter_restricted'] } });
    expect(await floor.linkOf('eve', open)).toBe('restricted');
    await floor.change('eve', 'lift');
    expect(await floor.linkOf('ada', joining)).toBe('https://promo.example/new-year?lang=en&ref=CODE-ADA&campaign=new-year');
    expect(await floor.linkOf('eve', joining)).toBe('not_joined');
    expect(await floor.linkOf('eve', open)).toBe('https://promo.example/new-year?lang=en&ref=CODE-EVE');
    await floor.invited('own', 'ada', '2026-01-07', 'new-year');
    await floor.invited('default', 'ada', '2026-01-07');
    await floor.invited('unjoined', 'eve', '2026-01-07', 'new-year');
    // own (joining); default (open). Those who came through the other campaign's link are none of the open one.
    expect(await floor.bonus('2026-01-07')).toBe('2: 20 USDT');
    expect(await floor.states(joining)).toEqual(['own awarded']);
    expect(await floor.states(open)).toEqual(['default awarded']);
  });

  test('the feed of joins: accepted once, refused with all codes in order', async () => {
    floor = await CampaignFloor.with('ada', 'eve');
    await floor.campaign({ audience: 'joining', regions: ['US'] });
    await floor.take({ feed: 'accounts', rows: account('idle', { country: 'FR' }).rows });
    floor.at('2026-01-07');
    const [figures] = await floor.take({ feed: 'campaign-joins', rows: [
      { join_id: 'j1', campaign_code: 'new-year', uid: 'ada', joined_at: '2026-01-06T00:00:00Z' },
      { join_id: 'j1', campaign_code: 'new-year', uid: 'ada', joined_at: '2026-01-06T00:00:00Z' },
      { join_id: 'j1', campaign_code: 'new-year', uid: 'ada', joined_at: '2026-01-06T00:00:01Z' },
      { join_id: 'j2', campaign_code: 'new-year', uid: 'ada', joined_at: '2026-01-06T12:00:00Z' },
      { join_id: 'j3', campaign_code: 'new-year', uid: 'idle', joined_at: '2026-01-04T00:00:00Z' },
      { join_id: 'j4', campaign_code: 'nothing', uid: 'ada', joined_at: '2026-01-06T00:00:00Z' },
    ] });
    expect(figures).toMatchObject({ accepted: 1, duplicates: 1, conflicts: 1, rejected: 3 });
    expect((await row<{ codes: string }>(floor.database.read, `SELECT string_agg(code, ' ') AS codes FROM (SELECT code FROM import_rejects WHERE outcome = 'rejected' ORDER BY id) r`))?.codes)
      .toBe('already_joined not_enrolled;campaign_not_open;campaign_region unknown_value');
  });

  test('the end of the enrolment: what was earned before it is paid, what is completed at it or later earns nothing, and a new one joins anew', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ audience: 'joining' });
    floor.at('2026-01-06');
    await floor.join(id, 'ada');
    for (const uid of ['before', 'at', 'open']) await floor.invited(uid, 'ada', '2026-01-07', 'new-year');
    await floor.deposits('before', '100', '2026-01-09 23:59');
    await floor.deposits('at', '100', '2026-01-10');
    await floor.take({ feed: 'deactivations', rows: [{ deactivation_id: 'd', uid: 'ada', ended_at: '2026-01-10T00:00:00Z' }] });
    await floor.take({ feed: 'activations', rows: [{ activation_id: 'again', uid: 'ada', programme: 'pro', activated_at: '2026-01-11T00:00:00Z' }] });
    await floor.invited('again', 'ada', '2026-01-12', 'new-year');
    expect(await floor.bonus('2026-01-12')).toBe('1: 10 USDT');
    expect(await floor.states(id)).toEqual(['before awarded', 'at left', 'open left']);
    await floor.join(id, 'ada');
    await floor.invited('anew', 'ada', '2026-01-13 12:00', 'new-year');
    floor.at('2026-01-14');
    expect(await floor.states(id)).toEqual(['before awarded', 'at left', 'open left', 'anew open']);
  });
});

describe('CAM-3: versions', () => {
  test('the version that was promised decides the amount, the one in force the budget', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ budget: '30' });
    await floor.invited('old', 'ada', '2026-01-06');
    floor.at('2026-01-07');
    await floor.adjust(id, { rewards: [{ side: 'inviter', reward: 'cash', amount: '25', currency: 'USDT' }] });
    await floor.invited('new', 'ada', '2026-01-08');
    await floor.deposits('old', '100', '2026-01-09');
    await floor.deposits('new', '100', '2026-01-09 12:00');
    // 10 of version 1; 25 of version 2 would make 35 of 30.
    expect(await floor.bonus('2026-01-09')).toBe('1: 10 USDT');
    expect(await floor.bonuses()).toEqual(['ada old inviter 10 USDT cash pending v1']);
    expect(await floor.states(id)).toEqual(['old awarded', 'new waiting budget_exhausted']);
    await floor.adjust(id, { budget: '35' });
    expect(await floor.bonus('2026-01-10')).toBe('1: 25 USDT');
    expect(await floor.states(id)).toEqual(['old awarded', 'new awarded']);
  });

  test('name, landing URL and texts hold at once; the rest waits, changes nothing until another agrees, and nothing when rejected', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign();
    await floor.propose(id, { name: 'A better name' });
    const asked = await floor.propose(id, { budget: '500', name: 'Better still' });
    await expect(floor.propose(id, { name: 'Once more' })).rejects.toMatchObject({ code: 'already_pending' });
    await expect(floor.agree(asked, 'ona')).rejects.toMatchObject({ code: 'own_request' });
    const now = () => row(floor.database.read, 'SELECT v.version, v.name, CAST(v.budget_e8 AS TEXT) AS budget FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id');
    expect(await now()).toEqual({ version: 2, name: 'A better name', budget: '10000000000' });
    await floor.refuse(asked);
    await expect(floor.agree(asked)).rejects.toMatchObject({ code: 'not_pending' });
    expect(await now()).toEqual({ version: 2, name: 'A better name', budget: '10000000000' });
    const again = await floor.propose(id, { budget: '500' });
    const both = await Promise.allSettled([floor.agree(again), floor.refuse(again), floor.agree(again, 'otto')]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  test('what a change does to money is told before: committed, left, still to be promised, promised already', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ budget: '100' });
    for (const uid of ['a', 'b', 'c', 'd']) await floor.invited(uid, 'ada', '2026-01-06');
    await floor.deposits('a', '100', '2026-01-07');
    await floor.bonus('2026-01-07');
    const asked = await floor.propose(id, { budget: '35', tasks: [{ task: 'deposit', amount: '200', within_days: 7 }] });
    // 100 - 10 = 90 and 35 - 10 = 25 left; b, c and d are promised 30: 60 still to be promised, or nothing.
    expect(await floor.effectOf(asked)).toMatchObject({
      committed: '10', distributed: '0', budget_left: { before: '90', after: '25' }, to_be_promised: { before: '60', after: '0' },
      already_promised: [{ version: 1, invitees: 3, amount: '30' }], most_of_one_affiliate: '10', refused: null,
      changes: { budget: { old: '100', new: '35' }, tasks: { old: [{ amount: '100' }], new: [{ amount: '200' }] } },
    });
    await floor.refuse(asked);
    await expect(floor.propose(id, { budget: '9.99999999', rewards: [{ side: 'inviter', reward: 'cash', amount: '1', currency: 'USDT' }] }))
      .rejects.toMatchObject({ code: 'below_committed', details: { field: 'budget', committed: '10' } });
  });

  test('a budget that is committed while a lower one waits: approving is refused', async () => {
    floor = await CampaignFloor.with('ada');
    const id = await floor.campaign({ tasks: [{ task: 'register' }] });
    const asked = await floor.propose(id, { budget: '15' });
    await floor.invited('a', 'ada', '2026-01-06');
    await floor.invited('b', 'ada', '2026-01-06');
    expect(await floor.bonus('2026-01-06')).toBe('2: 20 USDT');
    await expect(floor.agree(asked)).rejects.toMatchObject({ code: 'below_committed', details: { field: 'budget', committed: '20' } });
    expect(await floor.effectOf(asked)).toMatchObject({ refused: { field: 'budget', committed: '20' } });
  });
});

describe('CAM-2: states', () => {
  test('scheduled until its start, ended from its end on, by the clock; what has ended stays so', async () => {
    floor = await CampaignFloor.with('ada');
    floor.at('2026-01-04');
    const id = await floor.campaign();
    const state = async () => (await row<{ state: string }>(floor.database.read, 'SELECT state FROM campaigns'))?.state;
    expect(await state()).toBe('scheduled');
    await expect(floor.move(id, 'pause')).rejects.toMatchObject({ code: 'wrong_state', details: { state: 'scheduled' } });
    floor.at('2026-01-05');
    await floor.move(id, 'pause');
    floor.at('2026-02-01');
    await expect(floor.move(id, 'activate')).rejects.toMatchObject({ code: 'wrong_state', details: { state: 'ended' } });
    await expect(floor.propose(id, { budget: '200' })).rejects.toMatchObject({ code: 'wrong_state' });
  });
});
