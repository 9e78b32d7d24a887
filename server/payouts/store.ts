import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { StoredRun } from '../runs/store.ts';
import type { PayoutState } from './contract.ts';
import type { LineGroup } from './rules.ts';

export interface StoredBatch {
  id: number;
  day: string;
  run_id: number;
  last_record_id: number;
  created_by: string;
  created_by_id: number | null;
  created_at: number;
  deadline_at: number;
  state: PayoutState;
}

/** The batch that covers a day: of that day or of the first one after it (PAY-1). */
export function coveringBatch(connection: Connection, day: string): Promise<StoredBatch | undefined> {
  return row<StoredBatch>(connection, 'SELECT * FROM payout_batches WHERE day >= :day ORDER BY day LIMIT 1', { day });
}

/** The day of the last batch, or null. */
export async function lastBatchDay(connection: Connection): Promise<string | null> {
  return (await row<{ day: string | null }>(connection, 'SELECT max(day) AS day FROM payout_batches'))?.day ?? null;
}

/** Up to which record every one was looked at. */
export async function lastSeenRecord(connection: Connection): Promise<number> {
  const last = await row<{ id: number }>(connection, 'SELECT COALESCE(max(last_record_id), 0) AS id FROM payout_batches');
  return last?.id ?? 0;
}

/** `created_by_id` follows from who asked for the run: whoever goes on with it after a fault is not who started it. */
export async function insertBatch(
  transaction: Transaction,
  run: StoredRun,
  given: { last_record_id: number; deadline_at: number; at: number },
): Promise<StoredBatch> {
  return (await row<StoredBatch>(
    transaction,
    `INSERT INTO payout_batches (day, run_id, last_record_id, created_by, created_by_id, created_at, deadline_at, state)
     VALUES (:day, :run_id, :last_record_id, :created_by, (SELECT s.id FROM staff s WHERE s.email = :created_by), :at, :deadline_at, 'ready')
     RETURNING *`,
    { day: run.period, run_id: run.id, created_by: run.requested_by, ...given },
  )) as StoredBatch;
}

export function findBatch(connection: Connection, id: number): Promise<StoredBatch | undefined> {
  return row<StoredBatch>(connection, 'SELECT * FROM payout_batches WHERE id = :id', { id });
}

export function lockBatch(transaction: Transaction, id: number): Promise<StoredBatch | undefined> {
  return row<StoredBatch>(
    transaction, 'SELECT * FROM payout_batches WHERE id = :id {{lock}}', { id }, { lock: dialectOf(transaction).lockForUpdate },
  );
}

/** The lines of batches by state and currency. */
export function lineGroups(connection: Connection, batchIds: number[]): Promise<(LineGroup & { batch_id: number })[]> {
  return rows(
    connection,
    `SELECT l.batch_id, l.state, l.currency, count(*) AS lines, CAST(sum(l.amount_units) AS TEXT) AS units,
       CAST(sum(l.amount_fraction_e8) AS TEXT) AS fraction, max(l.confirmed_at) AS confirmed_at
     FROM payout_lines l WHERE l.batch_id IN (SELECT b.id FROM {{batches}} b) GROUP BY l.batch_id, l.state, l.currency`,
    { batches: JSON.stringify(batchIds.map((id) => ({ id }))) },
    { batches: dialectOf(connection).rowset('batches', { id: 'integer' }) },
  );
}

/** PAY-7: a row while payouts are stopped. */
export const standingStop = `SELECT 1 AS yes FROM payout_stops WHERE state <> 'lifted'`;

/** PAY-7: whether payouts are stopped now. */
export async function isStopped(connection: Connection): Promise<boolean> {
  return (await row(connection, standingStop)) !== undefined;
}
