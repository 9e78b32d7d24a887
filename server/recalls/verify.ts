import { row, type Connection } from '../../db/statement.ts';
import { emptyCheck, type Check } from '../verify/check.ts';

/**
 * BIN-6: every accepted recall has made the binding of its account, from its confirmation on and to its inviter, and no refused
 * one has, nor does a binding call itself recalled without one.
 */
export async function recallsBound(connection: Connection): Promise<Check> {
  const check = emptyCheck('recalls_bound');
  check.checked = (await row<{ n: number }>(connection, 'SELECT count(*) AS n FROM recalls'))?.n ?? 0;
  const stray = [
    `SELECT count(*) AS n, min(r.recall_id) AS first FROM recalls r
     LEFT JOIN bindings b ON b.invitee_id = r.account_id AND b.kind = 'recall' AND b.inviter_id = r.inviter_id
       AND b.bound_at = r.confirmed_at AND b.window_start_at = r.confirmed_at
     WHERE r.codes = '' AND b.id IS NULL`,
    `SELECT count(*) AS n, min(a.uid) AS first FROM bindings b JOIN accounts a ON a.id = b.invitee_id
     WHERE b.kind = 'recall' AND NOT EXISTS (SELECT 1 FROM recalls r WHERE r.account_id = b.invitee_id AND r.codes = '')`,
  ];
  for (const sql of stray) {
    const found = await row<{ n: number; first: string | null }>(connection, sql);
    check.wrong += found?.n ?? 0;
    check.first ??= found?.first ?? null;
  }
  return check;
}
