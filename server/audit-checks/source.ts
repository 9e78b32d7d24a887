import type { AuditChanges } from '../audit/contract.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import type { AuditCheckResult } from './contract.ts';

/** What these events are about: the resource, so that the page hears of them. */
export const CHECKS = 'audit-checks';

/** When the chain was walked: the chain itself tells, in an event after what was walked. */
export const auditChecksSource: ListSource = {
  resource: CHECKS,
  from: 'audit_events e',
  where: `e.subject_type = '${CHECKS}' AND e.action = 'audit.verified'`,
  parameters: {},
  fields: {
    id: { sql: 'e.seq', plain: true },
    at: { sql: 'e.at' },
    checked_by: { sql: 'e.actor' },
  },
  hidden: { changes: 'e.changes' },
  newest: '(SELECT seq FROM audit_head WHERE id = 1)',
  finish: (_connection, list) => Promise.resolve(list.map(withResult)),
};

function withResult({ changes, ...shown }: ListRow): ListRow {
  const { result } = JSON.parse(changes as string) as AuditChanges;
  return { ...shown, result: result?.new as unknown as AuditCheckResult };
}
