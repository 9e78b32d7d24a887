import type { RowFilter } from '#contract/performance';

/** The address of the rows behind a figure; null where no list can show them. */
export function rowsAddress(resource: 'commissions' | 'referrals', filter: RowFilter | null): string | null {
  if (filter === null) return null;
  const shown = Object.fromEntries(Object.keys(filter).map((name) => [name, true]));
  return `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: JSON.stringify(shown) })}`;
}

/** The same rows as a file. */
export function csvAddress(resource: 'commissions' | 'bonuses', filter: RowFilter): string {
  return `/api/${resource}.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
