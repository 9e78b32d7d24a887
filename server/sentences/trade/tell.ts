import { DAY_MS } from '../../calendar.ts';
import { products, type Product } from '../../rulebooks/contract.ts';
import type { ZeroReason } from '../../commissions/contract.ts';
import type { DecidedTrade, TradeFacts } from '../../explanations/decided.ts';
import type { NoRecordReason } from '../../explanations/contract.ts';
import type { Told } from '../wording.ts';
import type { TradeCases } from './cases.ts';

/** What is told of a trade with a record; null: all checks passed. */
export function tellDecided(reason: ZeroReason | null, trade: DecidedTrade): Told<TradeCases> {
  const at = trade.executed_at;
  switch (reason) {
    case null:
      return tellEarned(trade);
    case 'not_activated':
    case 'suspended':
    case 'api_trade':
    case 'vip_excluded':
      return { tells: reason, facts: { at } };
    case 'enrolment_ended':
      return { tells: reason, facts: { at, first_activated_at: known(trade.activated_at, 'activated_at') } };
    case 'window_expired':
      return tellWindow(trade);
    case 'product_not_covered': {
      // Covered in general, so it is the recall that leaves it out (BIN-9).
      const recall = trade.covered === 1 && trade.binding_kind === 'recall';
      return { tells: recall ? 'recall_not_covered' : reason, facts: { at, product: productOf(trade) } };
    }
    case 'region_restricted':
      return { tells: reason, facts: { at, product: productOf(trade) } };
    case 'no_net_fee':
      return trade.fee_e8 === 0n
        ? { tells: 'no_fee', facts: { at, currency: trade.currency } }
        : { tells: 'fee_offset', facts: { at, fee: trade.fee_e8, currency: trade.currency } };
  }
}

/** What is told of a trade without a record. */
export function tellUnrecorded(reason: NoRecordReason, trade: TradeFacts): Told<TradeCases> {
  const at = trade.executed_at;
  if (reason !== 'before_binding') return { tells: reason, facts: { at } };
  const bound_at = known(trade.bound_at, 'bound_at');
  const same_second = Math.floor(bound_at / 1000) === Math.floor(at / 1000);
  return { tells: reason, facts: { at, bound_at, same_second } };
}

function tellEarned(trade: DecidedTrade): Told<TradeCases> {
  const rate_bps = known(trade.rate_bps, 'rate_bps');
  const sum = { at: trade.executed_at, base: trade.base_e8, rate_bps, currency: trade.currency };
  if (rate_bps === 0) return { tells: 'earned_at_no_rate', facts: sum };
  if (trade.amount_e8 === 0n) return { tells: 'earned_below_unit', facts: sum };
  const cut = (trade.base_e8 * BigInt(rate_bps)) % 10_000n !== 0n;
  return { tells: 'earned', facts: { ...sum, amount: trade.amount_e8, cut } };
}

function tellWindow(trade: DecidedTrade): Told<TradeCases> {
  const start_at = trade.window_start_at;
  const last_at = start_at + known(trade.window_days, 'window_days') * DAY_MS;
  return {
    tells: trade.binding_kind === 'recall' ? 'window_after_recall' : 'window_after_opening',
    facts: { at: trade.executed_at, start_at, last_at },
  };
}

function productOf(trade: DecidedTrade): Product {
  return known(products.find((product) => product === trade.product), 'product');
}

/** The statement cannot give this reason without the fact; a sentence with a hole would be a guess. */
function known<T>(fact: T | null | undefined, name: string): T {
  if (fact === null || fact === undefined) throw new Error(`the ${name} that the reason rests on is missing`);
  return fact;
}
