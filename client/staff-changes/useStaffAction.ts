import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

/** After something was asked for or decided: says so, and has the staff and the requests read anew. */
export function useStaffAction() {
  const notify = useNotify();
  const queries = useQueryClient();
  return async (done: string) => {
    notify(done, { type: 'success' });
    await Promise.all(['staff', 'staff-changes', 'read'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}
