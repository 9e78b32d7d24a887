import type { PayoutResult } from '#contract/payouts';
import type { RunRow } from '#contract/runs';

/** The list of what a run wrote. */
export function rowsOfRun({ id, kind, day, month, result }: RunRow): string {
  if (kind === 'bonus') return `/bonuses?${new URLSearchParams({ filter: JSON.stringify({ run_id: id }) })}`;
  if (kind === 'payout') {
    const { batch_id } = result as Partial<PayoutResult>;
    return batch_id ? `/payouts/${batch_id}/show` : '/payouts';
  }
  const [list, filter] = kind === 'commission' ? ['commissions', { run_day: day }] : ['evaluations', { month }];
  return `/${list}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
