/** What the console offers to tell customers, over a small world whose days go on from each other. */
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/audit/contract.ts';
import { languages } from '../../server/explanations/contract.ts';
import { importFile } from '../../server/imports/service.ts';
import { runPayout } from '../../server/payouts/run.ts';
import type { AffiliateSentences, Sentence } from '../../server/sentences/contract.ts';
import { account, activates, changes, commissionRun, evaluation, story, times, trades } from '../worlds/story.ts';
import type { Person } from './console.ts';
import { openPlayed, type PlayedConsole } from './played.ts';

let desk: PlayedConsole;
const people = {} as Record<'operations' | 'operations2' | 'compliance' | 'compliance2' | 'support' | 'admin', Person>;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  desk = await openPlayed(story(
    account('ada', { on: '2025-01-01' }), account('old', { on: '2025-03-10', by: 'ada' }), account('pia'), account('new'), account('gone'), account('guest', { by: 'ada' }), account('visitor', { by: 'pia' }),
    account('idle', { on: '2025-01-01' }), account('orphan', { by: 'gone' }), account('early', { by: 'idle' }),
    activates('ada', 'referral', '2026-01-02'), activates('pia', 'pro', '2026-01-02'), activates('gone', 'referral', '2026-01-02'),
    changes('gone', 'account_type', 'broker', '2026-02-10'),
    times(5, (n) => [account(`friend-${n}`, { on: '2026-02-03', by: 'ada' })]),
    trades('january', 'guest', '2026-01-20', { volume_usdt: '70000', fee: '2' }), commissionRun('2026-01-31'), evaluation('2026-01'),
    trades('february', 'guest', '2026-02-20', { volume_usdt: '30000', fee: '2', fee_currency: 'BNB' }), commissionRun('2026-02-28'), evaluation('2026-02'),
    trades('a', 'guest', '2026-03-09', { fee: '10' }), trades('api', 'guest', '2026-03-09', { via_api: 'true' }),
    trades('b', 'visitor', '2026-03-09', { fee: '10' }), commissionRun('2026-03-09'),
    activates('new', 'referral', '2026-03-10'), commissionRun('2026-03-10'),
  ));
  for (const who of ['operations', 'operations2', 'compliance', 'compliance2', 'support', 'admin'] as const) people[who] = await desk.signIn(who);
});
afterAll(() => desk.close());

async function get<T>(path: string, who: keyof typeof people = 'support'): Promise<T> {
  const { status, body, text } = await people[who].agent.get(`/api/${path}`);
  expect(status, text).toBe(200);
  return body as T;
}
const one = async (path: string): Promise<string> => {
  const { sentence } = await get<{ sentence: Sentence }>(path);
  expect(Object.keys(sentence)).toEqual([...languages]);
  return sentence.en;
};
const affiliate = (uid: string) => get<AffiliateSentences>(`affiliates/${uid}/sentences`);
const recordOf = async (trade: string) => (await get<{ record_id: string }>(`trades/${trade}/explain`)).record_id;
const moneyOf = async (trade: string) => one(`commissions/${await recordOf(trade)}/sentence`);

async function payOut(day: string): Promise<Record<string, string>> {
  const { batch_id } = await runPayout(desk.context.database, desk.context.clock, day, systemActor);
  const lines = await get<{ id: string; affiliate_uid: string; currency: string }[]>(`payout-lines?filter=${encodeURIComponent(JSON.stringify({ batch_id }))}`);
  return { batch: String(batch_id), ...Object.fromEntries(lines.map((line) => [`${line.affiliate_uid} ${line.currency}`, line.id])) };
}

async function confirm(...list: [line: string | undefined, status: string][]): Promise<void> {
  const text = ['line_id,status,at,reference', ...list.map(([line, status]) => `${String(line)},${status},2026-03-11T08:00:00Z,ref ${String(line)}`)].join('\n');
  const job = { feed: 'payout-confirmations' as const, file_name: 'c.csv', bytes_total: text.length, dry_run: false, actor: systemActor };
  await importFile(desk.context.database, desk.context.clock, job, (async function* () { yield new TextEncoder().encode(text); })());
}

