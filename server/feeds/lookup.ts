import { rows, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';

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
