import { z } from 'zod';
import type { ReferralLinks } from '../affiliates/contract.ts';
import { MAX_FILTER_DAYS } from '../commissions/contract.ts';
import { families, reportingCurrencies, type Family, type Programme, type ReportingCurrency } from '../rulebooks/contract.ts';

export const grains = ['week', 'month', 'total'] as const;
export type Grain = (typeof grains)[number];

/** `affiliate`: what lies before the enrolment's end, as the affiliate sees it; `staff`: everything (DSH-1). */
export const views = ['staff', 'affiliate'] as const;
export type View = (typeof views)[number];

/** The most periods that one answer holds. */
export const MAX_PERIODS = 120;
/** Periods that are answered where no `from` is given. */
export const DEFAULT_PERIODS = 12;

const span = {
  affiliate: z.string().min(1).max(64).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  view: z.enum(views).default('staff'),
};

/** `GET /api/performance`: days `from` to `to`, both included; weeks and months are those that have a day of them, and count whole. */
export const performanceQuery = z.strictObject({
  ...span,
  grain: z.enum(grains).default('month'),
  family: z.enum(families).optional(),
  currency: z.enum(reportingCurrencies).optional(),
});
export type PerformanceQuery = z.infer<typeof performanceQuery>;

export const referralGrowthQuery = z.strictObject({
  ...span,
  grain: z.enum(grains).default('month'),
  country: z.string().regex(/^[A-Z]{2}$/).optional(),
});
export type ReferralGrowthQuery = z.infer<typeof referralGrowthQuery>;

export const incomeQuery = z.strictObject({ ...span, family: z.enum(families).optional() });
export type IncomeQuery = z.infer<typeof incomeQuery>;

/** `GET /api/performance/income/months`: the income of the house by calendar month, the first and the last cut to the span. */
export const incomeMonthsQuery = incomeQuery.omit({ affiliate: true, view: true });
export type IncomeMonthsQuery = z.infer<typeof incomeMonthsQuery>;

export interface EarnedSum {
  currency: string;
  amount: string;
  records: number;
}

/**
 * What was earned, in the reporting currency: the sum of what has a price, null where nothing of it has one. `unknown`: how many
 * records have none (REF-9). `totals` are the amounts themselves, exact, by currency.
 */
export interface Earned {
  amount: string | null;
  unknown: number;
  records: number;
  totals: EarnedSum[];
}

/** What has no family of products: bonuses. */
export const NO_FAMILY = 'none';
export type FamilyOrNone = Family | typeof NO_FAMILY;

/** Against the period before, in basis points; null where there is none, it was zero, or a price is missing in either. */
export interface Growth {
  commission: number | null;
  new_referrals: number | null;
  all_referrals: number | null;
  traded: Partial<Record<Family, number | null>>;
}

/** A week `2026-W11`, a month `2026-03`, or `total`; days, both included. A period that is not over yet is not `complete`. */
export interface PeriodFigures {
  period: string;
  from: string | null;
  to: string;
  complete: boolean;
  commission: Earned;
  by_family: Partial<Record<FamilyOrNone, Earned>>;
  referrals: { new: number; all: number };
  /** Referrals with at least one trade, earning or not, that a run has decided on. */
  traded: Partial<Record<Family, number>>;
  growth: Growth;
  /** How the lists ask for the people behind `traded`; null where the span is no whole period. */
  traded_key: string | null;
}

export interface PerformedBy {
  uid: string;
  programme: Programme | null;
  ended_at: string | null;
  referral_code: string | null;
  links: ReferralLinks | null;
  ratios: Partial<Record<Family, number>> | null;
}

/** `cut_at`: the instant from which on nothing is counted, in the affiliate's view of an ended enrolment. */
export interface Performance {
  affiliate: PerformedBy | null;
  view: View;
  cut_at: string | null;
  grain: Grain;
  family: Family | null;
  currency: ReportingCurrency;
  /** The one that the programme reports in, where no other is asked for. */
  own_currency: ReportingCurrency;
  /** Up to when runs have decided on trades. */
  covered_until: string | null;
  periods: PeriodFigures[];
}

