import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutRate, formatAmount, joinSum, MAX_E8, ONE_E8, parseAmount, valueAt } from '../../server/money.ts';

const amount = fc.bigInt({ min: 0n, max: MAX_E8 });
const signed = fc.bigInt({ min: -MAX_E8 - 1n, max: MAX_E8 });
const bps = fc.integer({ min: 0, max: 10_000 });

describe('parseAmount', () => {
  test.each([
    ['0', 0n], ['1', 100_000_000n], ['0.00000001', 1n], ['1.5', 150_000_000n], ['007.10', 710_000_000n],
    ['92233720368.54775807', MAX_E8], ['000000000000000000000001', 100_000_000n],
  ])('%s', (text, expected) => expect(parseAmount(text)).toBe(expected));

  test.each([
    ['', 'bad_amount'], ['-1', 'bad_amount'], ['+1', 'bad_amount'], ['1e3', 'bad_amount'], ['.5', 'bad_amount'], ['1.', 'bad_amount'],
    ['1,5', 'bad_amount'], [' 1', 'bad_amount'], ['1\n', 'bad_amount'], ['0x10', 'bad_amount'], ['NaN', 'bad_amount'], ['Infinity', 'bad_amount'],
    ['١', 'bad_amount'], ['0.000000000', 'too_many_decimals'], ['0.123456789', 'too_many_decimals'],
    ['92233720368.54775808', 'too_large'], ['92233720369', 'too_large'], ['9'.repeat(5_000), 'too_large'],
  ])('%s is refused', (text, fault) => expect(parseAmount(text)).toBe(fault));

  test('reads back what was written', () => {
    fc.assert(fc.property(amount, (value) => parseAmount(formatAmount(value)) === value));
  });
});

describe('formatAmount', () => {
  test.each([[0n, '0'], [1n, '0.00000001'], [-1n, '-0.00000001'], [150_000_000n, '1.5'], [-100_000_000n, '-1'], [MAX_E8, '92233720368.54775807']])(
    '%s', (value, text) => expect(formatAmount(value)).toBe(text));

  test('a plain decimal without exponent, trailing zeros or a bare point', () => {
    fc.assert(fc.property(signed, (value) => /^-?(0|[1-9]\d*)(\.\d{0,7}[1-9])?$/.test(formatAmount(value)) && formatAmount(value) !== '-0'));
  });
});

describe('sums and rates', () => {
  test('units and fractions summed apart and joined are the sum', () => {
    fc.assert(fc.property(fc.array(signed, { maxLength: 40 }), (list) => {
      // Both engines cut towards zero, as BigInt does.
      const units = list.reduce((sum, value) => sum + value / ONE_E8, 0n);
      const fraction = list.reduce((sum, value) => sum + (value % ONE_E8), 0n);
      return joinSum(units.toString(), fraction.toString()) === list.reduce((sum, value) => sum + value, 0n);
    }));
  });

  test('REF-6: the cut is never above the exact product, and less than one unit below it', () => {
    fc.assert(fc.property(amount, bps, (base, rate) => {
      const exact = base * BigInt(rate);
      const cut = cutRate(base, rate) * 10_000n;
      return cut <= exact && exact - cut < 10_000n;
    }));
  });

  test('REF-6: the form without overflow comes to the same', () => {
    fc.assert(fc.property(amount, bps, (base, rate) => {
      const split = (base / 10_000n) * BigInt(rate) + ((base % 10_000n) * BigInt(rate)) / 10_000n;
      return split === cutRate(base, rate) && split <= MAX_E8;
    }));
  });

  test('REF-9: cut to 8 places, by the price of the reporting currency', () => {
    expect(valueAt(150_000_000n, 200_000_000n)).toBe(300_000_000n);
    expect(valueAt(100_000_000n, ONE_E8, 300_000_000n)).toBe(33_333_333n);
    expect([valueAt(ONE_E8, 0n), valueAt(ONE_E8, ONE_E8, 0n)]).toEqual([0n, null]);
    fc.assert(fc.property(amount, (value) => valueAt(value, ONE_E8) === value));
  });
});
