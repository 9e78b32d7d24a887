import type { TierReviewRow } from '#contract/tier-reviews';
import { useTierName } from '../fields/TierField.tsx';
import { useText } from '../i18n/useText.ts';

/** From which tier of the ladder to which. */
export function TierChange({ review }: { review: Pick<TierReviewRow, 'programme' | 'tier_from' | 'tier_to'> }) {
  const t = useText();
  const name = useTierName();
  const { programme, tier_from, tier_to } = review;
  return <span>{t('reviews.change', { from: name(programme, tier_from), to: name(programme, tier_to) })}</span>;
}
