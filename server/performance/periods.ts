import { addDays, addMonths, DAY_MS, dayEnd, dayStart } from '../calendar.ts';
import { Refusal } from '../refusal.ts';
import { DEFAULT_PERIODS, MAX_PERIODS, type Grain } from './contract.ts';

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

/** Whether the week of a Monday has days of two months. */
export function spansMonths(monday: string): boolean {
  return monthKey(monday) !== monthKey(addDays(monday, 6));
}

/** The ISO 8601 name of the week that begins on a Monday: its Thursday says the year. */
export function weekName(monday: string): string {
  const thursday = addDays(monday, 3);
  const first = weekKey(`${thursday.slice(0, 4)}-01-04`);
  const number = Math.round((dayStart(monday) - dayStart(first)) / (7 * DAY_MS)) + 1;
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

/** Days `from` to `to`, both included; `from` null: since ever. `key`: how the kept aggregates call it, null where they don't. */
export interface Period {
  name: string;
  key: string | null;
  from: string | null;
  to: string;
}

/** The periods asked for, in order, with the one before the first in front of them, to compare with: null where there is none. */
export interface Periods {
  before: Period | null;
  list: Period[];
}

/** Weeks and months are those that have a day of the span; a total is the span itself, and has one of the same length before it. */
export function periodsOf(grain: Grain, from: string | undefined, to: string): Periods {
  if (from !== undefined && from > to) throw new Refusal('bad_request', { field: 'from' }, 'from is after to.');
  if (grain === 'total') return totalOf(from, to);
  const step = grain === 'week' ? week : month;
  const last = step.keyOf(to);
  const first = from === undefined ? step.add(last, 1 - DEFAULT_PERIODS) : step.keyOf(from);
  const list: Period[] = [];
  for (let key = first; key <= last; key = step.add(key, 1)) {
    if (list.length === MAX_PERIODS) throw new Refusal('bad_request', { field: 'from' }, `There are more than ${MAX_PERIODS} periods from then on.`);
    list.push(step.period(key));
  }
  return { before: step.period(step.add(first, -1)), list };
}

interface Step {
  keyOf(day: string): string;
  add(key: string, count: number): string;
  period(key: string): Period;
}

const week: Step = {
  keyOf: weekKey,
  add: (key, count) => addDays(key, 7 * count),
  period: (key) => ({ name: weekName(key), key, from: key, to: addDays(key, 6) }),
};

const month: Step = {
  keyOf: monthKey,
  add: addMonths,
  period: (key) => ({ name: key, key, from: `${key}-01`, to: addDays(`${addMonths(key, 1)}-01`, -1) }),
};

function totalOf(from: string | undefined, to: string): Periods {
  if (from === undefined) return { before: null, list: [{ name: 'total', key: null, from: null, to }] };
  const days = (dayEnd(to) - dayStart(from)) / DAY_MS;
  const before = { name: 'before', key: null, from: addDays(from, -days), to: addDays(from, -1) };
  return { before, list: [{ name: 'total', key: null, from, to }] };
}

/** The months and weeks that make up `[from, until)` in ms as well as they can, and the edges that are neither. */
export interface Cover {
  keys: string[];
  edges: { from: number; until: number }[];
}

export function coverOf(from: number, until: number): Cover {
  const keys: string[] = [];
  const edges: Cover['edges'] = [];
  let at = from;
  while (at < until) {
    const next = wholePeriodAt(at, until);
    if (next) {
      keys.push(next.key);
      at = next.until;
      continue;
    }
    const end = Math.min(until, Math.floor(at / DAY_MS) * DAY_MS + DAY_MS);
    const last = edges.at(-1);
    if (last && last.until === at) last.until = end;
    else edges.push({ from: at, until: end });
    at = end;
  }
  return { keys, edges };
}

/** A month or week that begins exactly here and ends in time. */
function wholePeriodAt(at: number, until: number): { key: string; until: number } | null {
  if (at % DAY_MS !== 0) return null;
  const day = new Date(at).toISOString().slice(0, 10);
  const found = [month, week].map((step) => step.period(step.keyOf(day))).find((one) => one.from === day && dayEnd(one.to) <= until);
  return found ? { key: found.key as string, until: dayEnd(found.to) } : null;
}
