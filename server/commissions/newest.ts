import { row, type Connection } from '../../db/statement.ts';

/** The id of the newest record, 0 before the first. Ids go up with arrival for who holds the engine's head. */
export async function newestRecord(connection: Connection): Promise<number> {
  return (await row<{ id: number }>(connection, 'SELECT COALESCE(max(id), 0) AS id FROM commission_records'))?.id ?? 0;
}
