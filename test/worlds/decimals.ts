/** Amounts in units of 10^-8 as BigInt, read and written by the letter of CONTRACT 1. */

const UNIT = 100000000n;

/** The largest amount a feed may bring: 92,233,720,368.54775807. */
const LARGEST = 9223372036854775807n;

/** The units of a plain decimal, or the code of what is wrong with it. */
export function readAmount(text: string): bigint | 'bad_amount' | 'too_many_decimals' | 'too_large' {
  const match = /^([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (match === null) return 'bad_amount';
  const fraction = match[2] ?? '';
  if (fraction.length > 8) return 'too_many_decimals';
  const units = BigInt(match[1] ?? '0') * UNIT + BigInt(fraction.padEnd(8, '0'));
  return units > LARGEST ? 'too_large' : units;
}

/** The units of a decimal that is known to be sound. */
export function units(text: string): bigint {
  const read = readAmount(text);
  if (typeof read !== 'bigint') throw new Error(`not an amount: ${text} (${read})`);
  return read;
}

/** The plain decimal without trailing zeros: 150000000n is `1.5`. Amounts here are never negative. */
export function decimal(value: bigint): string {
  const fraction = (value % UNIT).toString().padStart(8, '0').replace(/0+$/, '');
  return (value / UNIT).toString() + (fraction === '' ? '' : `.${fraction}`);
}