/** A freeze for as long as something is asked. */
async function heldMeanwhile(asks: () => Promise<void>): Promise<void> {
  const { body } = await people.compliance.post('/api/status-changes', {
    affiliate_uid: 'ada', kind: 'freeze', reason_code: 'suspected_law_breach', text: 'looks like one person twice',
  });
  await asks();
  desk.pass(MINUTE_MS);
  await people.compliance2.post(`/api/status-changes/${body.id}/reject`, { comment: 'it was two people after all' });
}

describe('when the money comes', () => {
  let first: Record<string, string>;

  it('of what no batch covers: with the next payout, dated where its deadline lies ahead', async () => {
    expect(await moneyOf('api')).toBe('Nothing is due for the trade of 9 March 2026 at 00:00:00 UTC, so no payout follows from it.');
    expect(await moneyOf('a')).toMatch(/^Your commission of 1.5 USDT for the trade of 9 March 2026 at 00:00:00 UTC .* next daily payout\.$/);
    const { money } = await affiliate('ada');
    expect(money.map(({ currency }) => currency)).toEqual(['BNB', 'USDT']);
    expect(money[0]?.sentence.en).toContain('unpaid balance of 0.3 BNB');
  });

  it('of what is in one: the day, the deadline, and that it has passed', async () => {
    first = await payOut('2026-03-10');
    expect(await moneyOf('a')).toContain('is in the payout for 10 March 2026, which was due by 11 March 2026 at 05:00:00 UTC; the payment has not been confirmed');
    expect(await one(`payout-lines/${first['ada USDT']}/sentence`)).toContain('1.8 USDT is in the payout for 10 March 2026');
    expect((await affiliate('ada')).money[1]?.sentence.en).toContain('1.8 USDT is in the payout for 10 March 2026');
  });

  it('held by a freeze, without saying so', async () => {
    const { body } = await people.compliance.post('/api/status-changes', {
      affiliate_uid: 'ada', kind: 'freeze', reason_code: 'suspected_law_breach', text: 'looks like one person twice',
    });
    expect(await moneyOf('a')).toContain('on hold at present');
    expect(await one(`payout-lines/${first['ada USDT']}/sentence`)).toContain('on hold at present');
    expect(await one(`status-changes/${body.id}/sentence`)).toContain('Since 11 March 2026 at 09:00:00 UTC your payouts are on hold');
    const told = await affiliate('ada');
    expect(told.standing?.en).toContain('your payouts are on hold');
    expect(JSON.stringify(told)).not.toMatch(/law_breach|frozen|one person twice|compliance@/);
    desk.pass(20 * MINUTE_MS);
    await people.compliance2.post(`/api/status-changes/${body.id}/reject`, { comment: 'it was two people after all' });
    expect(await one(`status-changes/${body.id}/sentence`)).toContain('from 11 March 2026 at 09:00:00 UTC to 11 March 2026 at 09:20:00 UTC');
    expect((await affiliate('ada')).standing).toBeNull();
  });

  it('paid, and failed and tried again', async () => {
    await people.operations2.post(`/api/payouts/${first['batch']}/release`);
    await heldMeanwhile(async () => expect(await moneyOf('a')).toMatch(/is in the payout for 10 March 2026.*not been confirmed/));
    await confirm([first['ada USDT'], 'paid'], [first['ada BNB'], 'paid'], [first['pia USDT'], 'failed']);
    expect(await moneyOf('a')).toContain('was paid to your spot wallet on 11 March 2026 at 08:00:00 UTC, with the payout for 10 March 2026.');
    expect(await one(`payout-lines/${first['pia USDT']}/sentence`)).toContain('failed on 11 March 2026 at 08:00:00 UTC. What is due is tried again');
    expect(await moneyOf('b')).toMatch(/with the payout for 11 March 2026, which is due by 12 March 2026 at 05:00:00 UTC\. An earlier attempt, with the payout for 10 March 2026, failed on/);
    expect((await affiliate('ada')).money).toEqual([]);
  });

  it('stopped for all: on hold, for no reason that is told', async () => {
    await people.compliance.post('/api/payout-stops', { reason: 'fees of a whole day look wrong' });
    expect(await one(`payout-lines/${first['pia USDT']}/sentence`)).toMatch(/failed on .* on hold at present; once the hold ends/);
    expect(await moneyOf('b')).toMatch(/Its payout is on hold at present; .* failed on/);
    expect((await affiliate('pia')).money[0]?.sentence.en).toContain('on hold at present');
  });
});

