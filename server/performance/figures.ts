import { DAY_MS, dayEnd, dayStart, FOREVER, formatInstantOrNull } from '../calendar.ts';
import { formatAmount } from '../money.ts';
import { families, type Family } from '../rulebooks/contract.ts';
import { NO_FAMILY, type Earned, type FamilyOrNone, type Growth, type PeriodFigures } from './contract.ts';
import type { ReferralCounts, TradedCounts } from './people.ts';
import { EVER, type Period } from './periods.ts';
import type { EarnedSum, Span } from './store.ts';

/** How the figures of DSH-1 are put together from sums that were read: no questions are asked here. */

export function spanOf({ from, to }: Period): Span {
  return { from: from === null ? -FOREVER : dayStart(from), until: dayEnd(to) };
}

export function within<Row extends { at: number }>(list: readonly Row[], { from, until }: Span): Row[] {
  return list.filter(({ at }) => at >= from && at < until);
}

/** REF-9: a sum adds what has a price and says how many have none. */
function earnedOf(list: readonly EarnedSum[]): Earned {
  const byCurrency = new Map<string, { amount: bigint; records: number }>();
  let [value, known, unknown, records] = [0n, list.length === 0, 0, 0];
  for (const one of list) {
    const sum = byCurrency.get(one.currency) ?? { amount: 0n, records: 0 };
    byCurrency.set(one.currency, { amount: sum.amount + one.amount, records: sum.records + one.records });
    records += one.records;
    if (one.value === null && one.records > 0) unknown += one.records;
    else {
      value += one.value ?? 0n;
      known = true;
    }
  }
  return {
    amount: known ? formatAmount(value) : null,
    unknown,
    records,
    totals: [...byCurrency].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => ({ currency, amount: formatAmount(sum.amount), records: sum.records })),
  };
}

/** What stands apart from the family asked for is left out. */
function earnedByFamily(list: readonly EarnedSum[], family: Family | null): Partial<Record<FamilyOrNone, Earned>> {
  const named: FamilyOrNone[] = family === null ? [...families, NO_FAMILY] : [family];
  return Object.fromEntries(named.map((name) => [name, earnedOf(list.filter((one) => (one.family === '' ? NO_FAMILY : one.family) === name))]));
}

/** In basis points, cut; null where there is nothing to compare with. */
export function growthOf(now: bigint | null, before: bigint | null): number | null {
  if (now === null || before === null || before === 0n) return null;
  const size = before < 0n ? -before : before;
  const growth = ((now - before) * 10_000n) / size;
  return growth > BigInt(Number.MAX_SAFE_INTEGER) || growth < -BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(growth);
}

export interface Counted {
  period: Period;
  sums: EarnedSum[];
  referrals: ReferralCounts;
  traded: TradedCounts;
}

/** `coveredUntil`: what runs have decided on; a period that ends later, or after now, is not complete. */
export function figuresOf(now: Counted, before: Counted | null, family: Family | null, coveredUntil: number, at: number): PeriodFigures {
  const { period, sums, referrals } = now;
  const { until } = spanOf(period);
  const commission = earnedOf(sums);
  const traded = only(now.traded, family);
  return {
    period: period.name,
    from: period.from,
    to: period.to,
    complete: until <= coveredUntil && until <= at,
    commission,
    by_family: earnedByFamily(sums, family),
    referrals,
    traded,
    growth: growthAgainst(now, before, commission, traded),
    traded_key: period.key ?? (period.from === null && until >= coveredUntil ? EVER : null),
  };
}

function growthAgainst(now: Counted, before: Counted | null, commission: Earned, traded: TradedCounts): Growth {
  const count = (own: number, other: number | undefined): number | null => growthOf(BigInt(own), other === undefined ? null : BigInt(other));
  return {
    commission: before === null ? null : growthOf(exact(commission, now.sums), exact(earnedOf(before.sums), before.sums)),
    new_referrals: count(now.referrals.new, before?.referrals.new),
    all_referrals: count(now.referrals.all, before?.referrals.all),
    traded: Object.fromEntries(Object.entries(traded).map(([family, n]) => [family, count(n ?? 0, before?.traded[family as Family])])),
  };
}

/** The sum, where nothing of it is unknown. */
function exact(earned: Earned, sums: readonly EarnedSum[]): bigint | null {
  return earned.unknown > 0 ? null : sums.reduce((total, { value }) => total + (value ?? 0n), 0n);
}

function only(traded: TradedCounts, family: Family | null): TradedCounts {
  return family === null ? traded : { [family]: traded[family] ?? 0 };
}

export function coveredText(coveredUntil: number): string | null {
  return coveredUntil < DAY_MS ? null : formatInstantOrNull(coveredUntil);
}
