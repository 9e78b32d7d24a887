import { isIPv4, isIPv6 } from 'node:net';
import { HOUR_MS, MINUTE_MS } from '../calendar.ts';

export const IDLE_MS = 30 * MINUTE_MS;
export const ABSOLUTE_MS = 12 * HOUR_MS;
export const TOUCH_EVERY_MS = MINUTE_MS;
/** How far a session may lie ahead of the clock: one set back must not make sessions last longer. */
const CLOCK_SLACK_MS = MINUTE_MS;

/** Attempts that may fail within the window, for one account from anywhere and from one address for any account. */
export const ATTEMPTS_WINDOW_MS = 15 * MINUTE_MS;
export const ATTEMPTS_PER_ACCOUNT = 10;
export const ATTEMPTS_PER_ADDRESS = 50;

/** Whether a session still holds at `now`; all in ms. */
export function isAlive(session: { created_at: number; touched_at: number }, now: number): boolean {
  const age = now - session.created_at;
  return age >= -CLOCK_SLACK_MS && age < ABSOLUTE_MS && now - session.touched_at < IDLE_MS;
}

/** Whom an address stands for: one IPv4 address, or the /64 that an IPv6 line usually has to itself. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain) || !isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]!.toLowerCase().split('::');
  const start = head.split(':').filter(Boolean);
  const end = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0') : [];
  return [...start, ...zeros, ...end].slice(0, 4).join(':');
}

/**
 * Signing in is for the page itself: another site's form or script sends another Origin, or says so in Sec-Fetch-
 * Site.
 */
export function isSameOrigin(headers: {
  origin?: string | undefined;
  host?: string | undefined;
  fetchSite?: string | undefined;
}): boolean {
  const { origin, host, fetchSite } = headers;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
