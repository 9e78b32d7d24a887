import type { Connection } from '../../db/statement.ts';
import { byKeys } from '../feeds/lookup.ts';

export interface KnownAccount {
  id: number;
  uid: string;
  registered_at: number;
}

/** The accounts that exist of some UIDs, by UID. */
export async function accountsByUid(connection: Connection, uids: string[]): Promise<Map<string, KnownAccount>> {
  const list = await byKeys<KnownAccount>(connection, uids, 'SELECT a.id, a.uid, a.registered_at FROM {{keys}} k JOIN accounts a ON a.uid = k.key');
  return new Map(list.map((account) => [account.uid, account]));
}
