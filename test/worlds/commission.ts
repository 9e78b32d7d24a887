/** The commission run read naively: one trade after the other, check by check (DOMAIN 6). */
import { decimal } from './decimals.ts';
import {
  API_EXCLUDED, coversProduct, DEFAULT_RATIO, familyOf, RATIO_CEILING, restrictedForFutures, TIER_RATES,
  VIP_EXCLUDED_FROM, WINDOW_DAYS,
} from './rulebook.ts';
import { misses, RUN_FEEDS } from './manifests.ts';
import { DAY_MS, dayStart, daysBetween, monthAfter } from './times.ts';
import {
  enrolmentAt, monthBeforeWaits, ratioAt, stateAt, tierAt,
  type Binding, type Enrolment, type NaiveRecord, type Trade, type World,
} from './world.ts';

/** Reason by check, in the order of REF-1. */
const REASONS = [
  'not_activated', 'enrolment_ended', 'suspended', 'window_expired', 'product_not_covered', 'api_trade',
  'vip_excluded', 'region_restricted', 'no_net_fee',
] as const;

/** Either every code for which the run is refused, or the records that it made (none if the day was covered). */
export type CommissionRun = { refused: string[] } | { covered: boolean; records: NaiveRecord[] };

/** REF-7. `now` is the clock when the run is started; null: long after everything. */
export function runCommission(world: World, day: string, now: number | null): CommissionRun {
  if (world.commissionDays.some((done) => done >= day)) return { covered: true, records: [] };
  const end = dayStart(day) + DAY_MS;
  const month = day.slice(0, 7);
  const refused: string[] = [];
  if (now !== null && now < end) refused.push('day_not_over');
  if (monthBeforeWaits(world, month, monthAfter(month, -1))) refused.push('evaluation_pending');
  const covered = world.commissionDays.reduce((last, done) => (done > last ? done : last), '');
  if (misses(world, RUN_FEEDS, (one) => one > covered && one <= day)) refused.push('feed_incomplete');
  if (refused.length > 0) return { refused };

  const records: NaiveRecord[] = [];
  for (const trade of world.trades) {
    if (trade.at >= end || world.records.some((r) => r.trade_id === trade.id)) continue;
    const binding = world.bindings.find((b) => b.invitee === trade.uid);
    if (binding !== undefined && trade.at >= binding.at) records.push(decide(world, trade, binding, day));
  }
  world.records.push(...records);
  world.commissionDays.push(day);
  return { covered: false, records };
}

function decide(world: World, trade: Trade, binding: Binding, day: string): NaiveRecord {
  const enrolment = enrolmentAt(world, binding.inviter, trade.at);
  const checks = ask(world, trade, binding, enrolment);
  const failed = checks.indexOf(false);
  const base = trade.fee - trade.offset;
  const rate = enrolment === null ? null : rateOf(world, trade, enrolment);
  // REF-6: the division of positive whole numbers cuts.
  const amount = failed >= 0 || rate === null ? 0n : (base * BigInt(rate)) / 10000n;
  return {
    trade_id: trade.id,
    inviter: binding.inviter,
    invitee: trade.uid,
    programme: enrolment?.programme ?? null,
    family: familyOf(trade.product),
    tier: enrolment === null || enrolment.programme === 'pro' ? null : tierAt(world, enrolment, trade.at),
    rate_bps: rate,
    base: decimal(base),
    amount: decimal(amount),
    currency: trade.currency,
    reason: failed < 0 ? null : REASONS[failed] ?? null,
    checks,
    run_day: day,
  };
}

function ask(world: World, trade: Trade, binding: Binding, enrolment: Enrolment | null): (boolean | null)[] {
  const at = trade.at;
  const activated = world.enrolments.some((e) => e.uid === binding.inviter && e.from <= at);
  if (!activated) return [false, null, null, null, null, null, null, null, null];
  const netFee = trade.fee - trade.offset > 0n;
  const notSuspended = true;
  if (enrolment === null) return [true, false, notSuspended, null, null, null, null, null, netFee];
  const programme = enrolment.programme;

  const windowDays = WINDOW_DAYS[programme];
  const inWindow = windowDays === null || daysBetween(binding.at, at) <= windowDays;
  const covered = coversProduct(programme, trade.product);
  const apiAllowed = !(API_EXCLUDED[programme] && trade.api);
  const vipLimit = VIP_EXCLUDED_FROM[programme];
  const vipAllowed = vipLimit === null || Number(stateAt(world, trade.uid, 'vip_level', at)) < vipLimit;
  const inviterCountry = stateAt(world, binding.inviter, 'country', at);
  const inviteeCountry = stateAt(world, trade.uid, 'country', at);
  const restricted =
    restrictedForFutures(programme, inviterCountry, at) || restrictedForFutures(programme, inviteeCountry, at);
  const regionAllowed = familyOf(trade.product) !== 'futures' || !restricted;
  return [true, true, notSuspended, inWindow, covered, apiAllowed, vipAllowed, regionAllowed, netFee];
}

/** REF-4. */
function rateOf(world: World, trade: Trade, enrolment: Enrolment): number | null {
  if (enrolment.programme !== 'pro') {
    return TIER_RATES[enrolment.programme][tierAt(world, enrolment, trade.at)] ?? null;
  }
  const family = familyOf(trade.product);
  const set = ratioAt(world, enrolment.uid, family, trade.at);
  return Math.min(set ?? DEFAULT_RATIO[family], RATIO_CEILING[family]);
}
