import { addDays } from '../../../server/calendar.ts';
import { instantOf, timeOfDay } from '../calendar.ts';
import type { At, DemoCalendar } from '../calendar.ts';
import { datedId, dayCounter } from '../milestones.ts';
import type { PlannedTrade } from '../plan.ts';
import { split, stream } from '../random.ts';
import type { Arrival } from '../steps.ts';
import type { SingleStory } from '../story.ts';

type Via = 'current_link' | 'legacy_link' | 'code';

/** An attempt to bind an existing account (BIN-4 to BIN-6). */
interface Attempt {
  who: string;
  inviter: string;
  day: string;
  via: Via;
  confirmed: boolean;
  /** Of an attempt that is made again under the same id. */
  again?: string;
}

/** Somebody who was recalled: what comes in afterwards, in cents of USDT. */
interface Recalled {
  who: string;
  inviter: string;
  at: At;
  deposit: number;
  /** Volume of each month that follows, and of the rest of the first. */
  monthly: number;
}

/** Older and quieter than either number of days asks. */
const comeback: readonly Recalled[] = [
  { who: 'comeback-br', inviter: 'media-house', at: [6, 10], deposit: 600_00, monthly: 5_240_35 },
  { who: 'comeback-vn', inviter: 'newsletter', at: [8, 16], deposit: 250_00, monthly: 1_830_70 },
  { who: 'comeback-ng', inviter: 'media-house', at: [9, 21], deposit: 1_400_00, monthly: 8_905_10 },
  { who: 'comeback-tr', inviter: 'podcast', at: [11, 9], deposit: 320_00, monthly: 2_415_60 },
];
/** Bound in the last days. */
const latest: Omit<Recalled, 'at'> & { ago: number } = { who: 'comeback-ae', inviter: 'media-house', ago: 6, deposit: 900_00, monthly: 6_120_00 };

/** From this day on 90 days are enough, before it 180 (BIN-4). */
const ruleChanges = '2026-03-24';
/** Between the two numbers on that day. */
const ageThen = 120;
const between = 'comeback-between';

function ruleChangeKnown({ days }: DemoCalendar): boolean {
  return days.includes(addDays(ruleChanges, -1)) && days.includes(addDays(ruleChanges, 1));
}

/** Accounts that existed long before somebody tried to bind them. */
export function recallStories(calendar: DemoCalendar): SingleStory[] {
  const story = (key: string, country: SingleStory['country'], joins: At): SingleStory => ({ key, country, joins, kyc: 'advanced', quiet: true });
  return [
    story('comeback-br', 'BR', [-11, 8]), story('comeback-vn', 'VN', [-10, 13]), story('comeback-ng', 'NG', [-9, 2]), story('comeback-tr', 'TR', [-8, 27]),
    story('comeback-ae', 'AE', [-6, 16]), story('sleeper-de', 'DE', [-9, 11]), story('sleeper-br', 'BR', [-7, 5]), story('sleeper-tr', 'TR', [-5, 22]),
    story('young-ng', 'NG', [10, 19]),
    ...(ruleChangeKnown(calendar) ? [story(between, 'VN', calendar.at(addDays(ruleChanges, -ageThen)))] : []),
  ];
}

function recalled(calendar: DemoCalendar): Recalled[] {
  const { ago, ...rest } = latest;
  const others = ruleChangeKnown(calendar)
    ? [{ who: between, inviter: 'media-house', at: calendar.at(addDays(ruleChanges, 1)), deposit: 200_00, monthly: 1_210_15 }]
    : [];
  return [...comeback, ...others, { ...rest, at: calendar.at(calendar.ago(ago)) }];
}

/** Each refusal of BIN-5 that a day's work brings, and some together. */
function refused(calendar: DemoCalendar): Attempt[] {
  const attempt = (who: string, inviter: string, day: string, via: Via = 'current_link', confirmed = true): Attempt => ({ who, inviter, day, via, confirmed });
  return [
    attempt('sleeper-br', 'media-house', calendar.day([5, 11]), 'legacy_link'),
    attempt('sleeper-tr', 'newsletter', calendar.day([6, 19]), 'code'),
    attempt('visitor-ng', 'media-house', calendar.day([7, 8])),
    attempt('climber.1', 'newsletter', calendar.day([8, 3])),
    attempt('sleeper-de', 'media-house', calendar.day([9, 6])),
    attempt('sleeper-tr', 'climber', calendar.day([10, 14])),
    attempt('visitor-nl', 'podcast', calendar.day([10, 25]), 'code', false),
    attempt('young-ng', 'podcast', calendar.ago(10)),
    attempt('sleeper-br', 'video-channel', calendar.ago(7), 'current_link', false),
    attempt('sleeper-tr', 'media-house', calendar.ago(5), 'legacy_link'),
  ];
}

/** The recalls feed. Who fell short of 180 days comes again on the day after the change, under the same id. */
export function recallArrivals(calendar: DemoCalendar, uidOf: (key: string) => string, codeOf: (key: string) => string): Arrival<'recalls'>[] {
  const count = dayCounter();
  const early = ruleChangeKnown(calendar) ? [addDays(ruleChanges, -1)] : [];
  const attempts: Attempt[] = [
    ...early.map((day): Attempt => ({ who: between, inviter: 'media-house', day, via: 'current_link', confirmed: true })),
    ...recalled(calendar).map(({ who, inviter, at }): Attempt => (
      { who, inviter, day: calendar.day(at), via: 'current_link', confirmed: true, ...(who === between ? { again: addDays(ruleChanges, -1) } : {}) }
    )),
    ...refused(calendar),
  ];
  return attempts.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map(({ who, inviter, day, via, confirmed, again }) => {
    const at = attemptMs(who, day);
    return {
      day,
      row: {
        recall_id: again === undefined ? datedId('RC', day, count(day)) : datedId('RC', again, 1),
        uid: uidOf(who),
        inviter_code: codeOf(inviter),
        via,
        attempted_at: instantOf(day, at),
        confirmed_at: confirmed ? instantOf(day, at + timeOfDay(0, 2, 30)) : '',
      },
    };
  });
}

function attemptMs(who: string, day: string): number {
  return stream('recall', who, day).int(timeOfDay(8), timeOfDay(20));
}

/** The first money of those who were bound, on the day after. */
export function recalledDeposits(calendar: DemoCalendar): { who: string; at: string; cents: number }[] {
  return recalled(calendar).map(({ who, at, deposit }) => (
    { who, at: instantOf(addDays(calendar.day(at), 1), stream('back', who).int(timeOfDay(7), timeOfDay(12))), cents: deposit }
  ));
}

/** What they trade from then on. */
export function recalledTrades(calendar: DemoCalendar): PlannedTrade[] {
  return recalled(calendar).flatMap(({ who, at, monthly }) => {
    const months = Array.from({ length: 13 - at[0] }, (_, place) => at[0] + place);
    return months.flatMap((month) => {
      const draws = stream('back', who, month);
      const first = month === at[0] ? at[1] + 2 : 1;
      const last = calendar.daysIn(month);
      if (first > last) return [];
      return split(draws, Math.floor((monthly * (last - first + 1)) / last), draws.int(3, 5)).map((volume): PlannedTrade => ({
        who, day: calendar.day([month, draws.int(first, last)]), ms: draws.int(0, timeOfDay(23, 59)), volume, taste: 'pro',
      }));
    });
  }).filter(({ day }) => day <= calendar.yesterday);
}
