import type { FactValues } from '../explanations/contract.ts';
import type { Sentence } from '../sentences/contract.ts';

/** How an existing account came to its inviter (BIN-5): only the current link can bind it. */
export const recallChannels = ['current_link', 'legacy_link', 'code'] as const;
export type RecallChannel = (typeof recallChannels)[number];

/** Why a recall does not bind, in the order of BIN-5: all that apply are told. */
export const recallRefusalCodes = [
  'inviter_not_in_programme', 'inviter_restricted', 'legacy_link', 'code_not_supported', 'already_bound', 'account_too_young', 'recently_active',
  'recall_region_closed', 'not_confirmed',
] as const;
export type RecallRefusal = (typeof recallRefusalCodes)[number];

/** The form that a condition's fact takes; the page puts it into the reader's language. */
export const recallFactKeys = [
  'no_such_code', 'takes_part', 'takes_no_part', 'no_inviter', 'restriction', 'came_through', 'bound', 'not_bound', 'age', 'age_without_rule', 'never_used',
  'last_use', 'last_use_without_rule', 'region_open', 'region_closed', 'confirmed', 'not_confirmed',
] as const;
export type RecallFactKey = (typeof recallFactKeys)[number];

/** One condition of BIN-4 or BIN-5: the refusal that it leads to, what it was judged by, and whether it holds; null where it cannot be asked. */
export interface RecallFact {
  rule: 'BIN-4' | 'BIN-5' | 'BIN-6';
  code: RecallRefusal;
  fact: string;
  fact_key: RecallFactKey;
  fact_values: FactValues;
  passed: boolean | null;
}

/**
 * `GET /api/recall-eligibility`: whether the account could be bound at the instant, if it confirmed then. `possible_from`: the first UTC
 * day on which it could, if nothing but time changes; null where time alone does not help.
 */
export interface RecallEligibility {
  uid: string;
  inviter_uid: string | null;
  at: string;
  via: RecallChannel;
  confirmation_assumed: true;
  eligible: boolean;
  refusals: RecallRefusal[];
  facts: RecallFact[];
  possible_from: string | null;
  /** Days that age and inactivity must exceed at the instant; null where no rulebook says. */
  days_required: number | null;
  /** The answer for the inviter who asks, without what is the other account's own. */
  sentence: Sentence;
}

/** An attempt on the wire: accepted, or refused with every reason. */
export interface RecallRow {
  id: string;
  recall_id: string;
  uid: string;
  inviter_uid: string | null;
  inviter_code: string;
  via: RecallChannel;
  attempted_at: string;
  confirmed_at: string | null;
  outcome: 'accepted' | 'refused';
  refusals: RecallRefusal[];
  arrived_at: string;
}

/** `GET /api/affiliates/:uid/recalled` (DSH-5, BIN-8): figures as of the end of the day before, `as_of`. */
export interface RecalledFigures {
  as_of: string;
  number: number;
  /** The latest first, at most RECALLED_UIDS of them. */
  uids: string[];
  commission: { currency: string; records: number; amount: string }[];
}
export const RECALLED_UIDS = 1_000;
