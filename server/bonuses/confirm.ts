import { dialectOf } from '../../db/connection.ts';
import { rows, type Transaction } from '../../db/statement.ts';
import type { BonusState } from './contract.ts';
import { moveBonuses } from './totals.ts';

/** What the other system says of a voucher or of trial funds (CONTRACT 1). */
export interface BonusConfirmation {
  bonus_id: number;
  status: 'distributed' | 'failed';
  at: number;
  reference: string;
}

export interface ConfirmableBonus {
  id: number;
  state: BonusState;
  distributed_at: number | null;
  reference: string | null;
}

/** Those of the bonuses that are no cash: that is confirmed with its payout line (CAM-6). */
export function confirmableBonuses(transaction: Transaction, ids: number[]): Promise<ConfirmableBonus[]> {
  return rows(
    transaction,
    `SELECT n.id, n.state, n.distributed_at, n.reference FROM bonuses n WHERE n.reward <> 'cash' AND n.id IN (SELECT s.id FROM {{ids}} s)`,
    { ids: JSON.stringify(ids.map((id) => ({ id }))) },
    { ids: dialectOf(transaction).rowset('ids', { id: 'integer' }) },
  );
}

/** Each once: what is confirmed either way stays so, and what failed is free for the budget again. */
export async function confirmBonuses(transaction: Transaction, list: BonusConfirmation[], importId: number): Promise<void> {
  if (list.length === 0) return;
  await moveBonuses(
    transaction,
    `UPDATE bonuses SET state = s.status, distributed_at = s.at, reference = s.reference, import_id = :importId
     FROM {{confirmed}} s WHERE bonuses.id = s.bonus_id AND bonuses.state = 'pending'`,
    { confirmed: JSON.stringify(list), importId },
    { confirmed: dialectOf(transaction).rowset('confirmed', { bonus_id: 'integer', status: 'text', at: 'integer', reference: 'text' }) },
  );
}
