import { rows, type Connection } from '../../../db/statement.ts';
import { FOREVER, formatInstant, parseInstant } from '../../calendar.ts';
import { may, type Role } from '../../policy/contract.ts';
import { Refusal } from '../../refusal.ts';
import { TIMELINE_LIMIT, type TimelineEntry, type TimelinePage } from '../contract.ts';
import { campaignSources } from './campaigns.ts';
import { factSources } from './facts.ts';
import { paymentSources } from './payments.ts';
import { requestSources } from './requests.ts';
import type { Found } from './source.ts';

/** In the order in which entries of one instant stand. */
const sources = [...paymentSources, ...campaignSources, ...requestSources, ...factSources];

/** Where a page begins: behind the entry `n` of the source at `place`, or behind everything of the instant. */
export interface PageStart {
  before: number;
  place: number;
  n: number;
  limit: number;
}

/** `before` (an instant, itself not shown), `before_id` (an entry of that instant, behind which to go on) and `limit`; throws bad_request. */
export function parsePageStart(asked: Record<string, unknown>): PageStart {
  const unknown = Object.keys(asked).find((name) => !['before', 'before_id', 'limit'].includes(name));
  if (unknown !== undefined) throw refused(unknown.replace(/[^\x20-\x7e]/g, '?').slice(0, 64), 'is no parameter of a timeline');
  const { before = null, before_id = null, limit = String(TIMELINE_LIMIT.default) } = asked;
  if (typeof limit !== 'string' || !/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > TIMELINE_LIMIT.max) {
    throw refused('limit', `is a number from 1 to ${TIMELINE_LIMIT.max}`);
  }
  const at = before === null ? FOREVER : typeof before === 'string' ? parseInstant(before) : null;
  if (at === null) throw refused('before', 'is no instant, such as 2026-03-11T00:00:00.000Z');
  const start = { before: at, place: sources.length, n: 0, limit: Number(limit) };
  if (before_id === null) return start;
  const [, name, n] = /^([a-z_]+):(\d{1,15})$/.exec(String(before_id)) ?? [];
  const place = sources.findIndex((source) => source.name === name);
  if (before === null || place < 0) throw refused('before_id', 'is the id of an entry of the instant before');
  return { ...start, place, n: Number(n) };
}

function refused(field: string, fault: string): Refusal {
  return new Refusal('bad_request', { field }, `${field} ${fault}.`);
}

/** One page of all that has happened to an account, newest first, of what this role may read. */
export async function timelinePage(
  connection: Connection,
  account: { id: number; uid: string },
  role: Role,
  start: PageStart,
): Promise<TimelinePage> {
  const found: { place: number; row: Found }[] = [];
  for (const [place, { resource, sql }] of sources.entries()) {
    if (!may(role, resource, 'read')) continue;
    // Of the instant itself: all of the sources behind the one where the page before ended, and what that one has left.
    const tie = place > start.place ? Number.MAX_SAFE_INTEGER : place === start.place ? start.n : 0;
    const list = await rows<Found>(
      connection,
      `SELECT * FROM (${sql}) AS entry WHERE at < :before OR (at = :before AND n < :tie) ORDER BY at DESC, n DESC LIMIT :count`,
      { account: account.id, before: start.before, tie, count: start.limit + 1 },
    );
    found.push(...list.map((row) => ({ place, row })));
  }
  found.sort((one, other) => other.row.at - one.row.at || one.place - other.place || other.row.n - one.row.n);
  const entries = found.slice(0, start.limit).map(({ place, row }) => entryOf(place, row, account.uid));
  const last = entries.at(-1);
  return { entries, next: found.length > start.limit && last ? { before: last.at, before_id: last.id } : null };
}

function entryOf(place: number, row: Found, uid: string): TimelineEntry {
  const source = sources[place] as (typeof sources)[number];
  const { kind, title, subject, actor, details } = source.entry(row, uid);
  return {
    id: `${source.name}:${row.n}`,
    at: formatInstant(row.at),
    known_at: formatInstant(row.known_at ?? row.at),
    kind,
    title,
    subject,
    actor,
    details,
  };
}
