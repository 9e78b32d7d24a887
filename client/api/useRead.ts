import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { answered } from './answered.ts';
import type { ConsoleDataProvider } from './dataProvider.ts';

interface ReadOptions<Body> {
  enabled?: boolean;
  /** Milliseconds until it is asked again, by what came last; false: not again. */
  poll?: (last: Body | undefined) => number | false;
  keepPrevious?: boolean;
}

export function useApi(): ConsoleDataProvider {
  return useDataProvider<ConsoleDataProvider>();
}

/** Reads one path of the API. */
export function useRead<Body>(path: string, options: ReadOptions<Body> = {}): UseQueryResult<Body> {
  const api = useApi();
  const { enabled = true, poll, keepPrevious } = options;
  return useQuery<Body>({
    queryKey: ['read', path],
    queryFn: async ({ signal }) => answered(await api.read<Body>(path, signal)),
    enabled,
    retry: false,
    ...(poll ? { refetchInterval: (query) => poll(query.state.data) } : {}),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
