import type { ListSource } from '../lists/source.ts';

/** The audit trail as a list (CONTRACT 4). */
export const auditSource: ListSource = {
  resource: 'audit-events',
  from: 'audit_events a',
  parameters: {},
  fields: {
    id: { sql: 'a.seq' },
    seq: { sql: 'a.seq' },
    at: { sql: 'a.at' },
    actor: { sql: 'a.actor' },
    role: { sql: 'a.role' },
    action: { sql: 'a.action' },
    subject_type: { sql: 'a.subject_type' },
    subject_id: { sql: 'a.subject_id' },
    changes: { sql: 'a.changes' },
    reason: { sql: 'a.reason', nullable: true },
    request_id: { sql: 'a.request_id', nullable: true },
    prev: { sql: 'a.prev' },
    hash: { sql: 'a.hash' },
  },
  newest: '(SELECT seq FROM audit_head WHERE id = 1)',
  columns: ['seq', 'at', 'actor', 'role', 'action', 'subject_type', 'subject_id', 'changes', 'reason', 'prev', 'hash'],
};
