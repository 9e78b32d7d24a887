import { formatAmount } from '../../money.ts';
import type { Form, Wording } from './wording.ts';

/** The formatters of one language, made once. */
export function formOf(wording: Wording): Form {
  const { locale } = wording;
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const clock = { timeZone: 'UTC', hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const seconds = new Intl.DateTimeFormat(locale, clock);
  const milliseconds = new Intl.DateTimeFormat(locale, { ...clock, fractionalSecondDigits: 3 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 8 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return {
    day: (at) => day.format(at),
    moment: (at, precise = false) => wording.moment(day.format(at), (precise ? milliseconds : seconds).format(at)),
    // A decimal in text is formatted digit by digit; as a number it would be rounded to a double.
    money: (amount, currency) => `${decimal.format(formatAmount(amount) as Intl.StringNumericLiteral)} ${currency}`,
    // A basis point is 10,000 units of 10^-8.
    rate: (bps) => percent.format(formatAmount(BigInt(bps) * 10_000n) as Intl.StringNumericLiteral),
    product: (product) => wording.products[product],
  };
}
