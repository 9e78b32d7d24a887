import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection, type Transaction } from '../../db/statement.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { withdrawPending, type JudgedBonus } from '../bonuses/lost.ts';
import type { AffectedRecord } from './affected.ts';

/** The records of the cash among these awards whose reversal nobody has asked for: the invitee's share with the inviter's. */
export async function recordsOfBonuses(connection: Connection, bonuses: JudgedBonus[]): Promise<AffectedRecord[]> {
  const cash = bonuses.filter(({ record_id }) => record_id !== null);
  if (cash.length === 0) return [];
  const list = await rows<Omit<AffectedRecord, 'amount_e8'> & { amount_e8: string }>(
    connection,
    `SELECT x.id AS record_id, x.inviter_id, x.invitee_id, k.affiliate_id AS promised_to_id, NULL AS trade_id, x.executed_at,
       CAST(x.amount_e8 AS TEXT) AS amount_e8, x.currency, x.status, k.reason
     FROM {{cash}} k JOIN commission_records x ON x.id = k.record_id
     WHERE NOT EXISTS (SELECT 1 FROM reversals v WHERE v.record_id = x.id AND v.state IN ('pending', 'approved')) ORDER BY x.id`,
    { cash: JSON.stringify(cash) },
    { cash: dialectOf(connection).rowset('cash', { record_id: 'integer', affiliate_id: 'integer', reason: 'text' }) },
  );
  return list.map((item) => ({ ...item, amount_e8: BigInt(item.amount_e8) }));
}

/** Vouchers and trial funds that are still to be distributed are no records, and need no reversal: they are withdrawn. */
export async function withdrawBonuses(transaction: Transaction, lost: JudgedBonus[], causeOf: (bonus: JudgedBonus) => string, at: number): Promise<void> {
  const byId = new Map(lost.map((bonus) => [bonus.bonus_id, bonus]));
  for (const id of await withdrawPending(transaction, lost)) {
    const bonus = byId.get(id) as JudgedBonus;
    await writeAudit(transaction, {
      at, actor: systemActor, action: 'bonus.withdrawn', subject_type: 'bonuses', subject_id: String(id),
      changes: { state: { old: 'pending', new: 'reversed' }, reason_now: { old: null, new: bonus.reason } }, reason: causeOf(bonus),
    });
  }
}
