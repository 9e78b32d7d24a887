/**
 * Amounts are whole numbers of 10^-8 units (`_e8`) in a BigInt; on the wire they are plain decimals.
 * No floating point ever touches an amount (DOMAIN 1).
 */

export const ONE_E8 = 100_000_000n;
export const MAX_E8 = 9_223_372_036_854_775_807n;

export type AmountFault = 'bad_amount' | 'too_many_decimals' | 'too_large';

const plainDecimal = /^(\d+)(?:\.(\d+))?$/;

/** A feed value (CONTRACT 1: a plain decimal ≥ 0, at most 8 places) as e8 units, or what is wrong with it. */
export function parseAmount(text: string): bigint | AmountFault {
  const match = plainDecimal.exec(text);
  if (!match) return 'bad_amount';
  const fraction = match[2] ?? '';
  if (fraction.length > 8) return 'too_many_decimals';
  const units = match[1] as string;
  if (units.length > 24) return 'too_large';
  const value = BigInt(units + fraction.padEnd(8, '0'));
  return value > MAX_E8 ? 'too_large' : value;
}

/** e8 units as a plain decimal without exponent or trailing zeros: 150000000n → "1.5". */
export function formatAmount(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(9, '0');
  const fraction = digits.slice(-8).replace(/0+$/, '');
  const sign = amount < 0n ? '-' : '';
  return sign + digits.slice(0, -8) + (fraction ? `.${fraction}` : '');
}

/** A sum that the database kept apart as whole units and e8 fractions (a plain sum would overflow), joined. */
export function joinSum(units: string | number | bigint, fraction: string | number | bigint): bigint {
  return BigInt(units) * ONE_E8 + BigInt(fraction);
}

/** REF-6: base × rate in basis points, cut (not rounded) to 8 decimals. The engine's statement does the same in SQL. */
export function cutRate(base: bigint, bps: number): bigint {
  return (base * BigInt(bps)) / 10_000n;
}

/** REF-9: amount × price ÷ reporting price, cut to 8 places; null where the reporting currency is worth nothing: in it no value can be told. */
export function valueAt(amount: bigint, price: bigint, reportingPrice: bigint = ONE_E8): bigint | null {
  return reportingPrice === 0n ? null : (amount * price) / reportingPrice;
}
