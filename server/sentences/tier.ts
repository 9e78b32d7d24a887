import { addMonths, monthOf, monthStart } from '../calendar.ts';
import type { Outcome } from '../evaluations/contract.ts';
import { requiredVolume, volumeStillNeeded } from '../evaluations/rules.ts';
import type { Family, Programme, RulebookTier } from '../rulebooks/contract.ts';
import type { TierReviewState } from '../tier-reviews/contract.ts';
import type { Sentence } from './contract.ts';
import { speaker, together } from './form.ts';
import type { TierCases } from './tier/cases.ts';
import { german } from './tier/de.ts';
import { english } from './tier/en.ts';
import { persian } from './tier/fa.ts';
import { french } from './tier/fr.ts';
import type { Step, Told } from './wording.ts';

const say = speaker<TierCases>({ en: english, fr: french, de: german, fa: persian });

/** The last evaluation of an open enrolment; volumes in e8. */
export interface TierEvaluation {
  /** The ladder that the month was measured by, of its last millisecond (TIE-3). */
  tiers: RulebookTier[];
  month: string;
  tier_before: number;
  /** null where the programme does not count them. */
  qualified_invitees: number | null;
  volume_e8: bigint;
  tier_reached: number;
  outcome: Outcome;
  boosted: boolean;
  review: { state: TierReviewState; decided_at: number | null } | null;
}

export interface TierStanding {
  programme: Programme;
  activated_at: number;
  tier: number;
  /** The ladder of the rulebook in force: what the tier held is called and pays today. */
  tiers: RulebookTier[];
  evaluation: TierEvaluation | null;
  boost_until: number | null;
}

/** Rates instead of tiers (REF-4). */
export function ratesSentence(rates: Partial<Record<Family, number>>): Sentence {
  const list = (Object.entries(rates) as [Family, number][]).map(([family, rate_bps]) => ({ family, rate_bps }));
  return say({ tells: 'no_tiers', facts: { rates: list } });
}

/**
 * Why this tier: the month's figures, what came of them, what was missing for the next, and a boost that protects it. Null where the ladder in
 * force is shorter than the tier held: what it pays cannot be told.
 */
export function tierSentence(standing: TierStanding): Sentence | null {
  if (!standing.tiers.some(({ tier }) => tier === standing.tier)) return null;
  const { evaluation, boost_until } = standing;
  const parts = evaluation === null ? [tellEntry(standing)] : tellMonth(standing, evaluation);
  if (boost_until !== null) parts.push({ tells: 'boost_until', facts: { until: boost_until } });
  return together(...parts.map((part) => say(part)));
}

function tellEntry({ programme, activated_at, tier, tiers }: TierStanding): Told<TierCases> {
  const held = heldAt(programme, tiers, tier);
  return { tells: 'entry', facts: { ...held, at: activated_at, first_month: monthOf(activated_at) } };
}

function tellMonth(standing: TierStanding, evaluation: TierEvaluation): Told<TierCases>[] {
  const { programme, tiers, tier } = standing;
  const { month, qualified_invitees: invitees, volume_e8: volume } = evaluation;
  const figures: Told<TierCases> = invitees === null
    ? { tells: 'figures_of_three', facts: { month, volume } }
    : { tells: 'figures', facts: { month, invitees, volume } };
  const outcome = tellOutcome(standing, evaluation);
  if (evaluation.outcome === 'promotion') return [figures, outcome];
  // Kept by a boost: what it would have taken to keep it without one.
  const next = evaluation.tiers.find((one) => one.tier === (evaluation.boosted ? tier : tier + 1));
  return [figures, outcome, next ? tellMissing(programme, next, invitees, volume) : { tells: 'highest', facts: { step: stepOf(programme, tiers, tier) } }];
}

function tellOutcome({ programme, tiers, tier }: TierStanding, evaluation: TierEvaluation): Told<TierCases> {
  const { month, tier_reached, outcome, boosted, review } = evaluation;
  const held = heldAt(programme, tiers, tier);
  const at = monthStart(addMonths(month, 1));
  const reached = stepOf(programme, evaluation.tiers, tier_reached);
  if (outcome === 'demotion') return { tells: 'fell', facts: { ...held, at } };
  if (outcome === 'retention') return boosted ? { tells: 'kept_boosted', facts: { ...held, reached } } : { tells: 'kept', facts: held };
  if (review === null) return { tells: 'rose', facts: { ...held, at } };
  if (review.state === 'approved' && review.decided_at !== null) return { tells: 'rise_confirmed', facts: { ...held, at: review.decided_at } };
  return { tells: review.state === 'pending' ? 'rise_waits' : 'rise_not_confirmed', facts: { ...held, next: reached } };
}

function tellMissing(programme: Programme, next: RulebookTier, invitees: number | null, volume: bigint): Told<TierCases> {
  const facts = { next: { programme, tier: next.tier, name: next.name }, volume: requiredVolume(next), volume_missing: volumeStillNeeded(next, volume) };
  if (invitees === null || next.qualified_invitees === null) return { tells: 'missing_volume', facts };
  const invitees_missing = Math.max(next.qualified_invitees - invitees, 0);
  return { tells: 'missing', facts: { ...facts, invitees: next.qualified_invitees, invitees_missing } };
}

function heldAt(programme: Programme, tiers: RulebookTier[], tier: number): { step: Step; rate_bps: number } {
  return { step: stepOf(programme, tiers, tier), rate_bps: found(tiers, tier).rate_bps };
}

function stepOf(programme: Programme, tiers: RulebookTier[], tier: number): Step {
  return { programme, tier, name: found(tiers, tier).name };
}

/** The tier held is one of the ladder in force, the tier reached one of the month's. */
function found(tiers: RulebookTier[], tier: number): RulebookTier {
  const one = tiers.find((step) => step.tier === tier);
  if (!one) throw new Error(`the rulebook has no tier ${tier}`);
  return one;
}
