import { addDays, addMonths, DAY_MS, dayEnd, dayOf, dayStart } from '../calendar.ts';
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
function weekName(monday: string): string {
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

/** The calendar months of a span, the first and the last cut to it; throws bad_request where there are more than MAX_PERIODS. */
export function monthsWithin(from: string, to: string): Period[] {
  return from > to ? [] : periodsOf('month', from, to).list.map((one) => ({
    ...one, from: one.from !== null && one.from > from ? one.from : from, to: one.to < to ? one.to : to,
  }));
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
  const span = (name: string, first: string, last: string): Period => ({ name, key: wholeKey(first, last), from: first, to: last });
  return { before: span('before', addDays(from, -days), addDays(from, -1)), list: [span('total', from, to)] };
}

/** The month or week that is exactly these days. */
function wholeKey(from: string, to: string): string | null {
  return [month, week].map((step) => step.period(step.keyOf(from))).find((one) => one.from === from && one.to === to)?.key ?? null;
}

/** The months and weeks inside `[from, until)` in ms, and the edges that are in none of them. */
export interface Cover {
  keys: string[];
  edges: { from: number; until: number }[];
}

/**
 * Months as far as they go, for they are the fewest; before and after them weeks, which may lap over them: who is counted once may be
 * found twice. The edges are shorter than a week, or a span without a whole week of its own.
 */
export function coverOf(from: number, until: number): Cover {
  const months = inside(month, from, until);
  const weeks = inside(week, from, until);
  const [first, last] = [months[0], months.at(-1)];
  const used = first === undefined || last === undefined ? weeks : weeks.filter((one) => one.from < first.from || one.until > last.until);
  const keys = [...months, ...used];
  const [start, end] = [Math.min(until, ...keys.map((one) => one.from)), Math.max(from, ...keys.map((one) => one.until))];
  const edges = keys.length === 0 ? [{ from, until }] : [{ from, until: start }, { from: end, until }];
  return { keys: keys.map(({ key }) => key), edges: edges.filter((edge) => edge.from < edge.until) };
}

interface Whole {
  key: string;
  from: number;
  until: number;
}

/** The periods of a step that lie whole in it; they follow each other. */
function inside(step: Step, from: number, until: number): Whole[] {
  const found: Whole[] = [];
  for (let key = step.keyOf(dayOf(from)); ; key = step.add(key, 1)) {
    const period = step.period(key);
    const one = { key, from: dayStart(period.from as string), until: dayEnd(period.to) };
    if (one.until > until) return found;
    if (one.from >= from) found.push(one);
  }
}
