import { formatAmount } from '../../server/money.ts';

/** Whole cents of a USDT amount in 10^-8 units. */
export function centsE8(cents: number): bigint {
  return BigInt(cents) * 1_000_000n;
}

/** Whole cents of a USDT amount as the feeds write it. */
export function usdt(cents: number): string {
  return formatAmount(centsE8(cents));
}
