import type { BindingKind } from '../referrals/contract.ts';
import type { AccountType, Family, KycLevel, Programme } from '../rulebooks/contract.ts';

/** What staff can lay on an affiliate, from the least to the most; each includes those before it (STA-7). */
export const restrictions = ['none', 'restricted', 'frozen', 'suspended'] as const;
export type Restriction = (typeof restrictions)[number];

/** Why an enrolment ended (STA-1, STA-2, ENR-7, RUL-3). */
export const endReasons = ['moved_to_collaborator', 'account_type_changed', 'left', 'terminated', 'programme_ended'] as const;

/** Values of the filter `enrolled`: whether an enrolment is open. */
export const enrolledChoices = ['open', 'ended'] as const;

/**
 * The links of a referral code (BIN-5). The current one binds new and existing users, the legacy one new users only.
 */
export interface ReferralLinks {
  current: string;
  legacy: string;
}

/** S2 gives the current form; the legacy one is the exchange's registration page with the same parameter. */
export function linksOf(referralCode: string): ReferralLinks {
  const ref = encodeURIComponent(referralCode);
  return {
    current: `https://www.binance.com/join?ref=${ref}`,
    legacy: `https://accounts.binance.com/register?ref=${ref}`,
  };
}

/**
 * An affiliate on the wire: the account and its last enrolment, as of an instant. `programme` is null of an account that was
 * not enrolled by then, `tier` and `rate` (basis points) while no enrolment is open; `rate` also in `pro`, which has ratios.
 */
export interface AffiliateRow {
  id: string;
  uid: string;
  programme: Programme | null;
  tier: number | null;
  rate: number | null;
  account_type: AccountType;
  kyc_level: KycLevel;
  country: string;
  restriction: Restriction;
  activated_at: string | null;
  ended_at: string | null;
  end_reason: string | null;
  referral_code: string | null;
  registered_at: string;
  email?: string | null;
  name?: string | null;
  links: ReferralLinks | null;
  referrals_count: number;
  inviter_uid: string | null;
}

/** What one affiliate's page shows beside its row. */
export interface AffiliateDetail extends AffiliateRow {
  vip_level: number | null;
  /** In `pro`: basis points by family, those set cut to the ceiling, else the default (REF-4). */
  ratios: Partial<Record<Family, number>> | null;
  /** All records by currency and status. */
  totals: { currency: string; status: string; records: number; amount: string }[];
}

/** A value of an account's state over `[from, to)`; `to` null: until further notice. */
export interface StateSpan {
  field: string;
  value: string;
  from: string;
  to: string | null;
  /** What brought it: `registration`, `event:…`, `activation:…`, `evaluation:…`, `tier_review:…`. */
  cause: string;
}

/** What has happened to an account, as believed now, in the order of time. */
export interface AffiliateTimeline {
  states: StateSpan[];
  enrolments: { programme: Programme; from: string; to: string | null; end_reason: string | null }[];
  bindings: {
    inviter: { uid: string; kind: BindingKind; bound_at: string; channel: string | null; campaign: string | null } | null;
    refusals: { inviter_code: string; inviter_uid: string | null; codes: string[]; at: string }[];
  };
}
