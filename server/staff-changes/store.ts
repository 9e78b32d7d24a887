import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import type { Role } from '../policy/contract.ts';
import type { StaffChangeKind, StaffChangeState } from './contract.ts';
import type { Member } from './rules.ts';

/** A member with what a request keeps of them. */
export interface KnownMember extends Member {
  email: string;
  name: string;
  has_password: number;
}

/**
 * Every member, in one order and unchanged by others until the transaction ends: of two administrators who disable each other at once
 * only one does. They are few.
 */
export function lockEverybody(transaction: Transaction): Promise<KnownMember[]> {
  return rows<KnownMember>(
    transaction,
    `SELECT id, email, name, role, state, CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS has_password FROM staff ORDER BY id {{lock}}`,
    {},
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

export interface NewChange {
  kind: StaffChangeKind;
  staff_id: number | null;
  email: string;
  name: string;
  role_from: Role | null;
  role_to: Role;
  reason: string | null;
  at: number;
  state: 'pending' | 'applied';
}

/** Answers the request's number, or null where one about the same person waits already. */
export async function insertChange(transaction: Transaction, change: NewChange, actor: Actor): Promise<number | null> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO staff_changes (kind, staff_id, email, name, role_from, role_to, reason, requested_by, requested_by_id, requested_at, state)
     VALUES (:kind, :staff_id, :email, :name, :role_from, :role_to, :reason, :by, :by_id, :at, :state)
     ON CONFLICT (email) WHERE state = 'pending' DO NOTHING RETURNING id`,
    { ...change, by: actor.name, by_id: actor.staff_id },
  );
  return made?.id ?? null;
}

export interface StoredChange {
  id: number;
  kind: StaffChangeKind;
  staff_id: number | null;
  email: string;
  name: string;
  role_from: Role | null;
  role_to: Role;
  requested_by_id: number;
  state: StaffChangeState;
}

/** Kept until the transaction ends. */
export function lockChange(transaction: Transaction, id: number): Promise<StoredChange | undefined> {
  return row<StoredChange>(
    transaction,
    `SELECT id, kind, staff_id, email, name, role_from, role_to, requested_by_id, state FROM staff_changes WHERE id = :id {{lock}}`,
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

/** Compare-and-set: true where it was pending. */
export async function decideRow(
  transaction: Transaction,
  id: number,
  decided: { state: StaffChangeState; staff_id: number | null; comment: string | null; at: number },
  actor: Actor,
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE staff_changes SET state = :state, staff_id = :staff_id, decided_by = :by, decided_by_id = :by_id, decided_at = :at, comment = :comment
     WHERE id = :id AND state = 'pending'`,
    { id, ...decided, by: actor.name, by_id: actor.staff_id },
  );
  return touched === 1;
}
