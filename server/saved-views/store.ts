import { execute, row, type Connection, type Transaction } from '../../db/statement.ts';

/** A view as it is kept: what belongs to the list is JSON. */
export interface StoredView {
  id: number;
  staff_id: number;
  resource: string;
  name: string;
  shared: number;
  filter: string;
  sort: string;
  hidden: string;
  density: string;
  /** Whether others see it. */
  offered: number;
}

export type ViewContent = Omit<StoredView, 'id' | 'staff_id' | 'offered'>;

/** What somebody shares goes with them: nobody else could take it away. Over a view `v` and its author `s`. */
export const isOffered = `v.shared = 1 AND s.state = 'active'`;

export function findView(connection: Connection, id: number): Promise<StoredView | undefined> {
  return row<StoredView>(
    connection,
    `SELECT v.id, v.staff_id, v.resource, v.name, v.shared, v.filter, v.sort, v.hidden, v.density, CASE WHEN ${isOffered} THEN 1 ELSE 0 END AS offered
     FROM saved_views v JOIN staff s ON s.id = v.staff_id WHERE v.id = :id`,
    { id },
  );
}

export async function countViews(connection: Connection, staffId: number, resource: string): Promise<number> {
  const counted = await row<{ n: number }>(
    connection, 'SELECT count(*) AS n FROM saved_views WHERE staff_id = :staff_id AND resource = :resource', { staff_id: staffId, resource },
  );
  return counted?.n ?? 0;
}

/** The id of the new view, or undefined where the person has one of this name already. */
export async function insertView(transaction: Transaction, staffId: number, view: ViewContent, at: number): Promise<number | undefined> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO saved_views (staff_id, resource, name, shared, filter, sort, hidden, density, changed_at)
     VALUES (:staff_id, :resource, :name, :shared, :filter, :sort, :hidden, :density, :at)
     ON CONFLICT (staff_id, resource, name) DO NOTHING RETURNING id`,
    { staff_id: staffId, ...view, at },
  );
  return made?.id;
}

/** False where another view of the person has this name. */
export async function updateView(transaction: Transaction, id: number, view: ViewContent, at: number): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE saved_views SET name = :name, shared = :shared, filter = :filter, sort = :sort, hidden = :hidden, density = :density, changed_at = :at
     WHERE id = :id AND resource = :resource AND NOT EXISTS (SELECT 1 FROM saved_views o
       WHERE o.staff_id = saved_views.staff_id AND o.resource = saved_views.resource AND o.name = :name AND o.id <> saved_views.id)`,
    { id, ...view, at },
  );
  return touched === 1;
}

export async function deleteView(transaction: Transaction, id: number): Promise<void> {
  await execute(transaction, 'DELETE FROM saved_views WHERE id = :id', { id });
}
