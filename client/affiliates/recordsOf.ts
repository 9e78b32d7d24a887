import type { Balance } from '#contract/payouts';
import { listPath } from '../list/listPath.ts';

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
export function recordsOfTerm(uid: string, currency: string, term: BalanceTerm): string {
  return recordsOf(uid, { currency, status: statuses[term] });
}

/** The list of an affiliate's records, of those with such a currency and status. */
export function recordsOf(uid: string, which: { currency: string; status: string | string[] }): string {
  const shown = ['inviter_uid', 'currency', ...(typeof which.status === 'string' ? ['status'] : [])];
  return listPath('commissions', { inviter_uid: uid, ...which }, shown);
}
