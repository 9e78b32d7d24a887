/** UTC instants (ms), days (`YYYY-MM-DD`) and months (`YYYY-MM`). */

export const DAY_MS = 86400000;

/** The instant that the text names (ISO 8601, `Z`, 0 or 3 decimals of a second), or null. */
export function readInstant(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(text)) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return null;
  // 30 February and hour 24 come back as another text.
  return iso(ms).slice(0, 19) === text.slice(0, 19) ? ms : null;
}

/** The instant of a text that is known to be sound. */
export function instant(text: string): number {
  const ms = readInstant(text);
  if (ms === null) throw new Error(`not an instant: ${text}`);
  return ms;
}

/** Whether the text names a day of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && readInstant(`${text}T00:00:00Z`) !== null;
}

/** `2026-03-11T00:00:00.000Z` */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function dayOf(ms: number): string {
  return iso(ms).slice(0, 10);
}

export function monthOf(ms: number): string {
  return iso(ms).slice(0, 7);
}

/** First instant of the day. */
export function dayStart(day: string): number {
  return instant(`${day}T00:00:00Z`);
}

/** First instant of the month. */
export function monthStart(month: string): number {
  return instant(`${month}-01T00:00:00Z`);
}

/** The month so many months later, or earlier. */
export function monthAfter(month: string, months = 1): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Difference of the UTC dates of two instants, in days. */
export function daysBetween(earlier: number, later: number): number {
  return (dayStart(dayOf(later)) - dayStart(dayOf(earlier))) / DAY_MS;
}
