import { parseAmount } from '../money.ts';
import type { RulebookDocument, RulebookTier } from '../rulebooks/contract.ts';

export type Outcome = 'promotion' | 'retention' | 'demotion';

export interface MonthFigures {
  qualified_invitees: number;
  volume_e8: bigint;
}

/** Any one condition reaches a tier; the entry tier has none (TIE-1, TIE-2, TIE-8). */
export function isReached(tier: RulebookTier, figures: MonthFigures): boolean {
  if (tier.qualified_invitees === null && tier.qualified_volume_usdt === null) return true;
  if (tier.qualified_invitees !== null && figures.qualified_invitees >= tier.qualified_invitees) return true;
  return tier.qualified_volume_usdt !== null && figures.volume_e8 >= requiredVolume(tier);
}

export function requiredVolume(tier: RulebookTier): bigint {
  return parseAmount(tier.qualified_volume_usdt ?? '0') as bigint;
}

/** TIE-4, TIE-8, TIE-10: the highest tier whose condition is met. */
export function tierReached(rulebook: RulebookDocument, figures: MonthFigures): number {
  return Math.max(...rulebook.tiers.filter((tier) => isReached(tier, figures)).map((tier) => tier.tier));
}

export interface Verdict {
  tier_reached: number;
  outcome: Outcome;
  /** A boost period kept the level (TIE-9). */
  boosted: boolean;
  /** The tier from the first instant of the next month on; a promotion that waits for review changes nothing yet. */
  tier_after: number;
  /** A review must be decided by staff (TIE-4). */
  review: boolean;
}

/** What a month's figures mean against the tier held at its end (TIE-4, TIE-8 to TIE-10). */
export function judge(rulebook: RulebookDocument, tierBefore: number, figures: MonthFigures, boostActive: boolean): Verdict {
  const reached = tierReached(rulebook, figures);
  if (reached > tierBefore) {
    const review = rulebook.promotion === 'review';
    return { tier_reached: reached, outcome: 'promotion', boosted: false, tier_after: review ? tierBefore : reached, review };
  }
  if (reached === tierBefore) return { tier_reached: reached, outcome: 'retention', boosted: false, tier_after: tierBefore, review: false };
  if (boostActive) return { tier_reached: reached, outcome: 'retention', boosted: true, tier_after: tierBefore, review: false };
  return { tier_reached: reached, outcome: 'demotion', boosted: false, tier_after: reached, review: false };
}

/**
 * TIE-11: volume still needed this month for a tier: its lower bound minus what the window holds, the older months and this
 * one so far, never below zero. All in e8.
 */
export function volumeStillNeeded(tier: RulebookTier, windowVolume: bigint): bigint {
  const needed = requiredVolume(tier) - windowVolume;
  return needed > 0n ? needed : 0n;
}
