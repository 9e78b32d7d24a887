import { addDays, DAY_MS, dayStart } from '../calendar.ts';

/**
 * The periods of performance (DSH-1). As keys of the kept aggregates: a week is its Monday (ISO 8601), a month `YYYY-MM`, and all
 * time ''.
 */
export const EVER = '';

/** SQL: days since 1970 of an instant, rounded down also before it. */
export function dayNumber(instant: string): string {
  return `(CASE WHEN ${instant} < 0 THEN (${instant} + 1) / ${DAY_MS} - 1 ELSE ${instant} / ${DAY_MS} END)`;
}

/** The Monday of the week of a day. */
export function weekKey(day: string): string {
  const weekday = new Date(dayStart(day)).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function monthKey(day: string): string {
  return day.slice(0, 7);
}
