import { useGetList } from 'react-admin';
import type { TierReviewRow } from '#contract/tier-reviews';

interface Queue {
  position: number;
  length: number;
  previous: string | null;
  next: string | null;
}

/** Where a review stands among the pending ones, the longest waiting first; null for one that is not among them. */
export function useQueue(id: string): Queue | null {
  const { data } = useGetList<TierReviewRow>('tier-reviews', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'created_at', order: 'ASC' },
    filter: { state: 'pending' },
  });
  const ids = data?.map((review) => review.id) ?? [];
  const position = ids.indexOf(id);
  if (position < 0) return null;
  return { position, length: ids.length, previous: ids[position - 1] ?? null, next: ids[position + 1] ?? null };
}
