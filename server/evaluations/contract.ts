import type { Programme } from '../rulebooks/contract.ts';

/** What a month's evaluation comes to (TIE-4, TIE-8). */
export const outcomes = ['promotion', 'retention', 'demotion'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * One affiliate's evaluation on the wire (CONTRACT 4). In `partner`, the volume is that of three months and invitees are not
 * counted. `boosted`: a boost period kept the level (TIE-9). `review_state` is null where the outcome needed no review.
 */
export interface EvaluationRow {
  id: string;
  month: string;
  affiliate_uid: string;
  programme: Programme;
  tier_before: number;
  qualified_invitees: number | null;
  qualified_volume_usdt: string;
  tier_reached: number;
  outcome: Outcome;
  boosted: boolean;
  review_state: string | null;
}

/** The columns of the export of a month, in their order. */
export const evaluationColumns = [
  'affiliate_uid', 'programme', 'tier_before', 'qualified_invitees', 'qualified_volume_usdt', 'tier_reached', 'outcome', 'boosted',
  'review_state',
] as const satisfies (keyof EvaluationRow)[];
