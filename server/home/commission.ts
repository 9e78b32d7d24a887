import type { Connection } from '../../db/statement.ts';
import { addDays, dayOf } from '../calendar.ts';
import { formatAmount, ONE_E8, valueAt } from '../money.ts';
import type { Home, HomeDay, HomeEarned } from './contract.ts';
import { pricesByDay, reasonsOfDay, totalsByDay, type DayTotal } from './store.ts';

const DAYS = 14;

/** The days that runs have covered, valued at each day's prices (REF-9); `coveredUntil` is the end of the last one, 0 for none. */
export async function commissionFigures(
  connection: Connection,
  coveredUntil: number,
): Promise<Pick<Home, 'commission_by_day' | 'earned_usdt' | 'reasons'>> {
  if (coveredUntil === 0) return { commission_by_day: [], earned_usdt: { last_day: '0', month_to_date: '0', unknown: 0 }, reasons: [] };
  const last = dayOf(coveredUntil - 1);
  const first = addDays(last, 1 - DAYS);
  const monthFirst = `${last.slice(0, 7)}-01`;
  const from = first < monthFirst ? first : monthFirst;
  const [totals, prices, reasons] = await Promise.all([
    totalsByDay(connection, from, last),
    pricesByDay(connection, from, last),
    reasonsOfDay(connection, last),
  ]);
  const valued = totals.map((total) => ({ ...total, value: valueOf(total, prices) }));
  const days = Array.from({ length: DAYS }, (_, place) => addDays(first, place));
  return {
    commission_by_day: days.map((day) => dayFigures(day, valued.filter((total) => total.day === day))),
    earned_usdt: earned(last, valued.filter((total) => total.day >= monthFirst)),
    reasons,
  };
}

type Valued = DayTotal & { value: bigint | null };

/** In USDT, cut to 8 places; null where the day has no price for the currency. */
function valueOf({ currency, day, amount }: DayTotal, prices: Map<string, bigint>): bigint | null {
  const price = currency === 'USDT' ? ONE_E8 : prices.get(`${currency} ${day}`);
  return price === undefined ? null : valueAt(amount, price);
}

function dayFigures(day: string, totals: Valued[]): HomeDay {
  return {
    day,
    records: totals.reduce((sum, total) => sum + total.records, 0),
    earning: totals.reduce((sum, total) => sum + total.earning, 0),
    totals: totals.filter((total) => total.amount !== 0n).map(({ currency, amount }) => ({ currency, amount: formatAmount(amount) })),
    earned_usdt: formatAmount(sumOf(totals)),
  };
}

function earned(last: string, ofMonth: Valued[]): HomeEarned {
  return {
    last_day: formatAmount(sumOf(ofMonth.filter((total) => total.day === last))),
    month_to_date: formatAmount(sumOf(ofMonth)),
    unknown: ofMonth.reduce((sum, total) => sum + (total.value === null ? total.earning : 0), 0),
  };
}

function sumOf(totals: Valued[]): bigint {
  return totals.reduce((sum, total) => sum + (total.value ?? 0n), 0n);
}
