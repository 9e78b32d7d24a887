import { useEffect } from 'react';
import { useGetList, useLocation } from 'react-admin';
import type { PayoutStopRow } from '#contract/payouts';

/**
 * The stop that holds all payouts now (PAY-7), null where none does, undefined until it is known. Read again with every
 * page that is gone to.
 */
export function useStop(): PayoutStopRow | null | undefined {
  const { pathname } = useLocation();
  const { data, refetch } = useGetList<PayoutStopRow>('payout-stops', {
    filter: { state: ['active', 'resume_requested'] },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  useEffect(() => {
    void refetch();
  }, [pathname, refetch]);
  return data === undefined ? undefined : (data[0] ?? null);
}
