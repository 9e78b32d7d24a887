import { feeds, type Feed } from '#contract/feeds';

/** The feed that a file's name speaks of; the longest that fits, as `accounts` is also in `accounts-…`. */
export function feedOfFile(name: string): Feed | null {
  const fitting = feeds.filter((feed) => name.toLowerCase().replaceAll('_', '-').includes(feed));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? null;
}
