import type { Knex } from 'knex';
import type { Dialect } from '../../db/dialect.ts';
import { execute, row, rows, type Connection } from '../../db/statement.ts';

export interface AuditHead {
  /** The number of the last event, 0 before the first. */
  seq: number;
  hash: string;
}

/** An event as it is stored: `at` in ms, `changes` as canonical JSON. */
export interface StoredEvent {
  seq: number;
  at: number;
  actor: string;
  role: string;
  action: string;
  subject_type: string;
  subject_id: string;
  changes: string;
  reason: string | null;
  request_id: string | null;
  prev: string;
  hash: string;
}

const columns = 'seq, at, actor, role, action, subject_type, subject_id, changes, reason, request_id, prev, hash';

export async function readHead(connection: Connection): Promise<AuditHead> {
  return theHead(await row<AuditHead>(connection, 'SELECT seq, hash FROM audit_head WHERE id = 1'));
}

/** The head of the chain, kept by this transaction until it ends. */
export async function lockHead(transaction: Knex.Transaction, dialect: Dialect): Promise<AuditHead> {
  return theHead(
    await row<AuditHead>(transaction, `SELECT seq, hash FROM audit_head WHERE id = 1 ${dialect.lockForUpdate}`),
  );
}

function theHead(found: AuditHead | undefined): AuditHead {
  if (!found) throw new Error('the audit chain has no head');
  return found;
}

export async function insertEvent(transaction: Knex.Transaction, event: StoredEvent): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO audit_events (${columns})
     VALUES (:seq, :at, :actor, :role, :action, :subject_type, :subject_id, :changes, :reason, :request_id, :prev, :hash)`,
    { ...event },
  );
}

export async function moveHead(transaction: Knex.Transaction, seq: number, hash: string): Promise<void> {
  const moved = await execute(
    transaction,
    'UPDATE audit_head SET seq = :seq, hash = :hash WHERE id = 1 AND seq = :seq - 1',
    { seq, hash },
  );
  if (moved !== 1) throw new Error('the head of the audit chain moved under its lock');
}

/** The next events after a number, in order. */
export async function eventsAfter(connection: Connection, seq: number, limit: number): Promise<StoredEvent[]> {
  return rows<StoredEvent>(
    connection,
    `SELECT ${columns} FROM audit_events WHERE seq > :seq ORDER BY seq LIMIT :limit`,
    { seq, limit },
  );
}
