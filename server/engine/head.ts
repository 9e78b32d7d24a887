import { row, execute, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';

/** The one row that orders what the console comes to know against what it decides (migration 0001). */
export interface EngineHead {
  revision: number;
  covered_until: number;
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
  const head = await row<EngineHead>(connection, 'SELECT revision, covered_until FROM engine_head WHERE id = 1 {{lock}}', {}, { lock });
  return head as EngineHead;
}

/** A new revision of what the console knows; takes the head's lock. `cause`: `import:7`, `tier_review:3`, … */
export async function nextRevision(transaction: Connection, at: number, cause: string): Promise<number> {
  const { revision } = await lockHead(transaction);
  await execute(transaction, 'UPDATE engine_head SET revision = :next WHERE id = 1', { next: revision + 1 });
  await execute(transaction, 'INSERT INTO revisions (seq, at, cause) VALUES (:next, :at, :cause)', { next: revision + 1, at, cause });
  return revision + 1;
}

export async function coverUntil(transaction: Connection, until: number): Promise<void> {
  await execute(transaction, 'UPDATE engine_head SET covered_until = :until WHERE id = 1', { until });
}
