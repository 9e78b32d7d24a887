import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import type { Role } from '../policy/contract.ts';
import { hasComeDue, hasLapsed, stateThen } from './by-the-clock.ts';
import type { ReasonCode, StatusChangeKind, StatusChangeState } from './contract.ts';

/** A request as it is stored; instants in ms, `seen` and `preview` as JSON. */
export interface StoredChange {
  id: number;
  affiliate_id: number;
  kind: StatusChangeKind;
  from_value: string;
  to_value: string;
  reason_code: ReasonCode;
  effective_at: number;
  holds_until: number | null;
  seen: string;
  source: 'staff' | 'feed';
  requested_by: string;
  requested_by_id: number | null;
  requested_role: Role | 'system';
  requested_at: number;
  state: StatusChangeState;
  preview: string | null;
}

const columns = `id, affiliate_id, kind, from_value, to_value, reason_code, effective_at, holds_until, seen, source, requested_by, requested_by_id,
  requested_role, requested_at, state, preview`;

export function findChange(connection: Connection, id: number): Promise<StoredChange | undefined> {
  return row<StoredChange>(connection, `SELECT ${columns} FROM status_changes WHERE id = :id`, { id });
}

/** The request, kept as it is until the transaction ends. */
export function lockChange(transaction: Transaction, id: number): Promise<StoredChange | undefined> {
  return row<StoredChange>(
    transaction,
    `SELECT ${columns} FROM status_changes WHERE id = :id {{lock}}`,
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

/** Freezes whose 72 hours are over, and approved changes whose instant has come (STA-8), in the order in which they fell due. */
export function dueChanges(connection: Connection, at: number): Promise<StoredChange[]> {
  return rows<StoredChange>(
    connection,
    `SELECT ${columns} FROM status_changes c
     WHERE (${hasLapsed(':at')}) OR (${hasComeDue(':at')})
     ORDER BY CASE WHEN state = 'pending' THEN holds_until ELSE effective_at END, id`,
    { at },
  );
}

/** The request of a kind that waits; a freeze whose 72 hours are over waits no more. */
export function pendingOf(connection: Connection, affiliateId: number, kind: StatusChangeKind, at: number): Promise<{ id: number } | undefined> {
  return row<{ id: number }>(
    connection,
    `SELECT c.id FROM status_changes c WHERE c.affiliate_id = :affiliateId AND c.kind = :kind AND c.state = 'pending' AND ${stateThen(':at')} = 'pending'`,
    { affiliateId, kind, at },
  );
}

/** Where the request's text stands. */
export async function textOf(connection: Connection, id: number): Promise<number> {
  const found = await row<{ text_id: number }>(connection, 'SELECT text_id FROM status_changes WHERE id = :id', { id });
  return (found as { text_id: number }).text_id;
}

export interface NewChange {
  affiliate_id: number;
  kind: StatusChangeKind;
  from_value: string;
  to_value: string;
  reason_code: ReasonCode;
  text_id: number;
  evidence: string;
  effective_at: number;
  holds_until: number | null;
  seen: string;
  source: 'staff' | 'feed';
  cause: string | null;
  requested_at: number;
  state: StatusChangeState;
  preview: string | null;
  applied_at: number | null;
}

export async function insertChange(transaction: Transaction, change: NewChange, actor: Actor): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO status_changes (affiliate_id, kind, from_value, to_value, reason_code, text_id, evidence, effective_at, holds_until, seen, source,
       cause, requested_by, requested_by_id, requested_role, requested_at, state, preview, applied_at)
     VALUES (:affiliate_id, :kind, :from_value, :to_value, :reason_code, :text_id, :evidence, :effective_at, :holds_until, :seen, :source,
       :cause, :requested_by, :requested_by_id, :requested_role, :requested_at, :state, :preview, :applied_at) RETURNING id`,
    { ...change, requested_by: actor.name, requested_by_id: actor.staff_id, requested_role: actor.role },
  );
  return (made as { id: number }).id;
}

/** Compare-and-set: true where the request was in the state it leaves. */
export async function moveState(
  transaction: Transaction,
  id: number,
  from: StatusChangeState,
  to: StatusChangeState,
  set: { decided_by?: string; decided_by_id?: number | null; decided_at?: number; comment?: string | null; preview?: string; applied_at?: number },
): Promise<boolean> {
  const names = Object.keys(set);
  const touched = await execute(
    transaction,
    `UPDATE status_changes SET state = :to${names.map((name) => `, ${name} = :${name}`).join('')} WHERE id = :id AND state = :from`,
    { id, from, to, ...set },
  );
  return touched === 1;
}
