import { execute, row, type Connection, type Transaction } from '../../db/statement.ts';

export interface StoredSecondFactor {
  secret: string;
  /** Null until a code of it was seen: it does not count yet. */
  confirmed_at: number | null;
}

/** A secret that was only begun does not count: nobody is asked for a code of it. */
export function counts(factor: StoredSecondFactor | undefined): factor is StoredSecondFactor & { confirmed_at: number } {
  return factor !== undefined && factor.confirmed_at !== null;
}

export function findSecondFactor(connection: Connection, staffId: number): Promise<StoredSecondFactor | undefined> {
  return row<StoredSecondFactor>(connection, 'SELECT secret, confirmed_at FROM second_factors WHERE staff_id = :staffId', { staffId });
}

/** In place of one that was begun and never confirmed. */
export async function saveSecondFactor(transaction: Transaction, staffId: number, secret: string): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO second_factors (staff_id, secret, confirmed_at, last_step) VALUES (:staffId, :secret, NULL, 0)
     ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret, confirmed_at = NULL, last_step = 0`,
    { staffId, secret },
  );
}

/** Each code once: false where this one, or a later one, was used already. */
export async function spendStep(transaction: Transaction, staffId: number, step: number): Promise<boolean> {
  const moved = await execute(transaction, 'UPDATE second_factors SET last_step = :step WHERE staff_id = :staffId AND last_step < :step', { staffId, step });
  return moved === 1;
}

export async function markConfirmed(transaction: Transaction, staffId: number, at: number): Promise<void> {
  await execute(transaction, 'UPDATE second_factors SET confirmed_at = :at WHERE staff_id = :staffId', { staffId, at });
}

/** Whether there was one that counted. */
export async function deleteSecondFactor(transaction: Transaction, staffId: number): Promise<boolean> {
  const found = await findSecondFactor(transaction, staffId);
  await execute(transaction, 'DELETE FROM second_factors WHERE staff_id = :staffId', { staffId });
  return counts(found);
}
