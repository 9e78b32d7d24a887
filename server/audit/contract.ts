import type { Role } from '../policy/contract.ts';

/** Who did it. `name` is the e-mail address of a member of staff, or `system`. */
export interface Actor {
  staff_id: number | null;
  name: string;
  role: Role | 'system';
  request_id: string | null;
}

/** The console itself: feeds, the daily routine, commands at the machine. */
export const systemActor: Actor = { staff_id: null, name: 'system', role: 'system', request_id: null };

/** Everything that leaves an audit event: a closed list of `noun.verb_past`. */
export const auditActions = [
  'session.opened',
  'session.closed',
  'session.refused',
  'staff.invited',
  'staff.seeded',
  'staff.password_set',
  'tier_review.created',
  'tier_review.approved',
  'tier_review.rejected',
  'tier_review.superseded',
  'tier_review.withdrawn',
  'run.started',
  'run.finished',
  'run.failed',
  'import.started',
  'import.finished',
  'import.failed',
  'enrolment.ended',
  'account.revealed',
  'account.searched_by_email',
  'rulebook.seeded',
  'rulebook.proposed',
  'rulebook.approved',
  'rulebook.rejected',
  'export.made',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type AuditValue = string | number | boolean | null | AuditValue[] | { [name: string]: AuditValue };
export type AuditChanges = Record<string, { old: AuditValue; new: AuditValue }>;

/** One change, as it is handed to writeAudit. `at` in ms; `subject_id` is the id the resource has on the wire. */
export interface AuditEvent {
  at: number;
  actor: Actor;
  action: AuditAction;
  subject_type: string;
  subject_id: string;
  changes: AuditChanges;
  reason?: string | null;
}

/**
 * A row of `audit-events` on the wire (CONTRACT 4). The hash is taken over these fields without id, request_id and
 * hash.
 */
export interface AuditRow {
  id: string;
  seq: number;
  at: string;
  actor: string;
  role: string;
  action: string;
  subject_type: string;
  subject_id: string;
  changes: AuditChanges;
  reason: string | null;
  request_id: string | null;
  prev: string;
  hash: string;
}
