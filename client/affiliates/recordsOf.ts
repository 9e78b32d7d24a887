import type { Balance } from '#contract/payouts';

export type BalanceTerm = Exclude<keyof Balance, 'currency' | 'carried_over'>;

/** A record is in exactly one of the terms by its status; all that are not zero have accrued. */
const statuses: Record<BalanceTerm, string | string[]> = {
  accrued: ['open', 'held', 'in_batch', 'paid'],
  paid: 'paid',
  in_batch: 'in_batch',
  held: 'held',
  open: 'open',
};

/** The list of the records that make up a term of an affiliate's balance. */
export function recordsOf(uid: string, currency: string, term: BalanceTerm): string {
  const filter = { inviter_uid: uid, currency, status: statuses[term] };
  const shown = { inviter_uid: true, currency: true, ...(term === 'accrued' ? {} : { status: true }) };
  return `/commissions?${new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: JSON.stringify(shown) })}`;
}
