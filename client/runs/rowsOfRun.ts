import type { PayoutResult } from '#contract/payouts';
import type { RunRow } from '#contract/runs';
import { listPath } from '../list/listPath.ts';

export interface Which {
  reason?: string | string[] | null;
  currency?: string;
  outcome?: string;
}

/** The list of what a run wrote; with `which`, of the rows behind one of its figures. */
export function rowsOfRun({ id, kind, day, month, result }: RunRow, which: Which = {}): string {
  const shown = Object.entries(which).flatMap(([field, value]) => (typeof value === 'string' ? [field] : []));
  if (kind === 'bonus') return listPath('bonuses', { run_id: id, ...which }, shown);
  if (kind === 'evaluation') return listPath('evaluations', { month, ...which }, shown);
  if (kind === 'commission') return listPath('commissions', { kind: 'commission', run_day: day, ...which }, shown);
  const { batch_id } = result as Partial<PayoutResult>;
  return batch_id ? `/payouts/${batch_id}/show` : '/payouts';
}
