import type { LiabilityRow } from '#contract/liabilities';
import { listPath } from '../list/listPath.ts';

/** The records that make up what was open (or held), in a payout, or either, of one affiliate and currency, at a day's end. */
export function recordsOwed({ affiliate_uid, currency, day }: LiabilityRow, where: 'open_on' | 'in_batch_on' | 'owed_on'): string {
  return listPath('commissions', { inviter_uid: affiliate_uid, currency, [where]: day });
}

/** Who is owed it. */
export function owedIn(currency: string, day: string): string {
  return listPath('liabilities', { day, currency });
}
