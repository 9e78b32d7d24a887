import type { CurrencySum } from '../commissions/contract.ts';
import type { TierReviewState } from './contract-steps.ts';

export * from './contract-steps.ts';

/** Days after which a pending review is overdue (TIE-5). */
export const OVERDUE_DAYS = 5;

/** Amounts are decimal strings, rates basis points, instants ISO. */
export interface TierReviewRow {
  id: string;
  affiliate_uid: string;
  programme: string;
  month: string;
  tier_from: number;
  tier_to: number;
  qualified_invitees: number | null;
  qualified_volume_usdt: string;
  state: TierReviewState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  created_at: string;
  age_days: number;
  overdue: boolean;
  /** What a day of waiting costs the affiliate, by currency, at last month's volume (TIE-5). */
  cost_per_day: CurrencySum[];
}

export interface DossierCondition {
  tier: number;
  kind: 'invitees' | 'volume';
  required: string;
  reached: string;
  met: boolean;
  /** Reached minus required; negative: still missing. */
  margin: string;
}

export interface DossierInvitee {
  uid: string;
  bound_at: string;
  kind: string;
  registered_in_month: boolean;
  /** The deposits are asked of those only who registered in the month (TIE-1); null of the others. */
  deposits_usdt: string | null;
  deposit_margin: string | null;
  deposit_met: boolean | null;
  volume_usdt: string;
  volume_margin: string;
  volume_met: boolean;
  qualified: boolean;
  /** Registered in the month, one condition met, and at least nine tenths of the other. */
  near_miss: boolean;
}

export interface DossierHistory {
  month: string;
  outcome: string;
  tier_before: number;
  tier_reached: number;
  qualified_invitees: number | null;
  qualified_volume_usdt: string;
  review_state: string | null;
}

/** The evidence a review is decided on; kept with the decision as it was. */
export interface Dossier {
  ladder: { tier: number; name: string; rate_bps: number; qualified_invitees: number | null; qualified_volume_usdt: string | null }[];
  conditions: DossierCondition[];
  invitees: DossierInvitee[];
  history: DossierHistory[];
  cost: {
    rate_from_bps: number;
    rate_to_bps: number;
    last_month_base: CurrencySum[];
    monthly: CurrencySum[];
    per_day: CurrencySum[];
  };
}
