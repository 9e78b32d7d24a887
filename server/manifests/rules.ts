import type { Feed } from '../feeds/contract.ts';
import type { ManifestState } from './contract.ts';

/** Sums are e8 units; null where the feed has no amount. */
export interface Counted {
  rows: number;
  control_sum: bigint | null;
  rows_found: number;
  sum_found: bigint | null;
}

/** The feeds that a run needs (PAY-8), by its kind. */
export const neededFeeds = {
  commission: ['accounts', 'account-events', 'activations', 'deactivations', 'ratios', 'recalls', 'trades'],
  evaluation: ['accounts', 'account-events', 'activations', 'deactivations', 'recalls', 'trades', 'transfers'],
  // What the commission was reckoned from: nothing is paid out of a day that turned out not to be complete.
  payout: ['accounts', 'account-events', 'activations', 'deactivations', 'ratios', 'recalls', 'trades'],
  // What tasks are reached by.
  bonus: ['accounts', 'account-events', 'activations', 'deactivations', 'trades', 'transfers', 'campaign-joins'],
} as const satisfies Record<string, readonly Feed[]>;
export type NeedyRun = keyof typeof neededFeeds;

/** PAY-8: what matches is complete; where it does not, two people may have gone on without it. */
export function stateOf({ rows, control_sum, rows_found, sum_found }: Counted, overridden: boolean): ManifestState {
  if (rows === rows_found && (control_sum === null || control_sum === sum_found)) return 'complete';
  if (overridden) return 'overridden';
  if (rows_found !== rows) return rows_found < rows ? 'missing' : 'exceeded';
  return (sum_found as bigint) < (control_sum as bigint) ? 'missing' : 'exceeded';
}