export interface ReferralPeriod {
  period: string;
  from: string | null;
  to: string;
  complete: boolean;
  new: number;
  all: number;
  growth: { new: number | null; all: number | null };
}

/** By the country that each registered from; `new`: bound in the whole span, `all`: up to its end. */
export interface CountryReferrals {
  country: string;
  new: number;
  all: number;
}

export interface ReferralGrowth {
  affiliate: string | null;
  view: View;
  cut_at: string | null;
  grain: Grain;
  country: string | null;
  periods: ReferralPeriod[];
  countries: CountryReferrals[];
}

/** Where the income of a family stands; `open` of the whole house holds also what is held. */
export interface IncomeRow {
  family: FamilyOrNone;
  kind: string;
  status: string;
  currency: string;
  records: number;
  amount: string;
}

export interface Income {
  affiliate: string | null;
  view: View;
  cut_at: string | null;
  from: string | null;
  to: string;
  rows: IncomeRow[];
}

/** Latest first; months without income are not there. */
export interface IncomeMonths {
  months: (Income & { month: string })[];
}

/** What a figure is about, as its answer says it. */
export interface Counted {
  affiliate: string | null;
  from: string | null;
  to: string;
  cut_at: string | null;
}

export type RowFilter = Record<string, string | string[] | null>;

const DAY_MS = 86_400_000;

function spanFilter(field: string, { from, to, cut_at }: Counted): RowFilter {
  const end = new Date(Date.parse(`${to}T00:00:00.000Z`) + DAY_MS).toISOString();
  return {
    ...(from === null ? {} : { [`${field}_gte`]: `${from}T00:00:00.000Z` }),
    [`${field}_lt`]: cut_at !== null && cut_at < end ? cut_at : end,
  };
}

/** The referrals bound in the span; with `from` null all up to its end. */
export function referralsBehind(counted: Counted, country: string | null = null): RowFilter {
  return {
    ...(counted.affiliate === null ? {} : { inviter_uid: counted.affiliate }),
    ...spanFilter('bound_at', counted),
    ...(country === null ? {} : { registered_country: country }),
  };
}

/** Those of them that traded in the span, by the key of a whole period where it is one; null where the affiliate's view ends within it. */
export function tradersBehind(counted: Counted, family: Family, key: string | null): RowFilter | null {
  const end = `${counted.to}T23:59:59.999Z`;
  if (counted.cut_at !== null && counted.cut_at <= end) return null;
  const when = key ?? `${counted.from ?? ''}..${counted.to}`;
  return { ...(counted.affiliate === null ? {} : { inviter_uid: counted.affiliate }), traded: `${family} ${when}`.trim() };
}

/** The list of the whole house can walk by instant alone, and by more than that over `MAX_FILTER_DAYS` days: it refuses to read more. */
function isTooLong({ affiliate, from, to }: Counted): boolean {
  const days = from === null ? Infinity : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return affiliate === null && days > MAX_FILTER_DAYS;
}

/** The records of the span, those that earn nothing too: they add nothing. Null where the list would have to read too many. */
export function recordsBehind(counted: Counted, more: RowFilter = {}): RowFilter | null {
  if (Object.keys(more).length > 0 && isTooLong(counted)) return null;
  return { ...(counted.affiliate === null ? {} : { inviter_uid: counted.affiliate }), ...spanFilter('executed_at', counted), ...more };
}

/** The records behind a row of the income: those that earn. What is open of the whole house may be held. */
export function incomeBehind(income: Income, { family, kind, status, currency }: IncomeRow): RowFilter | null {
  const open = status === 'open' && income.affiliate === null;
  return recordsBehind(income, { ...familyFilter(family), kind, currency, status: open ? ['open', 'held'] : status, reason: null });
}

/** The list's family of what stands in none. */
export function familyFilter(family: FamilyOrNone): RowFilter {
  return { family: family === NO_FAMILY ? null : family };
}
