import { formatAmount, joinSum } from '../money.ts';
import type { CommissionResult } from '../runs/contract.ts';

/** What a statement says of a set of decided trades, by reason and currency ('' earns). */
export interface TallyRow {
  reason: string;
  currency: string;
  records: number;
  units: string;
  fraction: string;
}

/** Columns of a TallyRow over records or decided trades. */
export const tallyColumns = `reason, currency, count(*) AS records,
  CAST(sum(amount_e8 / 100000000) AS TEXT) AS units, CAST(sum(amount_e8 % 100000000) AS TEXT) AS fraction`;

/** Figures of a run so far, kept in its row; amounts as e8 text so that chunks add up exactly. */
export interface Tally {
  trades: number;
  earning: number;
  by_reason: Record<string, number>;
  totals: Record<string, string>;
}

export const emptyTally: Tally = { trades: 0, earning: 0, by_reason: {}, totals: {} };

export function addTally(tally: Tally, list: TallyRow[]): Tally {
  const sum: Tally = { trades: tally.trades, earning: tally.earning, by_reason: { ...tally.by_reason }, totals: { ...tally.totals } };
  for (const item of list) {
    sum.trades += item.records;
    if (item.reason === '') {
      sum.earning += item.records;
      sum.totals[item.currency] = (BigInt(sum.totals[item.currency] ?? '0') + joinSum(item.units, item.fraction)).toString();
    } else sum.by_reason[item.reason] = (sum.by_reason[item.reason] ?? 0) + item.records;
  }
  return sum;
}

export function resultOf(tally: Tally, day: string, runId: number | null): CommissionResult {
  return {
    day,
    run_id: runId === null ? null : String(runId),
    trades: tally.trades,
    earning: tally.earning,
    zero: tally.trades - tally.earning,
    by_reason: Object.fromEntries(Object.entries(tally.by_reason).sort(([a], [b]) => (a < b ? -1 : 1))),
    totals: Object.entries(tally.totals)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, amount]) => ({ currency, amount: formatAmount(BigInt(amount)) })),
  };
}
