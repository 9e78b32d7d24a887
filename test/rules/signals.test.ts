import { describe, expect, test } from 'vitest';
import { emailBase, nameBase, oneSidedApi, quickWithdrawals, registrationBursts, selfReferrals, thresholdActivity, type Activity, type Newcomer } from '../../server/signals/rules.ts';

const usdt = (amount: number): bigint => BigInt(amount) * 100_000_000n;

test.each([
  ['A.Da+promo@Mail.Example', 'ada@mail.example'], ['ada@mail.example', 'ada@mail.example'], ['ａｄａ@mail.example', 'ada@mail.example'],
  ['"a@b"@mail.example', '"a@b"@mail.example'], ['+tag@mail.example', null], ['...@mail.example', null], ['no address', null], ['ada@', null], ['', null],
])('the base of %j is %j', (email, base) => {
  expect(emailBase(email)).toBe(base);
});

test('a name counts without case and spacing', () => {
  expect([nameBase('  Ada \t LOVELACE '), nameBase(' ')]).toEqual(['ada lovelace', null]);
});

const newcomer = (invitee: string, said: Partial<Newcomer> = {}): Newcomer => ({
  id: 0, inviter: 'pia', invitee, registered: true, bound_at: 0, email: `${invitee}@x`, name: invitee, inviter_email: 'pia@x', inviter_name: 'pia', ...said,
});

describe('self-referral look-alikes', () => {
  test('like the inviter, and like each other; others of the same base through somebody else are not', () => {
    const [signal, ...rest] = selfReferrals([
      newcomer('a', { email: 'pia@x' }), newcomer('b', { name: 'same' }), newcomer('c', { name: 'same', bound_at: 5 }), newcomer('d', { email: null, name: null }),
      newcomer('e', { inviter: 'eve', email: 'pia@x', name: 'same', inviter_email: null, inviter_name: null }), newcomer('f', { email: null, name: null, inviter_email: null }),
    ]);
    expect(rest).toEqual([]);
    expect(signal).toMatchObject({ inviter: 'pia', kind: 'self_referral', invitees: ['a', 'b', 'c'], first_at: 0, last_at: 5 });
    expect(signal?.facts.map(({ code, fact, uids }) => [code, fact, uids])).toEqual([
      ['same_email_base', 'the same e-mail base as the inviter: 1', ['a']], ['same_name', 'the same name: 2 invitees', ['b', 'c']],
    ]);
  });
});

describe('bursts', () => {
  const at = (minutes: number[], registered = true): Newcomer[] => minutes.map((minute, n) => newcomer(`u${n}`, { bound_at: minute * 60_000, registered }));
  test('ten within an hour, its last minute included, and those of a burst that goes on', () => {
    expect(registrationBursts(at([0, 1, 2, 3, 4, 5, 6, 7, 8, 60]))).toMatchObject([{ invitees: { length: 10 }, facts: [{ fact: 'up to 10 registrations within 60 minutes' }] }]);
    expect(registrationBursts(at([0, 1, 2, 3, 4, 5, 6, 7, 8, 60.1]))).toEqual([]);
    expect(registrationBursts(at([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 70, 500]))[0]?.invitees).toHaveLength(11);
    expect(registrationBursts(at([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], false))).toEqual([]);
  });
});

describe('activity of the month', () => {
  const active = (invitee: string, said: Partial<Activity> = {}): Activity => ({
    inviter: 'pia', invitee, bound_at: 0, trades: 1, volume: usdt(1_000), api_volume: 0n, deposits: usdt(100), ...said,
  });
  test('three at the thresholds, their lower ends included and their upper ends not', () => {
    const near = [active('a'), active('b', { volume: usdt(1_100) - 1n }), active('c', { deposits: usdt(110) - 1n })];
    expect(thresholdActivity(near)).toMatchObject([{ kind: 'threshold_activity', invitees: ['a', 'b', 'c'] }]);
    for (const far of [{ volume: usdt(1_000) - 1n }, { volume: usdt(1_100) }, { deposits: usdt(100) - 1n }, { deposits: usdt(110) }]) {
      expect(thresholdActivity([...near.slice(1), active('d', far)])).toEqual([]);
    }
    // Three of seven who traded are less than half.
    expect(thresholdActivity([...near, ...['e', 'f', 'g', 'h'].map((uid) => active(uid, { volume: usdt(9_000) }))])).toEqual([]);
  });

  test('deposits of which four fifths leave soon, by two at least', () => {
    const gone = (invitee: string, withdrawn: bigint) => ({ inviter: 'pia', invitee, transfer_id: invitee, at: 0, deposit: usdt(100), withdrawn });
    expect(quickWithdrawals([gone('a', usdt(80)), gone('b', usdt(100))])).toMatchObject([{ kind: 'quick_withdrawal', invitees: ['a', 'b'] }]);
    expect(quickWithdrawals([gone('a', usdt(80) - 1n), gone('b', usdt(100))])).toEqual([]);
  });

  test('volume through the API', () => {
    const [api, hand] = [active('a', { volume: usdt(9_500), api_volume: usdt(9_500) }), active('b', { volume: usdt(500) })];
    expect(oneSidedApi([api, hand])).toMatchObject([{ invitees: ['a'], facts: [{ fact: '95 % of 10000 USDT through the API' }] }]);
    expect(oneSidedApi([api, { ...hand, volume: usdt(501) }])).toEqual([]);
    expect(oneSidedApi([api])).toEqual([]); // 9,500 are less than 10,000
  });
});
