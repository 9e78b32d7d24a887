import type { Knex } from 'knex';
import { dialectOf } from '../../db/connection.ts';
import { execute, row, type Connection } from '../../db/statement.ts';
import type { Language } from '../explanations/contract.ts';
import type { Role } from '../policy/contract.ts';
import type { StaffState } from './contract.ts';

export interface StoredStaff {
  id: number;
  email: string;
  name: string;
  role: Role;
  state: StaffState;
  password_hash: string | null;
  setup_token_until: number | null;
  session_epoch: number;
  language: Language | null;
}

const columns = 'id, email, name, role, state, password_hash, setup_token_until, session_epoch, language';

/** Addresses are kept and compared in one form: nobody exists twice in upper and lower case. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export async function findStaffByEmail(connection: Connection, email: string): Promise<StoredStaff | undefined> {
  return row<StoredStaff>(connection, `SELECT ${columns} FROM staff WHERE email = :email`, { email });
}

/** The member, unchanged by others until the transaction ends. */
export async function lockStaff(transaction: Knex.Transaction, id: number): Promise<StoredStaff | undefined> {
  return row<StoredStaff>(
    transaction,
    `SELECT ${columns} FROM staff WHERE id = :id ${dialectOf(transaction).lockForUpdate}`,
    { id },
  );
}

export async function lockStaffByToken(
  transaction: Knex.Transaction,
  tokenHash: string,
): Promise<StoredStaff | undefined> {
  return row<StoredStaff>(
    transaction,
    `SELECT ${columns} FROM staff WHERE setup_token_hash = :tokenHash ${dialectOf(transaction).lockForUpdate}`,
    { tokenHash },
  );
}

export interface NewStaffRow {
  email: string;
  name: string;
  role: Role;
  state: StaffState;
  password_hash: string | null;
  setup_token_hash: string | null;
  setup_token_until: number | null;
  at: number;
}

/** Answers the new member's id, or null where the address is taken. */
export async function insertStaff(transaction: Knex.Transaction, member: NewStaffRow): Promise<number | null> {
  const inserted = await row<{ id: number }>(
    transaction,
    `INSERT INTO staff (email, name, role, state, password_hash, setup_token_hash, setup_token_until, session_epoch, created_at)
     VALUES (:email, :name, :role, :state, :password_hash, :setup_token_hash, :setup_token_until, 0, :at)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    { ...member },
  );
  return inserted?.id ?? null;
}

/** Sets the password, uses the token up, and ends every session that began before. */
export async function savePassword(
  transaction: Knex.Transaction,
  id: number,
  passwordHash: string,
  at: number,
): Promise<void> {
  await execute(
    transaction,
    `UPDATE staff SET password_hash = :passwordHash, password_changed_at = :at, state = 'active',
       setup_token_hash = NULL, setup_token_until = NULL, session_epoch = session_epoch + 1
     WHERE id = :id`,
    { id, passwordHash, at },
  );
}

export async function saveLanguage(transaction: Knex.Transaction, id: number, language: Language): Promise<void> {
  await execute(transaction, 'UPDATE staff SET language = :language WHERE id = :id', { id, language });
}

/** Where a member of staff stands; a one-time token only with an invitation. */
export interface Standing {
  role?: Role;
  state?: StaffState;
  setup_token_hash?: string;
  setup_token_until?: number;
}

/** Moves a member: an invitation given before is void, and every session that began before ends (DESIGN 6). */
export async function moveStaff(transaction: Knex.Transaction, id: number, { role, state, setup_token_hash, setup_token_until }: Standing): Promise<void> {
  await execute(
    transaction,
    `UPDATE staff SET role = COALESCE(:role, role), state = COALESCE(:state, state), setup_token_hash = :hash, setup_token_until = :until,
       session_epoch = session_epoch + 1 WHERE id = :id`,
    { id, role: role ?? null, state: state ?? null, hash: setup_token_hash ?? null, until: setup_token_until ?? null },
  );
}
