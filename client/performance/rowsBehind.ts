import type { RowFilter } from '#contract/performance';
import { listPath } from '../list/listPath.ts';

/** The address of the rows behind a figure; null where no list can show them. */
export function rowsAddress(resource: 'commissions' | 'referrals', filter: RowFilter | null): string | null {
  return filter === null ? null : listPath(resource, filter);
}

/** The same rows as a file. */
export function csvAddress(resource: 'commissions' | 'bonuses', filter: RowFilter): string {
  return `/api/${resource}.csv?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
