import type { Knex } from 'knex';
import { execute, preparedRow, type Connection } from '../../db/statement.ts';
import type { Language } from '../explanations/contract.ts';
import type { Role } from '../policy/contract.ts';
import { ABSOLUTE_MS, IDLE_MS, TOUCH_EVERY_MS } from './rules.ts';

export interface StoredSession {
  sid: string;
  csrf_token: string;
  created_at: number;
  touched_at: number;
  staff_id: number;
  email: string;
  name: string;
  role: Role;
  language: Language | null;
}

/** A session whose member of staff is active and unchanged since it began (role, password, state: `session_epoch`). */
export async function findSession(connection: Connection, sid: string): Promise<StoredSession | undefined> {
  return preparedRow<StoredSession>(
    connection,
    `SELECT s.sid, s.csrf_token, s.created_at, s.touched_at, s.staff_id, p.email, p.name, p.role, p.language
     FROM sessions s JOIN staff p ON p.id = s.staff_id
     WHERE s.sid = :sid AND p.state = 'active' AND p.session_epoch = s.session_epoch`,
    { sid },
  );
}

export interface NewSession {
  sid: string;
  staff_id: number;
  csrf_token: string;
  session_epoch: number;
  at: number;
}

export async function insertSession(transaction: Knex.Transaction, session: NewSession): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO sessions (sid, staff_id, csrf_token, session_epoch, created_at, touched_at)
     VALUES (:sid, :staff_id, :csrf_token, :session_epoch, :at, :at)`,
    { ...session },
  );
}

export async function deleteSession(transaction: Knex.Transaction, sid: string): Promise<number> {
  return execute(transaction, 'DELETE FROM sessions WHERE sid = :sid', { sid });
}

export async function deleteSessionsOf(transaction: Knex.Transaction, staffId: number): Promise<number> {
  return execute(transaction, 'DELETE FROM sessions WHERE staff_id = :staffId', { staffId });
}

export async function deleteExpiredSessions(transaction: Knex.Transaction, now: number): Promise<void> {
  await execute(transaction, 'DELETE FROM sessions WHERE created_at < :oldest OR touched_at < :idle', {
    oldest: now - ABSOLUTE_MS,
    idle: now - IDLE_MS,
  });
}

/** At most one write a minute and session (DESIGN 5). */
export async function touchSession(transaction: Knex.Transaction, sid: string, now: number): Promise<void> {
  await execute(transaction, 'UPDATE sessions SET touched_at = :now WHERE sid = :sid AND touched_at < :before', {
    sid,
    now,
    before: now - TOUCH_EVERY_MS,
  });
}
