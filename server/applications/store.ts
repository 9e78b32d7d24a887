import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { byKeys } from '../feeds/lookup.ts';
import { insertFreeText } from '../free-texts/store.ts';
import type { ApplicationState } from './contract.ts';

/** An application as it came; `applied_at` in ms. */
export interface Application {
  application_id: string;
  uid: string;
  applied_at: number;
  channels: string;
  audience: string;
  text: string;
}

export function storedApplications(connection: Connection, applicationIds: string[]): Promise<Application[]> {
  return byKeys<Application>(
    connection,
    applicationIds,
    `SELECT p.application_id, a.uid, p.applied_at, c.text AS channels, u.text AS audience, t.text
     FROM {{keys}} k JOIN applications p ON p.application_id = k.key JOIN accounts a ON a.id = p.account_id
     JOIN free_texts c ON c.id = p.channels_id JOIN free_texts u ON u.id = p.audience_id JOIN free_texts t ON t.id = p.text_id`,
  );
}

/** How many the account has made, and whether one of them waits. */
export async function applicationsOf(connection: Connection, accountId: number): Promise<{ made: number; pending: boolean }> {
  const found = await row<{ made: number; pending: number | null }>(
    connection,
    `SELECT count(*) AS made, max(CASE WHEN state = 'pending' THEN 1 ELSE 0 END) AS pending FROM applications WHERE account_id = :accountId`,
    { accountId },
  );
  return { made: found?.made ?? 0, pending: found?.pending === 1 };
}

/** Who brought it, from where: `import_id` 0 for staff. */
export interface Filing {
  source: 'staff' | 'feed';
  import_id: number;
  at: number;
  actor: Actor;
}

export async function insertApplication(transaction: Transaction, given: Application & { account_id: number }, filing: Filing): Promise<number> {
  const { application_id, account_id, applied_at } = given;
  const { source, import_id, at, actor } = filing;
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO applications (application_id, account_id, applied_at, channels_id, audience_id, text_id, source, requested_by, requested_by_id,
       requested_at, import_id, state)
     VALUES (:application_id, :account_id, :applied_at, :channels_id, :audience_id, :text_id, :source, :by, :by_id, :at, :import_id, 'pending')
     RETURNING id`,
    {
      application_id, account_id, applied_at, source, import_id, at, by: actor.name, by_id: actor.staff_id,
      channels_id: await insertFreeText(transaction, account_id, given.channels),
      audience_id: await insertFreeText(transaction, account_id, given.audience),
      text_id: await insertFreeText(transaction, account_id, given.text),
    },
  );
  return (made as { id: number }).id;
}

export interface StoredApplication {
  id: number;
  application_id: string;
  account_id: number;
  uid: string;
  requested_by_id: number | null;
  state: ApplicationState;
}

/** Kept until the transaction ends. */
export async function lockApplication(transaction: Transaction, id: number): Promise<StoredApplication | undefined> {
  const [found] = await rows<StoredApplication>(
    transaction,
    `SELECT p.id, p.application_id, p.account_id, (SELECT a.uid FROM accounts a WHERE a.id = p.account_id) AS uid, p.requested_by_id, p.state
     FROM applications p WHERE p.id = :id {{lock}}`,
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
  return found;
}

/** Compare-and-set: true where it was pending. */
export async function decideApplicationRow(
  transaction: Transaction,
  id: number,
  state: 'approved' | 'rejected',
  { actor, at, comment }: { actor: Actor; at: number; comment: string },
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE applications SET state = :state, decided_by = :by, decided_by_id = :by_id, decided_at = :at, comment = :comment
     WHERE id = :id AND state = 'pending'`,
    { id, state, by: actor.name, by_id: actor.staff_id, at, comment },
  );
  return touched === 1;
}
