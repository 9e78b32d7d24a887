import type { PayoutLineState } from '#contract/payouts';

interface Asked {
  batch_id: string;
  status?: PayoutLineState;
  currency?: string;
}

/** The list of the lines behind a figure of a payout. */
export function linesOf(filter: Asked): string {
  const shown = Object.fromEntries(Object.keys(filter).map((field) => [field, true]));
  return `/payout-lines?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: JSON.stringify(shown) })}`;
}
