import { formatAmount, ONE_E8 } from '../../server/money.ts';
import { centsE8 } from './amounts.ts';
import type { At, DemoCalendar } from './calendar.ts';
import { stream } from './random.ts';
import type { Arrival } from './steps.ts';
import type { FeeCurrency } from './story.ts';

/** USDT is 1 by definition and has no price of its own (REF-9). */
export type PricedCurrency = Exclude<FeeCurrency, 'USDT'>;

/** The one price that never came: amounts in that currency of that day stay without value (REF-9). */
const missingPrice: { currency: PricedCurrency; at: At } = { currency: 'ETH', at: [11, 17] };

const firstPriceCents: Record<Exclude<PricedCurrency, 'BUSD'>, number> = {
  BTC: 64_250_00,
  ETH: 3_120_00,
  BNB: 585_00,
};

/** What a unit cost on a day, in 10^-8 USDT. */
export type PriceOf = (currency: FeeCurrency, day: string) => bigint;

function walk(currency: keyof typeof firstPriceCents, days: readonly string[]): Map<string, bigint> {
  const draws = stream('price', currency);
  let cents = firstPriceCents[currency];
  return new Map(days.map((day) => {
    cents = Math.floor((cents * (10_000 + draws.int(-210, 216))) / 10_000);
    return [day, centsE8(cents)];
  }));
}

function pegged(days: readonly string[]): Map<string, bigint> {
  const draws = stream('price', 'BUSD');
  return new Map(days.map((day) => [day, BigInt(draws.int(9_984, 10_011)) * 10_000n]));
}

/** The world's prices, the missing one too: the exchange knew it when it took the fee. */
export function demoPrices(calendar: DemoCalendar): PriceOf {
  const series: Record<PricedCurrency, Map<string, bigint>> = {
    BTC: walk('BTC', calendar.days),
    ETH: walk('ETH', calendar.days),
    BNB: walk('BNB', calendar.days),
    BUSD: pegged(calendar.days),
  };
  return (currency, day) => {
    if (currency === 'USDT') return ONE_E8;
    const price = series[currency].get(day);
    if (price === undefined) throw new Error(`no price of ${currency} on ${day}`);
    return price;
  };
}

/** The prices feed: every priced currency every day, but for the missing one. */
export function priceArrivals(calendar: DemoCalendar, priceOf: PriceOf): Arrival<'prices'>[] {
  const gap = calendar.day(missingPrice.at);
  const currencies: PricedCurrency[] = ['BTC', 'ETH', 'BNB', 'BUSD'];
  return calendar.days.flatMap((day) => currencies
    .filter((currency) => !(currency === missingPrice.currency && day === gap))
    .map((currency) => ({ day, row: { currency, day, usdt: formatAmount(priceOf(currency, day)) } })));
}
