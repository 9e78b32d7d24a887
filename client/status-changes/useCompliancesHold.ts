import { isRestrictionKind, type StatusChangeRow } from '#contract/status-changes';
import { useTimeline } from '../affiliates/useTimeline.ts';
import { useRead } from '../api/useRead.ts';

const order = ['none', 'restricted', 'frozen', 'suspended'];

/**
 * Whether a request lowers a restriction that compliance asked for: only compliance approves that (CONTRACT 3). False
 * until it is known; the server asks again in any case.
 */
export function useCompliancesHold(change: StatusChangeRow): boolean {
  const lowers = isRestrictionKind(change.kind) && order.indexOf(change.to) < order.indexOf(change.from);
  const { data } = useTimeline(change.affiliate_uid);
  const span = data?.states.find(
    ({ field, from, to }) =>
      field === 'restriction' && from <= change.effective_at && (to === null || change.effective_at < to),
  );
  const holder = /^status_change:(\d+)$/.exec(span?.cause ?? '')?.[1];
  const { data: held } = useRead<StatusChangeRow>(`status-changes/${holder}`, {
    enabled: lowers && holder !== undefined,
  });
  return lowers && held?.requested_role === 'compliance';
}
