import { useInfiniteQuery } from '@tanstack/react-query';
import type { TimelineEntry, TimelinePage } from '#contract/affiliates';
import { useApi } from '../api/useRead.ts';

interface Entries {
  /** Null until the first ones have come. */
  entries: TimelineEntry[] | null;
  error: Error | null;
  more: boolean;
  busy: boolean;
  readMore: () => void;
}

/** The timeline page by page, the latest first. */
export function useTimelineEntries(uid: string): Entries {
  const api = useApi();
  const path = `affiliates/${encodeURIComponent(uid)}/timeline/entries`;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['read', path],
    queryFn: ({ pageParam, signal }) =>
      api.read<TimelinePage>(pageParam ? `${path}?${new URLSearchParams(pageParam)}` : path, signal),
    initialPageParam: null as TimelinePage['next'],
    getNextPageParam: ({ next }) => next,
    retry: false,
  });
  return {
    entries: data?.pages.flatMap(({ entries }) => entries) ?? null,
    error,
    more: hasNextPage,
    busy: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  };
}
