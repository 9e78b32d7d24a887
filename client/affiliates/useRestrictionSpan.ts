import type { StateSpan } from '#contract/affiliates';
import { useTimeline } from './useTimeline.ts';

/** Since when the restriction that holds now has held, and what brought it; null until that is known. */
export function useRestrictionSpan(uid: string, restriction: string): StateSpan | null {
  const { data } = useTimeline(uid);
  if (!data) return null;
  const spans = data.states.filter(({ field, value, from }) => field === 'restriction' && value === restriction && from <= data.now);
  return spans.at(-1) ?? null;
}
