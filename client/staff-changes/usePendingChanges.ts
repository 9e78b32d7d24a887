import { useGetList } from 'react-admin';
import type { StaffChangeRow } from '#contract/staff-changes';
import { useMay } from '../auth/access.ts';

/** What was asked for among the staff and waits for compliance, the longest waiting first; read once for all who show it. */
export function usePendingChanges(): readonly StaffChangeRow[] {
  const may = useMay('staff-changes', 'read');
  const { data } = useGetList<StaffChangeRow>(
    'staff-changes',
    { filter: { state: 'pending' }, sort: { field: 'id', order: 'ASC' }, pagination: { page: 1, perPage: 100 } },
    { enabled: may },
  );
  return data ?? [];
}
