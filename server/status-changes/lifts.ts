import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import type { StoredChange } from './store.ts';
import { heldBy } from './restrictions.ts';
import { loosens } from './contract.ts';

type Lift = Pick<StoredChange, 'affiliate_id' | 'kind' | 'from_value' | 'effective_at'>;

/** Whether a request lifts, or lowers, what compliance asked for and what holds at its instant: only compliance approves that (CONTRACT 3). */
export async function liftsCompliances(connection: Connection, { affiliate_id, kind, from_value, effective_at }: Lift): Promise<boolean> {
  if (!loosens(kind, from_value)) return false;
  const held = await heldBy(connection, affiliate_id, effective_at);
  const compliances = await row<{ id: number }>(
    connection,
    `SELECT c.id FROM status_changes c WHERE c.requested_role = 'compliance' AND c.id IN (SELECT h.id FROM {{held}} h) LIMIT 1`,
    { held: JSON.stringify(held.map((id) => ({ id }))) },
    { held: dialectOf(connection).rowset('held', { id: 'integer' }) },
  );
  return compliances !== undefined;
}

/** The requests that wait and lift what compliance asked for. Few wait, and fewer of affiliates about whom compliance ever asked. */
export async function pendingLiftsOfCompliances(connection: Connection): Promise<number[]> {
  const waiting = await rows<Lift & { id: number }>(
    connection,
    `SELECT c.id, c.affiliate_id, c.kind, c.from_value, c.effective_at FROM status_changes c
     WHERE c.state = 'pending' AND c.kind IN ('restrict', 'freeze', 'suspend', 'lift') AND EXISTS (
       SELECT 1 AS one FROM status_changes o WHERE o.affiliate_id = c.affiliate_id AND o.requested_role = 'compliance' AND o.id <> c.id)`,
    {},
  );
  const lifts = await Promise.all(waiting.map(async (one) => ((await liftsCompliances(connection, one)) ? [one.id] : [])));
  return lifts.flat();
}
