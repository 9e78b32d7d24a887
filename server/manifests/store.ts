import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { joinSum } from '../money.ts';
import { refusedByRule } from './refused-rows.ts';
import type { Counted } from './rules.ts';

export interface StoredManifest extends Counted {
  id: number;
  feed: string;
  day: string;
  overridden: boolean;
}

export interface StoredOverride {
  id: number;
  manifest_id: number;
  reason: string;
  requested_by: string;
  requested_by_id: number;
  requested_at: number;
  state: 'pending' | 'approved' | 'rejected';
  decided_by: string | null;
  decided_at: number | null;
  comment: string | null;
}

interface ManifestSums {
  id: number;
  feed: string;
  day: string;
  rows: number;
  rows_found: number;
  control_units: string | null;
  control_fraction: string | null;
  units: string | null;
  fraction: string | null;
  overridden: number;
}

const counted = `
  SELECT m.id, m.feed, m.day, m.row_count AS rows, COALESCE(d.row_count, 0) AS rows_found,
    CAST(m.control_units AS TEXT) AS control_units, CAST(m.control_fraction_e8 AS TEXT) AS control_fraction,
    CAST(d.sum_units AS TEXT) AS units, CAST(d.sum_fraction_e8 AS TEXT) AS fraction,
    CASE WHEN EXISTS (SELECT 1 FROM manifest_overrides o WHERE o.manifest_id = m.id AND o.state = 'approved') THEN 1 ELSE 0 END AS overridden
  FROM manifests m LEFT JOIN feed_days d ON d.feed = m.feed AND d.day = m.day`;

/** Manifests of some feeds for the days from … to, both included, with what has come; in the order of days. */
export async function manifestsOf(connection: Connection, feeds: readonly string[], from: string, to: string): Promise<StoredManifest[]> {
  const named = feeds.map((_, place) => `:feed${place}`).join(', ');
  return completed(connection, await rows<ManifestSums>(
    connection,
    `${counted} WHERE m.day >= :from AND m.day <= :to AND m.feed IN (${named}) ORDER BY m.day, m.feed`,
    { from, to, ...Object.fromEntries(feeds.map((feed, place) => [`feed${place}`, feed])) },
  ));
}

export async function manifestsById(connection: Connection, ids: number[]): Promise<StoredManifest[]> {
  return completed(connection, await rows<ManifestSums>(
    connection,
    `${counted} JOIN {{ids}} i ON i.id = m.id`,
    { ids: JSON.stringify(ids.map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  ));
}

/** The last manifests of a feed, newest first. */
export async function lastManifests(connection: Connection, feed: string, limit: number): Promise<StoredManifest[]> {
  return completed(connection, await rows<ManifestSums>(connection, `${counted} WHERE m.feed = :feed ORDER BY m.day DESC LIMIT :limit`, { feed, limit }));
}

async function completed(connection: Connection, list: ManifestSums[]): Promise<StoredManifest[]> {
  const manifests: StoredManifest[] = [];
  for (const { control_units, control_fraction, units, fraction, overridden, ...one } of list) {
    // A row that the rules refuse has come all the same: it is not missing.
    const refused = one.rows_found < one.rows ? await refusedByRule(connection, one.feed, one.day) : 0;
    const control_sum = control_units === null ? null : joinSum(control_units, control_fraction ?? 0);
    manifests.push({
      ...one,
      rows_found: one.rows_found + refused,
      control_sum,
      sum_found: control_sum === null ? null : joinSum(units ?? 0, fraction ?? 0),
      overridden: overridden === 1,
    });
  }
  return manifests;
}

/** The latest request to go on without each manifest. */
export async function overridesOf(connection: Connection, manifestIds: number[]): Promise<Map<number, StoredOverride>> {
  const list = await rows<StoredOverride>(
    connection,
    'SELECT o.* FROM {{ids}} i JOIN manifest_overrides o ON o.manifest_id = i.id ORDER BY o.id',
    { ids: JSON.stringify(manifestIds.map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return new Map(list.map((one) => [one.manifest_id, one]));
}

/** The latest request of one manifest, kept until the transaction ends. */
export async function lockOverride(transaction: Transaction, manifestId: number): Promise<StoredOverride | undefined> {
  return row<StoredOverride>(
    transaction,
    'SELECT * FROM manifest_overrides WHERE manifest_id = :manifestId ORDER BY id DESC LIMIT 1 {{lock}}',
    { manifestId },
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

/** False where another request was faster. */
export async function insertOverride(
  transaction: Transaction,
  given: { manifest_id: number; reason: string; by: string; by_id: number; at: number },
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `INSERT INTO manifest_overrides (manifest_id, reason, requested_by, requested_by_id, requested_at, state)
     VALUES (:manifest_id, :reason, :by, :by_id, :at, 'pending') ON CONFLICT DO NOTHING`,
    given,
  );
  return touched === 1;
}

/** Compare-and-set; false where it was decided meanwhile. */
export async function decideOverrideRow(
  transaction: Transaction,
  given: { id: number; state: 'approved' | 'rejected'; by: string; by_id: number; at: number; comment: string | null },
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE manifest_overrides SET state = :state, decided_by = :by, decided_by_id = :by_id, decided_at = :at, comment = :comment
     WHERE id = :id AND state = 'pending'`,
    given,
  );
  return touched === 1;
}
