import { rows, type Connection } from '../../db/statement.ts';
import { addDays, dayEnd, dayStart, formatInstant, formatInstantOrNull, HOUR_MS } from '../calendar.ts';
import { datedFeeds } from '../feeds/days.ts';
import type { FeedProgress } from './contract.ts';
import { stateOf } from './rules.ts';
import { lastManifests } from './store.ts';

const LAST = 5;

interface FeedEnd {
  feed: string;
  day: string;
  last_at: number;
}

/**
 * PAY-8, for the first screen: up to when each feed has come, its last days against their manifests, and how late it is: hours
 * since the end of the first day that has no rows. A feed that never brought a row is late by nothing: nobody knows when it starts.
 */
export async function feedProgress(connection: Connection, now: number): Promise<FeedProgress[]> {
  const ends = new Map((await rows<FeedEnd>(
    connection,
    `SELECT d.feed, d.day, d.last_at FROM (SELECT feed, max(day) AS day FROM feed_days GROUP BY feed) AS l
     JOIN feed_days d ON d.feed = l.feed AND d.day = l.day`,
  )).map((one) => [one.feed, one]));
  const imports = new Map((await rows<{ feed: string; at: number }>(
    connection,
    `SELECT feed, max(started_at) AS at FROM imports WHERE dry_run = 0 GROUP BY feed`,
  )).map((one) => [one.feed, one.at]));
  return Promise.all(datedFeeds.map(async (feed) => {
    const manifests = (await lastManifests(connection, feed, LAST)).map((one) => ({
      id: String(one.id), day: one.day, rows: one.rows, rows_found: one.rows_found, state: stateOf(one, one.overridden),
    }));
    // A day that its manifest says is empty has come all the same.
    const settled = manifests.find((one) => one.state === 'complete' || one.state === 'overridden')?.day ?? '';
    const lastDay = ends.get(feed)?.day ?? '';
    return {
      feed,
      came_until: cameUntil(ends.get(feed)),
      last_import_at: formatInstantOrNull(imports.get(feed) ?? null),
      late_hours: lateHours(settled > lastDay ? settled : lastDay, now),
      manifests,
    };
  }));
}

/** Of prices, which name days and no instants, the day's first. */
function cameUntil(end: FeedEnd | undefined): string | null {
  return end ? formatInstant(Math.max(end.last_at, dayStart(end.day))) : null;
}

function lateHours(lastDay: string, now: number): number {
  if (lastDay === '') return 0;
  return Math.max(0, Math.floor((now - dayEnd(addDays(lastDay, 1))) / HOUR_MS));
}
