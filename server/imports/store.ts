import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Feed } from '../feeds/contract.ts';
import { hasControlSum } from './control.ts';

export interface StoredImport {
  id: number;
  feed: Feed;
  file_name: string;
  spool_path: string | null;
  state: 'running' | 'done' | 'failed';
  dry_run: number;
  bytes_total: number;
  bytes_read: number;
  row_count: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  bindings_refused: number;
  error: string | null;
  error_line: number | null;
  requested_by: string;
  started_at: number;
  finished_at: number | null;
  /** The process that is or was at it (db/presence.ts). */
  worker: string | null;
  /** As text; null where no control sum was kept (server/imports/control.ts). */
  control_units: string | null;
  control_fraction_e8: string | null;
}

export interface Reject {
  line: number;
  outcome: 'rejected' | 'conflict';
  column_name: string;
  value: string;
  code: string;
  /** The original values as JSON, by column. */
  fields: string;
}

export interface ChunkFigures {
  row_count: number;
  accepted: number;
  duplicates: number;
  conflicts: number;
  rejected: number;
  bindings_refused: number;
}

export const noFigures: ChunkFigures = { row_count: 0, accepted: 0, duplicates: 0, conflicts: 0, rejected: 0, bindings_refused: 0 };

export async function insertImport(
  transaction: Transaction,
  given: {
    feed: Feed; file_name: string; spool_path: string | null; dry_run: boolean; bytes_total: number; requested_by: string; worker: string; at: number;
  },
): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO imports (feed, file_name, spool_path, state, dry_run, bytes_total, bytes_read, row_count, accepted, duplicates, conflicts,
                          rejected, bindings_refused, requested_by, worker, started_at, control_units,
                          control_fraction_e8)
     VALUES (:feed, :file_name, :spool_path, 'running', :dry_run, :bytes_total, 0, 0, 0, 0, 0, 0, 0, :requested_by, :worker, :at, :control, :control)
     RETURNING id`,
    { ...given, control: hasControlSum(given.feed) && !given.dry_run ? 0 : null },
  );
  return (made as { id: number }).id;
}

const columns = `id, feed, file_name, spool_path, state, dry_run, bytes_total, bytes_read, row_count, accepted, duplicates, conflicts, rejected,
  bindings_refused, error, error_line, requested_by, started_at, finished_at, worker, CAST(control_units AS TEXT) AS control_units,
  CAST(control_fraction_e8 AS TEXT) AS control_fraction_e8`;

export async function findImport(connection: Connection, id: number): Promise<StoredImport | undefined> {
  return row<StoredImport>(connection, `SELECT ${columns} FROM imports WHERE id = :id`, { id });
}

export function runningImports(connection: Connection): Promise<StoredImport[]> {
  return rows<StoredImport>(connection, `SELECT ${columns} FROM imports WHERE state = 'running' ORDER BY id`);
}

/** All that took rows in, or were to. */
export function landedImports(connection: Connection): Promise<StoredImport[]> {
  return rows<StoredImport>(connection, `SELECT ${columns} FROM imports WHERE dry_run = 0 ORDER BY id`);
}

/** From now on `to` is at it; false where it has ended, or where `from` is no longer the one that was. */
export async function passOn(transaction: Transaction, id: number, from: string | null, to: string): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE imports SET worker = :to WHERE id = :id AND state = 'running' AND worker IS NOT DISTINCT FROM :from`,
    { id, from, to },
  );
  return touched === 1;
}

/**
 * Adds a chunk's figures, in the chunk's own transaction. `rowsBefore` is how far this process has come: where the import stands
 * elsewhere, or another process has gone on with it, this one must stop.
 */
export async function addFigures(
  transaction: Transaction,
  { id, worker }: { id: number; worker: string },
  chunk: ChunkFigures,
  bytesRead: number,
  rowsBefore: number,
): Promise<void> {
  const touched = await execute(
    transaction,
    `UPDATE imports SET bytes_read = :bytesRead, row_count = row_count + :row_count, accepted = accepted + :accepted,
       duplicates = duplicates + :duplicates, conflicts = conflicts + :conflicts, rejected = rejected + :rejected,
       bindings_refused = bindings_refused + :bindings_refused
     WHERE id = :id AND row_count = :rowsBefore AND state = 'running' AND worker = :worker`,
    { id, worker, bytesRead, rowsBefore, ...chunk },
  );
  if (touched !== 1) throw new Error(`another process goes on with import ${id}`);
}

export async function insertRejects(transaction: Transaction, importId: number, rejects: Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO import_rejects (import_id, line, outcome, column_name, value, code, fields)
     SELECT :importId, r.line, r.outcome, r.column_name, r.value, r.code, r.fields FROM {{rejects}} r ORDER BY r.line`,
    { importId, rejects: JSON.stringify(rejects) },
    {
      rejects: dialectOf(transaction).rowset('rejects', {
        line: 'integer', outcome: 'text', column_name: 'text', value: 'text', code: 'text', fields: 'text',
      }),
    },
  );
}

/** Answers whether it was running, and `worker` the process at it. */
export async function finishImport(
  transaction: Transaction,
  { id, worker }: { id: number; worker: string | null },
  end: { state: 'done' | 'failed'; error: string | null; error_line: number | null; at: number },
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE imports SET state = :state, error = :error, error_line = :error_line, finished_at = :at,
       bytes_read = CASE WHEN :state = 'done' THEN bytes_total ELSE bytes_read END
     WHERE id = :id AND state = 'running' AND worker IS NOT DISTINCT FROM :worker`,
    { id, worker, ...end },
  );
  return touched === 1;
}
