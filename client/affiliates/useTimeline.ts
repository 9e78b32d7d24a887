import type { AffiliateTimeline } from '#contract/affiliates';
import { useRead } from '../api/useRead.ts';

export function useTimeline(uid: string) {
  return useRead<AffiliateTimeline>(`affiliates/${encodeURIComponent(uid)}/timeline`);
}
