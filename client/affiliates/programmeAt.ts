import type { AffiliateTimeline } from '#contract/affiliates';

/** The programme that an account was enrolled in at an instant; null where it was in none. */
export function programmeAt({ enrolments }: AffiliateTimeline, at: string): string | null {
  return enrolments.find(({ from, to }) => from <= at && (to === null || at < to))?.programme ?? null;
}
