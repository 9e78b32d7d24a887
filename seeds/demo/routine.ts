import { addDays, dayStart } from '../../server/calendar.ts';
import { fullMonths, timeOfDay } from './calendar.ts';
import type { DemoCalendar } from './calendar.ts';
import { stream } from './random.ts';
import type { DemoStep } from './steps.ts';

/** When a day's routine does what on the morning after, in ms from midnight; the payment deadline is 05:00 (PAY-1). */
export const morning = {
  files: timeOfDay(0, 35),
  manifests: timeOfDay(0, 40),
  evaluation: timeOfDay(0, 50),
  commission: timeOfDay(1),
  bonus: timeOfDay(1, 5),
  payout: timeOfDay(1, 10),
  /** The file about vouchers and trial funds. */
  distribution: timeOfDay(7, 45),
};

/** The day, in days before the first start, whose payments came too late; and that of which a line failed. */
const lateDay = 5;
const failedDay = 8;
const failedFor = 'video-channel';
/** How many of the last days' vouchers are not confirmed yet; and who closed the account before the voucher came. */
const undistributedDays = 2;
const closedAccounts = ['one-cent-short.2', 'to-gold.guest2'];

/** The instant on the morning after a day. */
export function onMorningAfter(day: string, ms: number): number {
  return dayStart(addDays(day, 1)) + ms;
}

/** Of a day: the evaluation where it ends a month, the commission run, the batch; and that batch's way, but for yesterday's. */
export function routineOf(calendar: DemoCalendar, day: string, uidOf: (key: string) => string): DemoStep[] {
  const at = (ms: number): number => onMorningAfter(day, ms);
  const steps: DemoStep[] = [
    { step: 'commission', at: at(morning.commission), day },
    { step: 'bonus', at: at(morning.bonus), day },
    { step: 'payout', at: at(morning.payout), day },
  ];
  const month = Array.from({ length: fullMonths }, (_, index) => index)
    .find((index) => calendar.day([index, calendar.daysIn(index)]) === day);
  if (month !== undefined) steps.unshift({ step: 'evaluation', at: at(morning.evaluation), month: calendar.month(month) });
  return day === calendar.yesterday ? steps : [...steps, ...wayOut(calendar, day, uidOf), ...handedOut(calendar, day, uidOf)];
}

/** Of what is no cash: what the last days awarded is still on its way. */
function handedOut(calendar: DemoCalendar, day: string, uidOf: (key: string) => string): DemoStep[] {
  if (day > calendar.ago(undistributedDays)) return [];
  return [{ step: 'distribute', at: onMorningAfter(day, morning.distribution), day, fails: closedAccounts.map(uidOf) }];
}

/** Released in the night, then the payment system's file. */
function wayOut(calendar: DemoCalendar, day: string, uidOf: (key: string) => string): DemoStep[] {
  const draws = stream('payout', calendar.today, day);
  const isLate = day === calendar.ago(lateDay);
  const released = onMorningAfter(day, draws.int(timeOfDay(2, 12), timeOfDay(3, 20)));
  const paid = isLate ? onMorningAfter(day, timeOfDay(5, 21)) : released + draws.int(timeOfDay(0, 18), timeOfDay(0, 40));
  return [
    { step: 'release', at: released, by: draws.pick(['operations', 'operations2']), day, comment: null },
    {
      step: 'confirm', at: paid + timeOfDay(0, 21), day, from: paid,
      fails: day === calendar.ago(failedDay) ? [uidOf(failedFor)] : [],
    },
  ];
}
