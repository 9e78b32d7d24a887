import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

/** Says what was done to the stop of payouts, and has everything read anew that depends on it. */
export function useAfterStop() {
  const notify = useNotify();
  const queries = useQueryClient();
  return (done: string) => {
    notify(done, { type: 'success' });
    void queries.invalidateQueries({ queryKey: ['read'] });
    void queries.invalidateQueries({ queryKey: ['payout-stops'] });
  };
}
