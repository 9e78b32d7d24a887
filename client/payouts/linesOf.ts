import type { PayoutLineState } from '#contract/payouts';
import { rowsOf } from '../list/rowsOf.ts';

interface Asked {
  batch_id: string;
  status?: PayoutLineState;
  currency?: string;
}

/** The list of the lines behind a figure of a payout. */
export function linesOf(filter: Asked): string {
  return rowsOf('payout-lines', filter, Object.keys(filter));
}
