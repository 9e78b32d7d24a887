import { formatAmount, ONE_E8 } from '../../server/money.ts';
import type { Product, Programme } from '../../server/rulebooks/contract.ts';
import { centsE8, usdt } from './amounts.ts';
import { instantOf } from './calendar.ts';
import { datedId, dayCounter } from './milestones.ts';
import type { PlannedTrade } from './plan.ts';
import type { PriceOf } from './prices.ts';
import { stream } from './random.ts';
import type { Stream } from './random.ts';
import type { Arrival, DemoRows } from './steps.ts';
import type { FeeCurrency } from './story.ts';

/** What the clients of each programme's affiliates like to trade; mining is planned apart. */
const tastes: Record<Programme, Partial<Record<Product, number>>> = {
  referral: { spot: 46, margin: 12, futures_usdt: 20, futures_coin: 6, onchain: 5, copy: 6, strategy: 5 },
  partner: { spot: 20, margin: 8, futures_usdt: 50, futures_coin: 15, strategy: 7 },
  pro: { spot: 38, margin: 10, futures_usdt: 28, futures_coin: 8, onchain: 4, copy: 7, strategy: 5 },
};

/** The fee of each product in tenths of a basis point of the volume. */
const feeRates: Record<Product, bigint> = {
  spot: 100n, margin: 100n, futures_usdt: 50n, futures_coin: 50n, onchain: 150n, copy: 60n, strategy: 80n,
  mining: 2_500n,
};

/** Share of trades that come through the API, in percent. */
const apiShare: Record<Programme, number> = { referral: 5, partner: 20, pro: 14 };

function feeCurrency(draws: Stream, product: Product, taste: Programme): FeeCurrency {
  if (product === 'mining') return 'BTC';
  if (product === 'futures_coin') return draws.weighted({ BTC: 60, ETH: 40 });
  if (product === 'spot') return draws.weighted({ USDT: 62, BNB: 28, BUSD: taste === 'pro' ? 10 : 0 });
  return product === 'margin' ? draws.weighted({ USDT: 80, BNB: 20 }) : 'USDT';
}

/** The fee in units of its currency, cut; who pays in BNB gets a quarter off. */
function feeE8(volume: number, product: Product, currency: FeeCurrency, price: bigint): bigint {
  const inUsdt = (centsE8(volume) * feeRates[product] * (currency === 'BNB' ? 75n : 100n)) / 10_000_000n;
  return (inUsdt * ONE_E8) / price;
}

/** The part of a fee that a bonus or voucher covers: mostly none, at times all (REF-3). */
function offsetE8(draws: Stream, fee: bigint): bigint {
  if (draws.chance(2)) return fee;
  return draws.chance(8) ? (fee * BigInt(draws.int(10, 60))) / 100n : 0n;
}

function tradeRow(trade: PlannedTrade, id: string, uid: string, priceOf: PriceOf): DemoRows['trades'] {
  const draws = stream('trade', trade.who, trade.day, trade.ms);
  const product = trade.product ?? draws.weighted(tastes[trade.taste]);
  const currency = trade.currency ?? feeCurrency(draws, product, trade.taste);
  const fee = feeE8(trade.volume, product, currency, priceOf(currency, trade.day));
  const viaApi = draws.chance(apiShare[trade.taste]) && product !== 'mining' && !trade.plain;
  return {
    trade_id: id,
    uid,
    executed_at: instantOf(trade.day, trade.ms),
    product,
    volume_usdt: usdt(trade.volume),
    fee: formatAmount(fee),
    fee_offset: formatAmount(trade.plain ? 0n : offsetE8(draws, fee)),
    fee_currency: currency,
    via_api: `${viaApi}`,
  };
}

/** The trades feed, in the order of execution; ids count up day by day. */
export function tradeArrivals(
  planned: readonly PlannedTrade[], uidOf: (key: string) => string, priceOf: PriceOf,
): Arrival<'trades'>[] {
  const count = dayCounter();
  return [...planned]
    .sort((one, other) => (one.day === other.day ? one.ms - other.ms : one.day < other.day ? -1 : 1))
    .map((trade) => ({
      day: trade.arrives ?? trade.day,
      row: tradeRow(trade, datedId('T', trade.day, count(trade.day), 6), uidOf(trade.who), priceOf),
    }));
}
