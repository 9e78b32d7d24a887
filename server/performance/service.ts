import type { Connection } from '../../db/statement.ts';
import { accountsByUid } from '../accounts/by-uid.ts';
import { affiliateDetail } from '../affiliates/detail.ts';
import { dayOf, FOREVER, isDay } from '../calendar.ts';
import { readHead } from '../engine/head.ts';
import { known } from '../known.ts';
import type { Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Family, ReportingCurrency } from '../rulebooks/contract.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import type { Income, IncomeMonths, IncomeMonthsQuery, IncomeQuery, PerformedBy, Performance, PerformanceQuery, ReferralGrowth, ReferralGrowthQuery, View } from './contract.ts';
import { coveredText, figuresOf, growthOf, spanOf, within, type Counted } from './figures.ts';
import { firstIncomeDay, incomeRows } from './income.ts';
import { boundByCountry, boundIn, tradedInPeriods, tradedInSpan, type ReferralCounts } from './people.ts';
import { monthsWithin, periodsOf, type Period, type Periods } from './periods.ts';
import { earnedSums, type Scope } from './store.ts';

/** Who asks, and when. */
export interface Asked {
  role: Role;
  now: number;
}

/** DSH-1: the figures of the house or of one affiliate by week, month or in total. Throws bad_request, not_found. */
export async function performanceOf(connection: Connection, query: PerformanceQuery, asked: Asked): Promise<Performance> {
  const periods = asPeriods(query, asked.now);
  const { affiliate, scope, cut_at } = await scopeOf(connection, query, asked);
  const own_currency = await reportingCurrency(connection, affiliate, asked.now);
  const currency = query.currency ?? own_currency;
  const { covered_until } = await readHead(connection);
  const family = query.family ?? null;
  const counted = await count(connection, { scope, currency, family, covered_until }, periods);
  const shown = periods.before === null ? counted : counted.slice(1);
  return {
    affiliate,
    view: query.view,
    cut_at,
    grain: query.grain,
    family,
    currency,
    own_currency,
    covered_until: coveredText(covered_until),
    periods: shown.map((one) => figuresOf(one, counted[counted.indexOf(one) - 1] ?? null, family, covered_until, asked.now)),
  };
}

interface Counting {
  scope: Scope;
  currency: ReportingCurrency;
  family: Family | null;
  covered_until: number;
}

/** Each period, the one before the first in front where there is one. */
async function count(connection: Connection, { scope, currency, family, covered_until }: Counting, { before, list }: Periods): Promise<Counted[]> {
  const all = before === null ? list : [before, ...list];
  const [first, last] = [spanOf(all[0] as Period), spanOf(all.at(-1) as Period)];
  const span = { from: first.from, until: last.until };
  const sums = (await earnedSums(connection, scope, span, currency)).filter((one) => family === null || one.family === family);
  const bound = await boundIn(connection, scope, all.map(spanOf), null);
  const whole = all.filter((period) => period.key !== null && spanOf(period).until <= scope.cut);
  const traded = await tradedInPeriods(connection, scope, whole.map(({ key }) => key as string));
  const counted: Counted[] = [];
  for (const [place, period] of all.entries()) {
    const own = spanOf(period);
    counted.push({
      period,
      sums: within(sums, own),
      referrals: bound[place] as ReferralCounts,
      traded: (whole.includes(period) ? traded.get(period.key as string) : null) ?? (await tradedInSpan(connection, scope, own, covered_until)),
    });
  }
  return counted;
}

