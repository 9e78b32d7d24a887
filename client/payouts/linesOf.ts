import type { PayoutLineState } from '#contract/payouts';
import { listPath } from '../list/listPath.ts';

interface Asked {
  batch_id: string;
  status?: PayoutLineState;
  currency?: string;
}

/** The list of the lines behind a figure of a payout. */
export function linesOf(filter: Asked): string {
  return listPath('payout-lines', filter);
}
