import { useGetList } from 'react-admin';
import type { AuditRow } from '#contract/audit';

const decisions = [
  'tier_review.approved', 'tier_review.rejected', 'status_change.approved', 'status_change.rejected', 'reversal.approved',
  'reversal.rejected', 'correction.approved', 'correction.rejected', 'payouts.stopped', 'payouts.resumed',
  'manifest.override_approved', 'account.revealed', 'application.approved', 'application.rejected', 'content_review.approved',
  'content_review.rejected', 'campaign_version.approved', 'campaign_version.rejected',
];

/** The audit events of what was decided or looked at last. */
export function useLatestDecisions(enabled = true) {
  return useGetList<AuditRow>('audit-events', {
    filter: { action: decisions },
    sort: { field: 'seq', order: 'DESC' },
    pagination: { page: 1, perPage: 10 },
  }, { enabled });
}
