import type { Database } from '../../db/connection.ts';
import { execute, row, rows, type Connection } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { FOREVER } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { lockHead } from '../engine/head.ts';
import { requesters } from '../policy/contract-kinds.ts';
import { Refusal } from '../refusal.ts';
import type { PossibleManager } from './contract.ts';

/** Who works with affiliates. */
const canManage = `state = 'active' AND role IN (${requesters.map((role) => `'${role}'`).join(', ')})`;

export function possibleManagers(connection: Connection): Promise<PossibleManager[]> {
  return rows<PossibleManager>(connection, `SELECT email, name FROM staff WHERE ${canManage} ORDER BY email`);
}

/**
 * ENR-8: gives an affiliate to a member of staff, or to nobody. Refuses `not_found` for who never enrolled, `bad_value` for who is no
 * active member of staff, `no_change`.
 */
export async function assignManager(
  database: Database,
  clock: Clock,
  actor: Actor,
  { uid, staff_email, reason }: { uid: string; staff_email: string | null; reason: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    const affiliate = await row<{ id: number }>(
      transaction,
      'SELECT a.id FROM accounts a WHERE a.uid = :uid AND EXISTS (SELECT 1 FROM enrolments e WHERE e.account_id = a.id)',
      { uid },
    );
    if (!affiliate) throw new Refusal('not_found');
    const manager = staff_email === null ? null : await staffBy(transaction, staff_email);
    const current = await row<{ email: string }>(
      transaction,
      `SELECT s.email FROM account_managers m JOIN staff s ON s.id = m.staff_id WHERE m.affiliate_id = :id AND m.to_at = ${FOREVER}`,
      { id: affiliate.id },
    );
    if ((current?.email ?? null) === (manager?.email ?? null)) throw new Refusal('no_change');
    await execute(
      transaction, `UPDATE account_managers SET to_at = :at WHERE affiliate_id = :id AND to_at = ${FOREVER}`, { at, id: affiliate.id },
    );
    if (manager) {
      await execute(
        transaction,
        `INSERT INTO account_managers (affiliate_id, staff_id, from_at, to_at) VALUES (:id, :staff_id, :at, ${FOREVER})`,
        { id: affiliate.id, staff_id: manager.id, at },
      );
    }
    await writeAudit(transaction, {
      at, actor, action: 'account_manager.assigned', subject_type: 'affiliates', subject_id: uid,
      changes: { account_manager: { old: current?.email ?? null, new: manager?.email ?? null } }, reason,
    });
  });
}

async function staffBy(connection: Connection, email: string): Promise<{ id: number; email: string }> {
  const found = email.includes('\0') ? undefined : await row<{ id: number; email: string }>(
    connection, `SELECT id, email FROM staff WHERE email = :email AND ${canManage}`, { email },
  );
  if (!found) throw new Refusal('bad_value', { field: 'staff_email' }, 'staff_email: nobody of the staff who works with affiliates.');
  return found;
}
