import { addDays, dayStart } from '../../server/calendar.ts';
import { instantOf, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { latelyChanges } from './lately.ts';
import { stream } from './random.ts';
import type { DemoAccount } from './roster.ts';
import type { Arrival, ReviewStep } from './steps.ts';
import { affiliateStories } from './stories.ts';

/** An id that names its day: `ACT-20260311-0001`. */
export function datedId(prefix: string, day: string, number: number, width = 4): string {
  return `${prefix}-${day.replaceAll('-', '')}-${String(number).padStart(width, '0')}`;
}

/** Numbers rows day by day in the order given. */
export function dayCounter(): (day: string) => number {
  const counts = new Map<string, number>();
  return (day) => {
    const number = (counts.get(day) ?? 0) + 1;
    counts.set(day, number);
    return number;
  };
}

/** Identity checks on the day after registration, and the changes that the stories tell. */
export function eventArrivals(calendar: DemoCalendar, roster: readonly DemoAccount[]): Arrival<'account-events'>[] {
  const told = roster.flatMap((account) => {
    const draws = stream('events', account.key);
    const checked = addDays(calendar.day(account.joins), 1);
    return [
      {
        account,
        at: instantOf(checked, draws.int(timeOfDay(6), timeOfDay(11))),
        field: 'kyc_level',
        value: account.kyc,
      },
      ...account.changes.map(({ at, field, value }) => (
        { account, at: instantOf(calendar.day(at), draws.int(timeOfDay(8), timeOfDay(18))), field, value }
      )),
    ];
  });
  const events = [
    ...told.map(({ account, at, field, value }) => ({ uid: account.uid, at, field, value, arrives: at.slice(0, 10) })),
    ...latelyChanges(calendar).map(({ who, ...change }) => ({ uid: uidIn(roster, who), ...change })),
  ];
  const count = dayCounter();
  return events
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ uid, at, field, value, arrives }) => {
      const day = at.slice(0, 10);
      return { day: arrives, row: { event_id: datedId('E', day, count(day)), uid, occurred_at: at, field, value } };
    });
}

function uidIn(roster: readonly DemoAccount[], key: string): string {
  const account = roster.find((one) => one.key === key);
  if (!account) throw new Error(`no account ${key}`);
  return account.uid;
}

/** The activations of all programmes. */
export function activationArrivals(calendar: DemoCalendar, uidOf: (key: string) => string): Arrival<'activations'>[] {
  const count = dayCounter();
  return affiliateStories.flatMap(({ key, programme, activations }) => {
    const draws = stream('activation', key);
    return activations.map((at) => {
      const day = calendar.day(at);
      return {
        day,
        row: {
          activation_id: datedId('ACT', day, count(day)),
          uid: uidOf(key),
          programme,
          activated_at: instantOf(day, draws.int(timeOfDay(7), timeOfDay(20))),
        },
      };
    });
  });
}

/** The ratios that `pro` affiliates set. */
export function ratioArrivals(calendar: DemoCalendar, uidOf: (key: string) => string): Arrival<'ratios'>[] {
  const count = dayCounter();
  return affiliateStories.flatMap(({ key, ratios = [] }) => {
    const draws = stream('ratio', key);
    return ratios.map(({ at, family, bps }) => {
      const day = calendar.day(at);
      return {
        day,
        row: {
          ratio_id: datedId('RAT', day, count(day)),
          uid: uidOf(key),
          family,
          ratio_bps: `${bps}`,
          set_at: instantOf(day, draws.int(timeOfDay(9), timeOfDay(19))),
        },
      };
    });
  });
}

/** What staff decided about the reviews of a month, in the order of time. */
export function decisionsOn(calendar: DemoCalendar, month: number, uidOf: (key: string) => string): ReviewStep[] {
  return affiliateStories
    .flatMap(({ key, decisions = [] }) => decisions
      .filter((decision) => decision.month === month)
      .map(({ verb, after, by, comment }): ReviewStep => ({
        step: 'review',
        at: dayStart(addDays(calendar.day([month + 1, 1]), after))
          + stream('decision', key, month).int(timeOfDay(8), timeOfDay(16)),
        by,
        verb,
        affiliate_uid: uidOf(key),
        month: calendar.month(month),
        comment,
      })))
    .sort((one, other) => one.at - other.at);
}
