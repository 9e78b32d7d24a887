import { rows, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';

export interface KnownAccount {
  id: number;
  uid: string;
  registered_at: number;
}

export async function accountsByUid(connection: Connection, uids: string[]): Promise<Map<string, KnownAccount>> {
  const list = await byKeys<KnownAccount>(connection, uids, 'SELECT a.id, a.uid, a.registered_at FROM {{keys}} k JOIN accounts a ON a.uid = k.key');
  return new Map(list.map((account) => [account.uid, account]));
}

/** Rows of a statement over `{{keys}} k`, a set of texts `k.key`. */
export async function byKeys<T>(connection: Connection, keys: Iterable<string>, sql: string): Promise<T[]> {
  const unique = [...new Set(keys)].filter((key) => key !== '' && !key.includes('\0'));
  if (unique.length === 0) return [];
  return rows<T>(
    connection,
    sql,
    { keys: JSON.stringify(unique.map((key) => ({ key }))) },
    { keys: dialectOf(connection).rowset('keys', { key: 'text' }) },
  );
}
