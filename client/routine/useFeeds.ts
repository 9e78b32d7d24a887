import type { FeedProgress } from '#contract/manifests';
import { useRead } from '../api/useRead.ts';

const POLL_MS = 30_000;

/** How far each feed has come. */
export function useFeeds(enabled = true) {
  return useRead<FeedProgress[]>('feeds/progress', { enabled, poll: () => POLL_MS });
}
