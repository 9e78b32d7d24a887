import type { Family } from '../../rulebooks/contract.ts';
import type { Step } from '../wording.ts';

interface Held {
  step: Step;
  rate_bps: number;
}

/** Why an affiliate has this tier (section 5 of the rules), in parts that follow one another. Volumes in USDT. */
export interface TierCases {
  /** In `pro`: rates by family instead of tiers (REF-4). */
  no_tiers: { rates: { family: Family; rate_bps: number }[] };
  /** No month was evaluated yet since the enrolment. */
  entry: Held & { at: number; first_month: string };
  figures: { month: string; invitees: number; volume: bigint };
  /** Of three months, the last of them named. */
  figures_of_three: { month: string; volume: bigint };
  kept: Held;
  /** TIE-9. `reached`: what the figures alone would have led to. */
  kept_boosted: Held & { reached: Step };
  fell: Held & { at: number };
  rose: Held & { at: number };
  /** `next`: the tier that waits for its review, or did not come of it. */
  rise_waits: Held & { next: Step };
  rise_confirmed: Held & { at: number };
  rise_not_confirmed: Held & { next: Step };
  missing: { next: Step; invitees: number; volume: bigint; invitees_missing: number; volume_missing: bigint };
  missing_volume: { next: Step; volume: bigint; volume_missing: bigint };
  highest: { step: Step };
  /** A boost period is active now. */
  boost_until: { until: number };
}
