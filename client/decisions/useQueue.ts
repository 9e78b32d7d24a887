import { useGetList } from 'react-admin';
import type { Resource } from '#contract/policy';

export interface Queue {
  position: number;
  length: number;
  previous: string | null;
  next: string | null;
}

/**
 * Where a request stands among the pending ones, the longest waiting first; null for one that is not among them.
 * `since`: the field that says since when it has been waiting.
 */
export function useQueue(resource: Resource, id: string, since = 'requested_at'): Queue | null {
  const { data } = useGetList<{ id: string }>(resource, {
    pagination: { page: 1, perPage: 500 },
    sort: { field: since, order: 'ASC' },
    filter: { state: 'pending' },
  });
  const ids = data?.map((request) => request.id) ?? [];
  const position = ids.indexOf(id);
  if (position < 0) return null;
  return { position, length: ids.length, previous: ids[position - 1] ?? null, next: ids[position + 1] ?? null };
}
