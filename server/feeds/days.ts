import { dialectOf } from '../../db/connection.ts';
import { execute, type Transaction } from '../../db/statement.ts';
import { dayEnd, dayOf, dayStart } from '../calendar.ts';
import { learnFrom } from '../engine/head.ts';
import { ONE_E8 } from '../money.ts';
import { feeds, type Feed } from './contract.ts';
import type { Landing } from './definition.ts';

/** The feeds that a manifest can speak of (PAY-8): all but the manifests themselves. */
export type DatedFeed = Exclude<Feed, 'manifests'>;
export const datedFeeds = feeds.filter((feed): feed is DatedFeed => feed !== 'manifests');

/** What dates a row: the property of its parsed form that holds an instant or a day, and that with the amount of its control sum. */
const dated: Record<DatedFeed, { instant: string; amount: string | null }> = {
  accounts: { instant: 'registered_at', amount: null },
  'account-events': { instant: 'occurred_at', amount: null },
  activations: { instant: 'activated_at', amount: null },
  deactivations: { instant: 'ended_at', amount: null },
  applications: { instant: 'applied_at', amount: null },
  ratios: { instant: 'set_at', amount: null },
  trades: { instant: 'executed_at', amount: 'volume_e8' },
  transfers: { instant: 'occurred_at', amount: 'amount_e8' },
  recalls: { instant: 'attempted_at', amount: null },
  'campaign-joins': { instant: 'joined_at', amount: null },
  prices: { instant: 'day', amount: null },
  'payout-confirmations': { instant: 'at', amount: null },
  'bonus-confirmations': { instant: 'at', amount: null },
};

export function hasAmount(feed: DatedFeed): boolean {
  return dated[feed].amount !== null;
}

interface FeedDay {
  from: number;
  to: number;
  day: string;
  row_count: number;
  sum: bigint;
  last_at: number;
}

/**
 * Keeps how many rows of each UTC day a feed has brought, and what their amounts come to, in the transaction that lands them:
 * so a manifest is compared without counting a day's trades (PAY-8), and a bonus run knows how far back something is new (CAM-4).
 * A duplicate, a conflict and a rejected row count nothing.
 */
export async function countDays(transaction: Transaction, feed: Feed, landings: Landing<object>[]): Promise<void> {
  if (feed === 'manifests') return;
  const days = daysOf(feed, landings);
  if (days.length === 0) return;
  await learnFrom(transaction, Math.min(...days.map(({ from }) => from)));
  const list = days.map(({ day, row_count, sum, last_at }) => ({
    day, row_count, units: String(sum / ONE_E8), fraction: String(sum % ONE_E8), last_at,
  }));
  await execute(
    transaction,
    // WHERE: without one SQLite takes ON for the join's.
    `INSERT INTO feed_days (feed, day, row_count, sum_units, sum_fraction_e8, last_at)
     SELECT :feed, d.day, d.row_count, d.units, d.fraction, d.last_at FROM {{days}} d WHERE d.row_count > 0
     ON CONFLICT (feed, day) DO UPDATE SET row_count = feed_days.row_count + excluded.row_count,
       sum_units = feed_days.sum_units + excluded.sum_units, sum_fraction_e8 = feed_days.sum_fraction_e8 + excluded.sum_fraction_e8,
       last_at = CASE WHEN excluded.last_at > feed_days.last_at THEN excluded.last_at ELSE feed_days.last_at END`,
    { feed, days: JSON.stringify(list) },
    {
      days: dialectOf(transaction).rowset('days', {
        day: 'text', row_count: 'integer', units: 'integer', fraction: 'integer', last_at: 'integer',
      }),
    },
  );
}

function daysOf(feed: DatedFeed, landings: Landing<object>[]): FeedDay[] {
  const { instant, amount } = dated[feed];
  const days = new Map<number, FeedDay>();
  // Rows come in time order: the day is mostly that of the row before.
  let last: FeedDay | null = null;
  for (const { outcome, parsed } of landings) {
    if (outcome !== 'accepted') continue;
    const values = parsed as Record<string, number | string>;
    const given = values[instant] as number | string;
    const at = typeof given === 'number' ? given : dayStart(given);
    if (last === null || at < last.from || at >= last.to) last = dayFrom(days, at);
    last.row_count += 1;
    if (amount !== null) last.sum += BigInt(values[amount] as string);
    if (at > last.last_at) last.last_at = at;
  }
  return [...days.values()];
}

function dayFrom(days: Map<number, FeedDay>, at: number): FeedDay {
  const day = dayOf(at);
  const from = dayStart(day);
  const found = days.get(from) ?? { from, to: dayEnd(day), day, row_count: 0, sum: 0n, last_at: from };
  days.set(from, found);
  return found;
}
