import { useGetList } from 'react-admin';
import type { StaffRow } from '#contract/staff';

/** The first of those who use the console. */
export function useStaffRows(enabled = true) {
  return useGetList<StaffRow>('staff', {
    filter: {},
    sort: { field: 'email', order: 'ASC' },
    pagination: { page: 1, perPage: 25 },
  }, { enabled });
}