/** DSH-2: how many were bound, over time and by the country they registered from. Throws bad_request, not_found. */
export async function referralGrowth(connection: Connection, query: ReferralGrowthQuery, asked: Asked): Promise<ReferralGrowth> {
  const { before, list } = asPeriods(query, asked.now);
  const { scope, cut_at } = await scopeOf(connection, query, asked);
  const span = { from: spanOf(list[0] as Period).from, until: spanOf(list.at(-1) as Period).until };
  const all = before === null ? list : [before, ...list];
  const bound = await boundIn(connection, scope, all.map(spanOf), query.country ?? null);
  const counts = all.map((period, place) => ({ period, ...(bound[place] as ReferralCounts) }));
  const against = (now: number, other: number | undefined): number | null => growthOf(BigInt(now), other === undefined ? null : BigInt(other));
  return {
    affiliate: query.affiliate ?? null,
    view: query.view,
    cut_at,
    grain: query.grain,
    country: query.country ?? null,
    periods: counts.slice(before === null ? 0 : 1).map(({ period, ...now }) => {
      const last = counts[counts.findIndex((one) => one.period === period) - 1];
      return {
        period: period.name, from: period.from, to: period.to, complete: spanOf(period).until <= asked.now, ...now,
        growth: { new: against(now.new, last?.new), all: against(now.all, last?.all) },
      };
    }),
    countries: await boundByCountry(connection, scope, span, query.country ?? null),
  };
}

/** DSH-3: where the income of a span stands, by family, kind, status and currency. Throws bad_request, not_found. */
export async function incomeOf(connection: Connection, query: IncomeQuery, asked: Asked): Promise<Income> {
  const [period] = asPeriods({ ...query, grain: 'total' }, asked.now).list as [Period];
  const { scope, cut_at } = await scopeOf(connection, query, asked);
  return {
    affiliate: query.affiliate ?? null,
    view: query.view,
    cut_at,
    from: period.from,
    to: period.to,
    rows: await incomeRows(connection, scope, spanOf(period), query.family ?? null, asked.now),
  };
}

/** DSH-3 of the house, month by month: what the list cannot show at once. Throws bad_request. */
export async function incomeByMonth(connection: Connection, query: IncomeMonthsQuery, asked: Asked): Promise<IncomeMonths> {
  const [{ from, to }] = asPeriods({ ...query, grain: 'total' }, asked.now).list as [Period];
  const months: IncomeMonths['months'] = [];
  for (const month of monthsWithin(from ?? (await firstIncomeDay(connection)) ?? to, to).reverse()) {
    const rows = await incomeRows(connection, { accountId: null, cut: FOREVER }, spanOf(month), query.family ?? null, asked.now);
    if (rows.length > 0) months.push({ month: month.name, affiliate: null, view: 'staff', cut_at: null, from: month.from, to: month.to, rows });
  }
  return { months };
}

function asPeriods({ from, to, grain }: { from?: string | undefined; to?: string | undefined; grain: PerformanceQuery['grain'] }, now: number): Periods {
  for (const [field, day] of Object.entries({ from, to })) {
    if (day !== undefined && !isDay(day)) throw new Refusal('bad_request', { field }, `${field} is no day, such as 2026-03-11.`);
  }
  return periodsOf(grain, from, to ?? dayOf(now));
}

interface Scoped {
  affiliate: PerformedBy | null;
  scope: Scope;
  cut_at: string | null;
}

async function scopeOf(connection: Connection, { affiliate: uid, view }: { affiliate?: string | undefined; view: View }, asked: Asked): Promise<Scoped> {
  if (uid === undefined) {
    if (view === 'affiliate') throw new Refusal('bad_request', { field: 'view' }, 'view=affiliate is of one affiliate.');
    return { affiliate: null, scope: { accountId: null, cut: FOREVER }, cut_at: null };
  }
  const account = (await accountsByUid(connection, [uid])).get(uid);
  if (!account) throw new Refusal('not_found');
  const { programme, ended_at, referral_code, links, ratios } = await affiliateDetail(connection, uid, asked.role, asked.now, asked.now);
  const cut_at = view === 'affiliate' ? ended_at : null;
  return {
    affiliate: { uid, programme, ended_at, referral_code, links, ratios },
    scope: { accountId: account.id, cut: cut_at === null ? FOREVER : Date.parse(cut_at) },
    cut_at,
  };
}

/** REF-9: the programme's own; the house is in USDT. */
async function reportingCurrency(connection: Connection, affiliate: PerformedBy | null, now: number): Promise<ReportingCurrency> {
  if (!affiliate?.programme) return 'USDT';
  return known(rulebookAt(await approvedRulebooks(connection), affiliate.programme, now), 'rulebook in force').document.reporting_currency;
}
