import type { CommissionRow } from '#contract/commissions';
import { signOf } from '../fields/decimal.ts';

/** Whether there is something to take back: not in a record that earned nothing, nor in a reversal (PAY-4). */
export function isReversible({ kind, amount }: Pick<CommissionRow, 'kind' | 'amount'>): boolean {
  return kind !== 'reversal' && signOf(amount) > 0;
}