describe('why this tier', () => {
  it('entry, before any evaluation', async () => {
    expect((await affiliate('new')).tier?.en).toBe(
      'You joined on 10 March 2026. Everyone begins with tier 0 (15%); the first month that is evaluated is March 2026.',
    );
  });

  it('the last month against the conditions', async () => {
    expect((await affiliate('ada')).tier?.en).toBe(
      'In February 2026 you had 0 qualified invitees and a qualified volume of 30,000 USDT. With that you keep tier 0, at a rate of 15%. For tier 1, 5 ' +
      'qualified invitees or 50,000 USDT of qualified volume are needed in one month: 5 more invitees, or 20,000 USDT more.',
    );
  });

  it('rates in pro; nothing after an end, which is told instead', async () => {
    expect((await affiliate('pia')).tier?.en).toBe('Your programme has no tiers. Your rates: spot and margin 20%; futures 10%; mining 10%.');
    const gone = await affiliate('gone');
    expect(gone.tier).toBeNull();
    expect(gone.standing?.en).toMatch(/^On 10 February 2026 at 00:00:00 UTC the type of your account changed \(now: broker account\)\./);
    const [change] = await get<{ id: string }[]>(`status-changes?filter=${encodeURIComponent('{"affiliate_uid":"gone"}')}`);
    expect(await one(`status-changes/${change?.id}/sentence`)).toBe(gone.standing?.en);
  });

  it('an account that never took part has nothing to be told', async () => {
    expect(await affiliate('idle')).toEqual({ tier: null, standing: null, money: [] });
  });
});

describe('whether an account can be recalled', () => {
  it('says so to the inviter, without the day from which on, which staff alone see', async () => {
    expect(await one('recall-eligibility?uid=idle&inviter=pia')).toContain('As of 11 March 2026 this account can be linked to you');
    expect(await one('recall-eligibility?uid=new&inviter=pia')).toMatch(/An account has to be older than 180 days\. .*It may become possible later, if/);
    expect(await get('recall-eligibility?uid=new&inviter=pia')).toMatchObject({ possible_from: expect.stringMatching(/^2026-\d\d-\d\d$/) });
    expect(await one('recall-eligibility?uid=guest&inviter=ada')).toMatch(/programme “pro”.*already linked.*Waiting alone/);
  });
});

describe('who invited an account', () => {
  it('when, through what, and what it still brings the inviter', async () => {
    expect(await get('affiliates/guest/invitation')).toEqual({
      invitation: {
        inviter_uid: 'ada', kind: 'registration', channel: expect.any(String), campaign: null, bound_at: '2026-01-01T00:00:00.000Z', programme: 'referral',
        rate_bps: 1500, ratios: null, earns_until: '2027-01-01', earns_nothing: null,
      },
    });
    expect(await get('affiliates/visitor/invitation')).toMatchObject({
      invitation: { programme: 'pro', rate_bps: null, ratios: { spot_margin: 2000 }, earns_until: null, earns_nothing: null },
    });
    expect(await get('affiliates/orphan/invitation')).toMatchObject({ invitation: { inviter_uid: 'gone', earns_nothing: 'enrolment_ended' } });
    expect(await get('affiliates/early/invitation')).toMatchObject({ invitation: { inviter_uid: 'idle', programme: null, earns_nothing: 'not_activated' } });
    expect(await get('affiliates/old/invitation')).toMatchObject({ invitation: { earns_until: '2026-03-10', earns_nothing: 'window_expired' } });
    expect(await get('affiliates/ada/invitation')).toEqual({ invitation: null });
  });
});

describe('who may ask', () => {
  it('every role that reads what it is about; nobody without a session', async () => {
    const paths = [`commissions/${await recordOf('a')}/sentence`, 'affiliates/ada/sentences', 'affiliates/ada/invitation'];
    for (const path of paths) {
      for (const who of ['operations', 'compliance', 'support', 'admin'] as const) await get(path, who);
      expect((await request(desk.app).get(`/api/${path}`)).status).toBe(401);
    }
  });

  it.each(['commissions/999/sentence', 'commissions/x/sentence', 'payout-lines/999/sentence', 'status-changes/999/sentence', 'status-changes/0x1/sentence',
    'affiliates/nobody/sentences', 'affiliates/nobody/invitation'])('%s is not there', async (path) => {
    const { status, body } = await people.support.agent.get(`/api/${path}`);
    expect([400, 404], JSON.stringify(body)).toContain(status);
  });
});
