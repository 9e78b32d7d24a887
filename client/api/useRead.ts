import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDataProvider } from 'react-admin';
import { answering } from './answered.ts';
import type { ConsoleDataProvider } from './dataProvider.ts';

interface ReadOptions<Body> {
  enabled?: boolean;
  /** Milliseconds until it is asked again, by what came last; false: not again. */
  poll?: (last: Body | undefined) => number | false;
  keepPrevious?: boolean;
}

export function useApi(): ConsoleDataProvider {
  const api = useDataProvider<ConsoleDataProvider>();
  return useMemo(() => answering(api), [api]);
}

/** Reads one path of the API. */
export function useRead<Body>(path: string, options: ReadOptions<Body> = {}): UseQueryResult<Body> {
  const api = useApi();
  const { enabled = true, poll, keepPrevious } = options;
  return useQuery<Body>({
    queryKey: ['read', path],
    queryFn: ({ signal }) => api.read<Body>(path, signal),
    enabled,
    retry: false,
    ...(poll ? { refetchInterval: (query) => poll(query.state.data) } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
