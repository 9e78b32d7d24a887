import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { dialectOf } from '../../db/connection.ts';
import { formatInstant } from '../calendar.ts';
import { canonicalJson } from './canonical.ts';
import { auditActions, type AuditChanges, type AuditEvent } from './contract.ts';
import { redact } from './redact.ts';
import { insertEvent, lockHead, moveHead } from './store.ts';

/** What the hash of an event is taken over (CONTRACT 4): seq a number, at an ISO instant, changes an object. */
export interface HashedEvent {
  seq: number;
  at: string;
  actor: string;
  role: string;
  action: string;
  subject_type: string;
  subject_id: string;
  changes: AuditChanges;
  reason: string | null;
  prev: string;
}

/** SHA-256, hex, over the RFC 8785 form. */
export function hashOf(event: HashedEvent): string {
  const { seq, at, actor, role, action, subject_type, subject_id, changes, reason, prev } = event;
  const text = canonicalJson({ seq, at, actor, role, action, subject_type, subject_id, changes, reason, prev });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Appends one event to the chain and answers its number. The last statement of every transaction that changes
 * something: it locks the head of the chain until COMMIT, and who takes it early makes everybody wait.
 */
export async function writeAudit(transaction: Knex.Transaction, event: AuditEvent): Promise<number> {
  if (!auditActions.includes(event.action)) throw new Error(`no audit action: ${String(event.action)}`);
  const head = await lockHead(transaction, dialectOf(transaction));
  const hashed: HashedEvent = {
    seq: head.seq + 1,
    at: formatInstant(event.at),
    actor: event.actor.name,
    role: event.actor.role,
    action: event.action,
    subject_type: event.subject_type,
    subject_id: event.subject_id,
    changes: redact(event.subject_type, event.changes),
    reason: event.reason ?? null,
    prev: head.hash,
  };
  const hash = hashOf(hashed);
  await insertEvent(transaction, {
    ...hashed,
    at: event.at,
    changes: canonicalJson(hashed.changes),
    request_id: event.actor.request_id,
    hash,
  });
  await moveHead(transaction, hashed.seq, hash);
  return hashed.seq;
}
