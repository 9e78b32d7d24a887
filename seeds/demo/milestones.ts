import { addDays } from '../../server/calendar.ts';
import { instantOf, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { stream } from './random.ts';
import type { DemoAccount } from './roster.ts';
import type { Arrival, DecideStep } from './steps.ts';
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
  const events = roster.flatMap((account) => {
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
  const count = dayCounter();
  return events
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ account, at, field, value }) => {
      const day = at.slice(0, 10);
      return {
        day,
        row: { event_id: datedId('E', day, count(day)), uid: account.uid, occurred_at: at, field, value },
      };
    });
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
export function decisionsOn(calendar: DemoCalendar, month: number, uidOf: (key: string) => string): DecideStep[] {
  return affiliateStories
    .flatMap(({ key, decisions = [] }) => decisions
      .filter((decision) => decision.month === month)
      .map(({ verb, after, by, comment }): DecideStep => ({
        step: 'decide',
        verb,
        affiliate_uid: uidOf(key),
        month: calendar.month(month),
        at: instantOf(
          addDays(calendar.day([month + 1, 1]), after),
          stream('decision', key, month).int(timeOfDay(8), timeOfDay(16)),
        ),
        by: `${by}@demo.test`,
        comment,
      })))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}
