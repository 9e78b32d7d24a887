import type { BindingKind } from '../referrals/contract.ts';
import type { AccountType, Family, KycLevel, Programme } from '../rulebooks/contract.ts';

/** What staff can lay on an affiliate, from the least to the most; each includes those before it (STA-7). */
export const restrictions = ['none', 'restricted', 'frozen', 'suspended'] as const;
export type Restriction = (typeof restrictions)[number];

/** Those that hold back what is unpaid (STA-7). */
export const holdingRestrictions = ['frozen', 'suspended'] as const satisfies readonly Restriction[];

export function holdsMoney(restriction: string): boolean {
  return (holdingRestrictions as readonly string[]).includes(restriction);
}

/** Why an enrolment ended (STA-1, STA-2, ENR-7, RUL-3). */
export const endReasons = ['moved_to_collaborator', 'account_type_changed', 'left', 'terminated', 'programme_ended'] as const;
export type EndReason = (typeof endReasons)[number];

/** Values of the filter `enrolled`: whether an enrolment is open. */
export const enrolledChoices = ['open', 'ended'] as const;

/** The ways in which a user comes to an inviter, and whom each can bind (BIN-1, BIN-5). */
export const linkBinds = {
  current: ['new', 'existing'], legacy: ['new'], code: ['new'],
} as const satisfies Record<string, readonly ('new' | 'existing')[]>;
export type LinkKind = keyof typeof linkBinds;

/** The links of a referral code. */
export type ReferralLinks = Record<Exclude<LinkKind, 'code'>, string>;

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
  /** The member of staff who looks after it (ENR-8). */
  account_manager: string | null;
  /** The version of the programme's rulebook that was accepted with the enrolment (ENR-8). */
  terms_version: number | null;
}

/** What one affiliate's page shows beside its row. */
export interface AffiliateDetail extends AffiliateRow {
  vip_level: number | null;
  /** In `pro`: basis points by family, those set cut to the ceiling, else the default (REF-4). */
  ratios: Partial<Record<Family, number>> | null;
  /** All records by currency and status. */
  totals: { currency: string; status: string; records: number; amount: string }[];
  /** Of a past instant: what the console believed at that instant; null where it believes the same of it now. */
  as_known_then: AffiliateStanding | null;
}

/**
 * What of an account can come to be known late. `account_type` null: the account itself was not known yet (and so nothing of it).
 */
export interface AffiliateStanding extends Pick<
  AffiliateDetail,
  'programme' | 'tier' | 'rate' | 'restriction' | 'vip_level' | 'ratios' | 'activated_at' | 'ended_at' | 'end_reason'
> {
  account_type: AccountType | null;
  kyc_level: KycLevel | null;
  country: string | null;
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
  /** When it was told, by the server's clock. */
  now: string;
  states: StateSpan[];
  enrolments: { programme: Programme; from: string; to: string | null; end_reason: string | null }[];
  bindings: {
    inviter: { uid: string; kind: BindingKind; bound_at: string; channel: string | null; campaign: string | null } | null;
    refusals: { inviter_code: string; inviter_uid: string | null; codes: string[]; at: string }[];
  };
}

/** What an entry of the timeline is about: for its icon, and to show only some. */
export const timelineKinds = [
  'account', 'enrolment', 'tier', 'restriction', 'ratio', 'status_change', 'tier_review', 'boost', 'reversal', 'correction', 'payout', 'bonus',
  'note',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** What happened, for the page to put into words. */
export const timelineCodes = [
  'registered', 'account_type_changed', 'kyc_level_changed', 'vip_level_changed', 'country_changed', 'activity',
  'enrolment_begun', 'enrolment_ended', 'tier_changed', 'restriction_changed', 'ratio_set',
  'status_change_requested', 'status_change_approved', 'status_change_applied', 'status_change_rejected', 'status_change_cancelled',
  'status_change_lapsed',
  'tier_review_created', 'tier_review_approved', 'tier_review_rejected', 'tier_review_superseded', 'tier_review_withdrawn',
  'boost_requested', 'boost_approved', 'boost_rejected',
  'reversal_requested', 'reversal_approved', 'reversal_rejected', 'correction_requested', 'correction_approved', 'correction_rejected',
  'payout_line_made', 'payout_line_paid', 'payout_line_failed', 'payout_line_withdrawn',
  'campaign_joined', 'bonus_earned', 'bonus_distributed', 'bonus_failed', 'note_written', 'feedback_written',
] as const;
export type TimelineCode = (typeof timelineCodes)[number];

type Plain = string | number | boolean | null;

/**
 * One entry of an affiliate's timeline. `at`: when it held or was done; `known_at`: when the console came to know it, later than `at`
 * of a late fact. `actor` null: it came with the exchange's data. Amounts are decimal strings, instants ISO.
 */
export interface TimelineEntry {
  id: string;
  at: string;
  known_at: string;
  kind: TimelineKind;
  title: { code: TimelineCode; parameters: Record<string, Plain> };
  subject: { type: string; id: string };
  actor: string | null;
  details: Record<string, Plain | Plain[]>;
}

/** `next`: the parameters of the page that follows, null at the end. */
export interface TimelinePage {
  entries: TimelineEntry[];
  next: { before: string; before_id: string } | null;
}

export const TIMELINE_LIMIT = { default: 50, max: 200 } as const;
