import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { csrfToken } from '../api/session.ts';
import type { LiveAnswer } from '../api/verbs.ts';
import { useApi } from '../api/useRead.ts';
import { isTouched } from './touched.ts';

/** What others do is to be seen within five seconds; a 304 costs the server 1.6 ms of processor time: fifty people looking, 2 % of a core. */
const EVERY_MS = 5_000;
/** While the server cannot be reached, or refuses. */
const AFTER_FAULT_MS = 10_000;
const KEY = ['live'];

/** What the server said last; asked again and again as long as the page is looked at, by one question for all who use it. */
export function useLive(): LiveAnswer | undefined {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery<LiveAnswer | null>({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<LiveAnswer>(KEY) ?? null;
      // The same object where nothing has changed: nobody is told.
      return (await api.live(before?.tag ?? null, signal)) ?? before;
    },
    // Who has signed out has nothing to ask: a refusal would sign them out again, on their way back in.
    refetchInterval: ({ state }) => (csrfToken() === null ? false : state.status === 'error' ? AFTER_FAULT_MS : EVERY_MS),
    retry: false,
    staleTime: EVERY_MS,
    structuralSharing: false,
  });
  return data ?? undefined;
}

/** Has what is on the screen read anew once others have changed something. */
export function useLiveRefresh(): void {
  const queries = useQueryClient();
  const live = useLive();
  const seen = useRef<LiveAnswer | undefined>(undefined);
  useEffect(() => {
    if (!live || seen.current === live) return;
    seen.current = live;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(queryKey, live.changed) });
  }, [live, queries]);
}
