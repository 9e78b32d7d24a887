import { DAY_MS } from '../fields/times.ts';
import { listPath } from '../list/listPath.ts';

interface Which {
  reason?: string | null;
  currency?: string;
}

/** The list of the records of a UTC day that earn something: no check of theirs fails. */
export function earningOfDay(day: string): string {
  return recordsOfDay(day, { reason: null });
}

/** The same of a month up to a day of it. */
export function earningOfMonth(day: string): string {
  return recordsBetween(`${day.slice(0, 7)}-01`, day, { reason: null });
}

/** The list of the records of a UTC day; with `which`, only of those with such a reason, status or currency. */
export function recordsOfDay(day: string, which: Which = {}): string {
  return recordsBetween(day, day, which);
}

function recordsBetween(first: string, last: string, which: Which): string {
  const from = `${first}T00:00:00.000Z`;
  const until = new Date(Date.parse(`${last}T00:00:00.000Z`) + DAY_MS).toISOString();
  const shown = Object.entries(which).flatMap(([field, value]) => (value === null ? [] : [field]));
  return listPath('commissions', { executed_at_gte: from, executed_at_lt: until, ...which }, shown);
}
