import { dialectOf } from '../../db/connection.ts';
import { execute, row, type Connection, type Transaction } from '../../db/statement.ts';
import type { RunKind, RunState } from './contract.ts';

export interface StoredRun {
  id: number;
  kind: RunKind;
  period: string;
  state: RunState;
  progress_bps: number;
  range_from: number;
  range_until: number;
  cursor_at: number;
  cursor_id: number;
  result: string;
  error: string | null;
  requested_by: string;
  started_at: number;
  finished_at: number | null;
}

export async function insertRun(
  transaction: Transaction,
  given: { kind: RunKind; period: string; range_from: number; range_until: number; result: string; requested_by: string; at: number },
): Promise<StoredRun> {
  return (await row<StoredRun>(
    transaction,
    `INSERT INTO runs (kind, period, state, progress_bps, range_from, range_until, cursor_at, cursor_id, result, requested_by, started_at)
     VALUES (:kind, :period, 'running', 0, :range_from, :range_until, :range_from, -1, :result, :requested_by, :at) RETURNING *`,
    given,
  )) as StoredRun;
}

export function findRun(connection: Connection, id: number): Promise<StoredRun | undefined> {
  return row<StoredRun>(connection, 'SELECT * FROM runs WHERE id = :id', { id });
}

/** The run row, kept as it is until the transaction ends: two processes at one run take turns. */
export function lockRun(transaction: Transaction, id: number): Promise<StoredRun | undefined> {
  return row<StoredRun>(transaction, 'SELECT * FROM runs WHERE id = :id {{lock}}', { id }, { lock: dialectOf(transaction).lockForUpdate });
}

export function runOf(connection: Connection, kind: RunKind, period: string): Promise<StoredRun | undefined> {
  return row<StoredRun>(connection, 'SELECT * FROM runs WHERE kind = :kind AND period = :period', { kind, period });
}

export function unfinishedRun(connection: Connection, kind: RunKind): Promise<StoredRun | undefined> {
  return row<StoredRun>(connection, `SELECT * FROM runs WHERE kind = :kind AND state = 'running' ORDER BY period LIMIT 1`, { kind });
}

/** The run that covered a day: the first one for that day or a later one (REF-7). */
export function coveringRun(connection: Connection, day: string): Promise<StoredRun | undefined> {
  return row<StoredRun>(
    connection,
    `SELECT * FROM runs WHERE kind = 'commission' AND state = 'done' AND period >= :day ORDER BY period LIMIT 1`,
    { day },
  );
}

export async function saveProgress(
  transaction: Transaction,
  id: number,
  step: { cursor_at: number; cursor_id: number; progress_bps: number; result: string },
): Promise<void> {
  await execute(
    transaction,
    'UPDATE runs SET cursor_at = :cursor_at, cursor_id = :cursor_id, progress_bps = :progress_bps, result = :result WHERE id = :id',
    { id, ...step },
  );
}

export async function finishRun(transaction: Transaction, id: number, result: string, at: number): Promise<void> {
  await execute(
    transaction,
    `UPDATE runs SET state = 'done', progress_bps = 10000, result = :result, finished_at = :at WHERE id = :id AND state = 'running'`,
    { id, result, at },
  );
}
