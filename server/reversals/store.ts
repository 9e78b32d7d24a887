import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import type { RecordRequestState } from './contract.ts';

/** Reversals and corrections are kept alike, each in its table. */
export type RequestTable = 'reversals' | 'corrections';

export interface StoredRequest {
  id: number;
  record_id: number;
  amount_e8: bigint;
  currency: string;
  source: 'staff' | 'system';
  /** What found it: a fact, or the engine itself; null where staff named it. */
  cause: string | null;
  requested_by: string;
  requested_by_id: number | null;
  state: RecordRequestState;
}

/** A record that something is asked about, with what stands around it; amounts in e8. */
export interface RecordFacts {
  id: number;
  kind: string;
  trade_id: string | null;
  inviter_id: number;
  affiliate_uid: string;
  invitee_id: number | null;
  enrolment_id: number | null;
  executed_at: number;
  amount_e8: bigint;
  currency: string;
  status: string;
  reversed: number;
}

const columns = 'id, record_id, CAST(amount_e8 AS TEXT) AS amount_e8, currency, source, cause, requested_by, requested_by_id, state';

export async function findRequest(connection: Connection, table: RequestTable, id: number, lock = ''): Promise<StoredRequest | undefined> {
  const found = await row<Omit<StoredRequest, 'amount_e8'> & { amount_e8: string }>(
    connection,
    `SELECT ${columns} FROM ${table} WHERE id = :id {{lock}}`,
    { id },
    { lock },
  );
  return found && { ...found, amount_e8: BigInt(found.amount_e8) };
}

export function lockRequest(transaction: Transaction, table: RequestTable, id: number): Promise<StoredRequest | undefined> {
  return findRequest(transaction, table, id, dialectOf(transaction).lockForUpdate);
}

export async function findRecord(connection: Connection, id: number): Promise<RecordFacts | undefined> {
  const found = await row<Omit<RecordFacts, 'amount_e8'> & { amount_e8: string }>(
    connection,
    `SELECT c.id, c.kind, t.trade_id, c.inviter_id, a.uid AS affiliate_uid, c.invitee_id, c.enrolment_id, c.executed_at, CAST(c.amount_e8 AS TEXT) AS amount_e8,
       c.currency, c.status,
       (SELECT count(*) FROM reversals v WHERE v.record_id = c.id AND v.state = 'approved') AS reversed
     FROM commission_records c JOIN accounts a ON a.id = c.inviter_id LEFT JOIN trades t ON t.id = c.trade_ref WHERE c.id = :id`,
    { id },
  );
  return found && { ...found, amount_e8: BigInt(found.amount_e8) };
}

export interface NewRequest {
  record_id: number;
  affiliate_id: number;
  amount_e8: bigint;
  currency: string;
  reason_code: string;
  text_id: number;
  cause: string | null;
}

export interface Decided {
  decided_by: string;
  decided_by_id: number | null;
  decided_at: number;
  comment: string | null;
  result_record_id?: number | null;
}

/** Many at once, in one statement; `decided` of those that their cause's approval covers (STA-10). Answers their ids by record. */
export async function insertRequests(
  transaction: Transaction,
  table: RequestTable,
  list: (NewRequest & { result_record_id?: number })[],
  actor: Actor,
  at: number,
  decided: Decided | null = null,
): Promise<Map<number, number>> {
  if (list.length === 0) return new Map();
  const made = await rows<{ id: number; record_id: number }>(
    transaction,
    `INSERT INTO ${table} (record_id, affiliate_id, amount_e8, currency, reason_code, text_id, source, cause, requested_by, requested_by_id, requested_at,
       state, decided_by, decided_by_id, decided_at, comment, result_record_id)
     SELECT r.record_id, r.affiliate_id, r.amount_e8, r.currency, r.reason_code, r.text_id, :source, r.cause, :requested_by, :requested_by_id, :at,
       :state, :decided_by, :decided_by_id, :decided_at, :comment, r.result_record_id
     FROM {{list}} r ORDER BY r.record_id
     RETURNING id, record_id`,
    {
      list: JSON.stringify(list.map((one) => ({ ...one, amount_e8: one.amount_e8.toString() }))),
      source: actor.role === 'system' ? 'system' : 'staff',
      requested_by: actor.name,
      requested_by_id: actor.staff_id,
      at,
      state: decided ? 'approved' : 'pending',
      decided_by: decided?.decided_by ?? null,
      decided_by_id: decided?.decided_by_id ?? null,
      decided_at: decided?.decided_at ?? null,
      comment: decided?.comment ?? null,
    },
    {
      list: dialectOf(transaction).rowset('list', {
        record_id: 'integer', affiliate_id: 'integer', amount_e8: 'integer', currency: 'text', reason_code: 'text', text_id: 'integer', cause: 'text',
        result_record_id: 'integer',
      }),
    },
  );
  return new Map(made.map((one) => [one.record_id, one.id]));
}

/** Compare-and-set; true where it was pending. */
export async function decideRequest(
  transaction: Transaction,
  table: RequestTable,
  id: number,
  state: 'approved' | 'rejected',
  decided: Decided,
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE ${table} SET state = :state, decided_by = :decided_by, decided_by_id = :decided_by_id, decided_at = :decided_at, comment = :comment,
       result_record_id = :result_record_id WHERE id = :id AND state = 'pending'`,
    { id, state, ...decided, result_record_id: decided.result_record_id ?? null },
  );
  return touched === 1;
}

export async function insertShortfalls(transaction: Transaction, list: { record_id: number; cause: string }[], at: number): Promise<void> {
  if (list.length === 0) return;
  await execute(
    transaction,
    'INSERT INTO shortfalls (record_id, cause, found_at) SELECT r.record_id, r.cause, :at FROM {{list}} r ORDER BY r.record_id',
    { list: JSON.stringify(list), at },
    { list: dialectOf(transaction).rowset('list', { record_id: 'integer', cause: 'text' }) },
  );
}
