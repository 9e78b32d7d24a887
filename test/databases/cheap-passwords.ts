import { hash } from '@node-rs/argon2';
import { execute, type Transaction } from '../../db/statement.ts';
import { demoPassword } from '../../seeds/demo/staff.ts';

/**
 * Stores the demo staff's password at the least cost there is. A stored hash names its own, and a thousand sign-ins of the
 * tests need not withstand anybody; what the product hashes itself, it hashes at its own cost.
 */
export async function cheapPasswords(transaction: Transaction): Promise<void> {
  const cheap = await hash(demoPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await execute(transaction, 'UPDATE staff SET password_hash = :cheap', { cheap });
}
