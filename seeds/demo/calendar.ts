import { addDays, addMonths, DAY_MS, dayStart, formatInstant, monthEnd, monthStart } from '../../server/calendar.ts';

/**
 * A day of the demo world, told relative to its first day: `month` 0 is the first of the thirteen months, 12 the one
 * in which `today` lies, negative ones lie before; `day` is the day of the month, up to 28 so that every month has it.
 */
export type At = readonly [month: number, day: number];

/** The number of months that are over and evaluated; the running month has this number. */
export const fullMonths = 12;

/** How many days before `today` are run and paid one by one; earlier days go with the end of their month. */
const daysRunSingly = 11;

/** The days of the demo world; days are `YYYY-MM-DD`, months `YYYY-MM`, all UTC. */
export interface DemoCalendar {
  /** The day of the first start: nothing happens on it or after it. */
  today: string;
  /** The last day on which something happened. */
  yesterday: string;
  month(index: number): string;
  day(at: At): string;
  /** The day so many days before `today`; 1 is yesterday. */
  ago(days: number): string;
  /** A day as the stories tell it; the last days of a long month too. */
  at(day: string): At;
  /** The last day of a month of which something is known: of the running month yesterday; 0 if it begins today. */
  daysKnown(index: number): number;
  /** Days of the whole month, known or not. */
  daysIn(index: number): number;
  /** Every day from the first of month 0 to yesterday. */
  days: string[];
  /** The days that have a commission run and a payout of their own, ascending. */
  runDays: string[];
}

/** The instant so many milliseconds into a UTC day, as the feeds write it. */
export function instantOf(day: string, ms: number): string {
  return formatInstant(dayStart(day) + ms);
}

/** Milliseconds from midnight for a time of day. */
export function timeOfDay(hour: number, minute = 0, second = 0): number {
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function monthsBetween(first: string, other: string): number {
  const count = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5));
  return count(other) - count(first);
}

/** Lays out the thirteen months that end with the day before `today`. */
export function demoCalendar(today: string): DemoCalendar {
  const month = (index: number): string => addMonths(today.slice(0, 7), index - fullMonths);
  const firstOf = (index: number): string => `${month(index)}-01`;
  const daysIn = (index: number): number => (monthEnd(month(index)) - monthStart(month(index))) / DAY_MS;
  const days: string[] = [];
  for (let day = firstOf(0); day < today; day = addDays(day, 1)) days.push(day);
  const monthEnds = Array.from({ length: fullMonths }, (_, index) => addDays(firstOf(index + 1), -1));
  return {
    today,
    yesterday: addDays(today, -1),
    month,
    day: ([index, day]) => addDays(firstOf(index), day - 1),
    ago: (back) => addDays(today, -back),
    at: (day) => [monthsBetween(month(0), day.slice(0, 7)), Number(day.slice(8))],
    daysKnown: (index) => (index < fullMonths ? daysIn(index) : Number(today.slice(8)) - 1),
    daysIn,
    days,
    runDays: [...new Set([...monthEnds, ...days.slice(-daysRunSingly)])].sort(),
  };
}
