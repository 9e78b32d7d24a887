/** UTC days and months. Instants are milliseconds; intervals are half-open; no clock is read here. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** The end of what has no end yet: the last instant that a Date can hold. */
export const FOREVER = 8_640_000_000_000_000;

const instantForm = /^\d{4}-\d{2}-(\d{2})T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{3})?Z$/;
/** Not the first and the last year of four digits: what comes before and after a day or month must be one, too. */
const year = '(?!0000|9999)\\d{4}';
const dayForm = new RegExp(`^${year}-\\d{2}-\\d{2}$`);
const monthForm = new RegExp(`^${year}-(0[1-9]|1[0-2])$`);

/** An ISO instant with `Z` and 0 or 3 decimals of a second (CONTRACT 1) in ms, or null where it is none. */
export function parseInstant(text: string): number | null {
  const match = instantForm.exec(text);
  if (!match) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  // Date.parse rolls 2026-02-30 over into March: a day past the 28th must come back as itself.
  return Number(match[1]) > 28 && new Date(at).getUTCDate() !== Number(match[1]) ? null : at;
}

export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** Like formatInstant, but null for what has no instant or never ends. */
export function formatInstantOrNull(at: number | null): string | null {
  return at === null || at >= FOREVER ? null : formatInstant(at);
}

export function isDay(text: string): boolean {
  return dayForm.test(text) && parseInstant(`${text}T00:00:00Z`) !== null;
}

export function isMonth(text: string): boolean {
  return monthForm.test(text);
}

export function dayOf(at: number): string {
  return formatInstant(at).slice(0, 10);
}

export function monthOf(at: number): string {
  return formatInstant(at).slice(0, 7);
}

export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

export function dayEnd(day: string): number {
  return dayStart(day) + DAY_MS;
}

export function monthStart(month: string): number {
  return Date.parse(`${month}-01T00:00:00.000Z`);
}

/** The first instant after the month. */
export function monthEnd(month: string): number {
  return monthStart(addMonths(month, 1));
}

export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export function addDays(day: string, count: number): string {
  return dayOf(dayStart(day) + count * DAY_MS);
}

/** Days between the UTC dates of two instants (REF-5, BIN-4). */
export function daysBetween(from: number, to: number): number {
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
}
