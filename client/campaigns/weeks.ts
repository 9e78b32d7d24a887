import { DAY_MS } from '../fields/times.ts';

const WEEK_DAYS = 7;

/** A week from its Monday, as instants in UTC; the end is not included. */
export interface Week {
  from: string;
  to: string;
}

/** So many weeks, the first of them `skip` weeks after the one that holds the instant. */
export function weeksFrom(instant: string, skip: number, count: number): Week[] {
  const day = Math.floor(Date.parse(instant) / DAY_MS);
  // The epoch fell on a Thursday.
  const monday = day - ((day + 3) % WEEK_DAYS);
  const at = (weeks: number) => new Date((monday + weeks * WEEK_DAYS) * DAY_MS).toISOString();
  return Array.from({ length: count }, (_, index) => ({ from: at(skip + index), to: at(skip + index + 1) }));
}

/** Whether a period, its end not included, has an instant in a week. */
export function runsIn(week: Week, starts: string, ends: string): boolean {
  return starts < week.to && ends > week.from;
}
