import { row, execute, type Connection, type Transaction } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';
import { FOREVER } from '../calendar.ts';

/** The one row that orders what the console comes to know against what it decides (migrations 0001, 0041). */
export interface EngineHead {
  revision: number;
  covered_until: number;
  learnt_from: number;
}

/** Held until the transaction ends: nobody else may learn or decide anything meanwhile. */
export async function lockHead(transaction: Connection): Promise<EngineHead> {
  return readHead(transaction, dialectOf(transaction).lockForUpdate);
}

/** Held until the transaction ends: others may read it too, but nobody may move it. */
export async function shareHead(transaction: Connection): Promise<EngineHead> {
  return readHead(transaction, dialectOf(transaction).lockForShare);
}

export async function readHead(connection: Connection, lock = ''): Promise<EngineHead> {
  const head = await row<EngineHead>(connection, 'SELECT revision, covered_until, learnt_from FROM engine_head WHERE id = 1 {{lock}}', {}, { lock });
  return head as EngineHead;
}

/** A new revision of what the console knows; takes the head's lock. `cause`: `import:7`, `tier_review:3`, … */
export async function nextRevision(transaction: Connection, at: number, cause: string): Promise<number> {
  const { revision } = await lockHead(transaction);
  await execute(transaction, 'UPDATE engine_head SET revision = :next WHERE id = 1', { next: revision + 1 });
  await execute(transaction, 'INSERT INTO revisions (seq, at, cause) VALUES (:next, :at, :cause)', { next: revision + 1, at, cause });
  return revision + 1;
}

/** Something was learnt that holds, or happened, at this instant: the next bonus run looks back as far (CAM-4). */
export async function learnFrom(transaction: Transaction, at: number): Promise<void> {
  await execute(transaction, 'UPDATE engine_head SET learnt_from = :at WHERE id = 1 AND learnt_from > :at', { at });
}

/** The bonus run that is being opened looks at all of it; what is learnt from here on is the next one's. */
export async function forgetLearnt(transaction: Transaction): Promise<void> {
  await execute(transaction, `UPDATE engine_head SET learnt_from = ${FOREVER} WHERE id = 1`);
}

export async function coverUntil(transaction: Connection, until: number): Promise<void> {
  await execute(transaction, 'UPDATE engine_head SET covered_until = :until WHERE id = 1', { until });
}
