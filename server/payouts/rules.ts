import { dayEnd, HOUR_MS } from '../calendar.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { CurrencySum } from '../commissions/contract.ts';
import { DEADLINE_HOURS, payoutLineStates, type PayoutLineState, type PayoutRow, type PayoutState } from './contract.ts';

/** PAY-1: 05:00 UTC of the day after. */
export function deadlineOf(day: string): number {
  return dayEnd(day) + DEADLINE_HOURS * HOUR_MS;
}

/** Lines of one batch that are alike in state and currency; `confirmed_at` is the latest of them. */
export interface LineGroup {
  state: PayoutLineState;
  currency: string;
  lines: number;
  units: string;
  fraction: string;
  confirmed_at: number | null;
}

/** Sums by currency in the order of their names. */
export function currencySums(groups: { currency: string; units: string; fraction: string }[]): CurrencySum[] {
  const sums = new Map<string, bigint>();
  for (const { currency, units, fraction } of groups) sums.set(currency, (sums.get(currency) ?? 0n) + joinSum(units, fraction));
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: formatAmount(amount) }));
}

/** What a batch shows of its lines at an instant. */
export function figuresOf(
  batch: { state: PayoutState; deadline_at: number },
  groups: LineGroup[],
  at: number,
): Pick<PayoutRow, 'totals' | 'line_states' | 'progress' | 'kept'> {
  const count = (...states: PayoutLineState[]): number =>
    groups.filter((group) => states.includes(group.state)).reduce((sum, group) => sum + group.lines, 0);
  const all = count(...payoutLineStates);
  return {
    totals: currencySums(groups),
    line_states: payoutLineStates
      .map((status) => ({ status, own: groups.filter((group) => group.state === status) }))
      .filter(({ own }) => own.length > 0)
      .map(({ status, own }) => ({ status, lines: count(status), totals: currencySums(own) })),
    progress: all === 0 ? 1 : count('paid', 'failed', 'withdrawn') / all,
    kept: isKept(batch, groups, at),
  };
}

/** PAY-1: whether every line that was to go out was confirmed paid by the deadline; null while that is open. */
function isKept(batch: { state: PayoutState; deadline_at: number }, groups: LineGroup[], at: number): boolean | null {
  if (groups.some(({ state, confirmed_at }) => state === 'failed' || (confirmed_at ?? 0) > batch.deadline_at)) return false;
  if (batch.state === 'paid') return true;
  return at > batch.deadline_at ? false : null;
}
