/** Random histories: single commands, and scenes of several that lead where single ones seldom get. */
import fc from 'fast-check';
import { command, type Command } from './commands.ts';

type Events = (Command & { do: 'events' })['list'];

const nextDay: Command = { do: 'next day' };
const wait = (minutes: number): Command => ({ do: 'wait', minutes });
/** A trade of each of these invitees so many minutes before now. */
const traded = (invitees: number[], ...backs: number[]): Command => ({
  do: 'trades', list: invitees.flatMap((invitee) => backs.map((back) => ({ invitee, back, fee: '1', currency: 'USDT', product: 'spot' }))),
});
const vip = (account: number, isHigh: boolean, back: number): Command => ({ do: 'events', list: [{ field: 'vip_level', account, value: isHigh ? 1 : 0, back }] as Events });
const ask = (who: 'ona' | 'carl' | 'sue', affiliate: number, kind: 'restrict' | 'suspend' | 'lift' | 'freeze' | 'account_type', ahead: number | null = null): Command => (
  { do: 'ask', who, affiliate, kind, to: 1, ahead }
);
const approveLast: Command = { do: 'decide', who: 'cleo', nth: -1, verb: 'approve' };
const reverseLast: Command = { do: 'reverse', who: 'ona', nth: -1 };
const decideLast = (verb: 'approve' | 'reject'): Command => ({ do: 'decide reversal', who: 'otto', nth: -1, verb });

const affiliate = fc.nat(2);
/** Of those who invited into `referral`. */
const invitee = fc.constantFrom(0, 1, 4, 5);
const minutes = fc.nat(1_400);
const verdict = fc.constantFrom<('approve' | 'reject')[]>('approve', 'approve', 'reject');

/** VIP 3 is known late, for all or some of what was computed; then it was never so, or not for as long. */
const vipKnownLate = fc.tuple(invitee, minutes, minutes, fc.option(verdict)).map(([one, since, until, decided]): Command[] => [
  traded([one], 30, 700, 1_200), nextDay, vip(one, true, since + 1_440), ...(decided ? [decideLast(decided)] : []), vip(one, false, until + 1_440),
]);

/** VIP 9 when the trades were computed, taken away afterwards; perhaps corrected. */
const vipTakenAway = fc.tuple(invitee, minutes, fc.boolean()).map(([one, until, corrected]): Command[] => [
  vip(one, true, 1_400), traded([one], 10, 300, 900), nextDay, vip(one, false, until + 1_440),
  ...(corrected ? [{ do: 'correct', who: 'ona', nth: 0, amount: null }, { do: 'decide correction', who: 'cleo', nth: 0, verb: 'approve' }] as Command[] : []),
]);

/** Asked for, computed, approved; lifted alike: what came between is reversed, what came after falls short. */
const suspended = fc.tuple(affiliate, minutes).map(([one, later]): Command[] => [
  traded([2 * one], 0), ask('ona', one, 'suspend'), wait(later), traded([2 * one, 2 * one + 1], 0), nextDay, approveLast,
  traded([2 * one], 5), ask('carl', one, 'lift'), wait(60), traded([2 * one], 0), nextDay, approveLast, nextDay,
]);

/** Frozen between batch and release, lapsed or approved. */
const frozen = fc.tuple(affiliate, fc.boolean(), fc.constantFrom(200, 4_400)).map(([one, approved, later]): Command[] => [
  traded([2 * one], 100), wait(1_440), { do: 'run' }, { do: 'payout', who: null }, ask('sue', one, 'freeze'), { do: 'release', who: 'otto' },
  ...(approved ? [approveLast] : []), wait(later), nextDay,
]);

/** What was approved for later comes while a freeze holds that was filed after it, which is then decided, lapses or is lifted. */
const frozenOver = fc.tuple(
  affiliate, fc.constantFrom<('restrict' | 'lift' | 'suspend')[]>('restrict', 'restrict', 'lift', 'suspend'),
  fc.constantFrom<('approve' | 'reject' | null)[]>('approve', 'approve', 'reject', null), fc.constantFrom(100, 4_400),
).map(([one, kind, decided, later]): Command[] => [
  traded([2 * one], 100), ask('carl', one, kind, 600), approveLast, ask('sue', one, 'freeze'), wait(700),
  ...(decided ? [{ do: 'decide', who: 'cleo', nth: -1, verb: decided } as Command] : []), wait(later), ask('carl', one, 'lift'), approveLast, nextDay,
]);

/** A record is reversed while its line waits for the release. */
const reversedInTime = fc.tuple(affiliate, verdict).map(([one, decided]): Command[] => [
  wait(1_440), traded([2 * one], 1_500, 1_441), { do: 'run' }, { do: 'payout', who: null }, reverseLast, decideLast(decided), { do: 'release', who: 'otto' }, nextDay,
]);

/** Another account type from days ago, then `normal` and enrolled again. */
const anotherType = fc.tuple(affiliate, minutes, fc.constantFrom<('referral' | 'pro')[]>('referral', 'pro')).map(([one, since, programme]): Command[] => [
  traded([2 * one, 2 * one + 1], 10, 800), nextDay, ask('carl', one, 'account_type', -since - 300), approveLast,
  { do: 'events', list: [{ field: 'account_type', account: one, value: 0, back: 0 }] }, { do: 'activate', affiliate: one, programme, back: 0 }, nextDay,
]);

/** Staff ask first, then it fails its checks, then staff are refused. */
const askedFirst = fc.tuple(invitee, verdict).map(([one, decided]): Command[] => [
  wait(1_440), traded([one], 1_500), { do: 'run' }, reverseLast, vip(one, true, 3_000), decideLast(decided === 'approve' ? 'reject' : 'approve'), vip(one, false, 1_400),
]);

const scene = fc.oneof(vipKnownLate, vipTakenAway, suspended, frozen, frozenOver, reversedInTime, anotherType, askedFirst);
const some = fc.array(command, { minLength: 1, maxLength: 5, size: 'max' });

/** Single commands, a scene in which one of them may happen too, single commands… */
const interrupted = fc.tuple(scene, fc.option(command), fc.nat(12)).map(([list, one, place]) => (one ? list.toSpliced(place % list.length, 0, one) : list));
export const randomHistory: fc.Arbitrary<Command[]> = fc
  .array(fc.tuple(some, interrupted), { minLength: 2, maxLength: 3, size: 'max' })
  .map((parts) => [traded([0, 1, 2, 3, 4, 5], 60, 2_000), nextDay, ...parts.flat(2)]);
