import { useEffect, useRef } from 'react';
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
 * `since`: the field that says since when it has been waiting. `after` says, once it is decided, which case comes next:
 * whoever decides faster than the queue is read is led on all the same.
 */
export function useQueue(resource: Resource, id: string, since = 'requested_at'): { queue: Queue | null; after: () => string | null } {
  const { data } = useGetList<{ id: string }>(resource, {
    pagination: { page: 1, perPage: 500 },
    sort: { field: since, order: 'ASC' },
    filter: { state: 'pending' },
  });
  const ids = data?.map((request) => request.id) ?? [];
  const position = ids.indexOf(id);
  const queue = position < 0 ? null : { position, length: ids.length, previous: ids[position - 1] ?? null, next: ids[position + 1] ?? null };
  const known = useRef<{ id: string; beside: string | null; ids: string[] }>({ id, beside: null, ids: [] });
  useEffect(() => {
    const before = known.current.id === id ? known.current.beside : null;
    known.current = { id, beside: queue ? (queue.next ?? queue.previous) : before, ids };
  });
  const after = () => known.current.beside ?? known.current.ids.find((one) => one !== id) ?? null;
  return { queue, after };
}
