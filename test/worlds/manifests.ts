/** Manifests read naively (PAY-8): every row of the day that was accepted is counted, one by one. */
import { units } from './decimals.ts';
import type { FeedName } from './feeds.ts';
import { dayOf } from './times.ts';
import { instantOf, type World } from './world.ts';

export const RUN_FEEDS = ['accounts', 'account-events', 'activations', 'ratios', 'trades'];
export const EVALUATION_FEEDS = ['accounts', 'account-events', 'activations', 'trades', 'transfers'];

const INSTANTS: Partial<Record<FeedName, string>> = {
  accounts: 'registered_at', 'account-events': 'occurred_at', activations: 'activated_at', ratios: 'set_at',
  transfers: 'occurred_at', trades: 'executed_at',
};
const AMOUNTS: Partial<Record<FeedName, string>> = { trades: 'volume_usdt', transfers: 'amount_usdt' };

/** Whether a manifest of one of the feeds, for a day that is asked about, does not match what has come. */
export function misses(world: World, feeds: readonly string[], asked: (day: string) => boolean): boolean {
  return world.rows.some(({ feed, row }) =>
    feed === 'manifests' && feeds.includes(row['feed'] ?? '') && asked(row['day'] ?? '') && !matches(world, row));
}

function matches(world: World, manifest: Readonly<Record<string, string>>): boolean {
  const name = manifest['feed'] as FeedName;
  const come = world.rows.filter(({ feed, row }) => feed === name && dayOf(instantOf(row, INSTANTS[name] ?? '')) === manifest['day']);
  const amount = AMOUNTS[name];
  if (come.length !== Number(manifest['rows'])) return false;
  if (amount === undefined) return true;
  return come.reduce((sum, { row }) => sum + units(row[amount] ?? ''), 0n) === units(manifest['control_sum'] ?? '');
}
