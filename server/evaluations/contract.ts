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

/** A step of the ladder with its conditions, null where it has none of the kind; any one of them reaches it. */
export interface OutlookStep {
  tier: number;
  name: string;
  /** The volume still needed for it in the month, never below zero. */
  needed_usdt: string;
  qualified_volume_usdt: string | null;
  qualified_invitees: number | null;
}

/** TIE-11, in USDT: what the window of the begun month holds so far, and what is still needed in it. */
export interface Outlook {
  month: string;
  programme: Programme;
  tier: number;
  window_usdt: string;
  /** Of the begun month so far; null where the programme does not count invitees. */
  qualified_invitees: number | null;
  keep: OutlookStep;
  /** null on the highest step. */
  next: OutlookStep | null;
}

/** `GET /api/affiliates/:uid/outlook`: null without an open enrolment with steps. */
export interface OutlookAnswer {
  outlook: Outlook | null;
}
