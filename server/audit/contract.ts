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
  'staff.language_chosen',
  'staff.second_factor_set',
  'staff.second_factor_removed',
  'staff.role_changed',
  'staff.disabled',
  'staff.enabled',
  'staff_change.requested',
  'staff_change.approved',
  'staff_change.rejected',
  'staff_change.cancelled',
  'tier_review.created',
  'tier_review.approved',
  'tier_review.rejected',
  'tier_review.superseded',
  'tier_review.withdrawn',
  'status_change.requested',
  'status_change.approved',
  'status_change.applied',
  'status_change.rejected',
  'status_change.cancelled',
  'status_change.lapsed',
  'boost.requested',
  'boost.approved',
  'boost.rejected',
  'bonus.withdrawn',
  'reversal.requested',
  'reversal.approved',
  'reversal.rejected',
  'correction.requested',
  'correction.approved',
  'correction.rejected',
  'payout.released',
  'payout.paid',
  'payout_line.settled',
  'payouts.stopped',
  'payouts.resume_requested',
  'payouts.resumed',
  'payouts.resume_rejected',
  'manifest.override_requested',
  'manifest.override_approved',
  'manifest.override_rejected',
  'application.filed',
  'application.approved',
  'application.rejected',
  'content_review.submitted',
  'content_review.approved',
  'content_review.rejected',
  'account_manager.assigned',
  'note.written',
  'claim.taken',
  'claim.released',
  'claim.handed_over',
  'saved_view.created',
  'saved_view.changed',
  'saved_view.deleted',
  'campaign.created',
  'campaign.edited',
  'campaign.activated',
  'campaign.paused',
  'campaign.ended',
  'campaign.begun',
  'campaign.joined',
  'campaign_version.written',
  'campaign_version.requested',
  'campaign_version.approved',
  'campaign_version.rejected',
  'campaign_version.cancelled',
  'audit.head_written',
  'audit.verified',
  'audit_sample.drawn',
  'audit_sample.concluded',
  'audit_sample.signed_off',
  'run.started',
  'run.finished',
  'import.started',
  'import.finished',
  'import.failed',
  'enrolment.ended',
  'account.revealed',
  'account.searched_by_email',
  'rulebook.seeded',
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
