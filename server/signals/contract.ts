import type { FactValues } from '../explanations/contract.ts';

/** What may be worth a look (RSK-1): nothing is decided by any of them. */
export const signalKinds = ['self_referral', 'registration_burst', 'threshold_activity', 'quick_withdrawal', 'one_sided_api'] as const;
export type SignalKind = (typeof signalKinds)[number];

/** From when on a fact is a signal. Amounts in whole USDT, shares in basis points. All are about those who registered in the month. */
export const signalThresholds = {
  /** So many registrations through one inviter within so many minutes. */
  burst: { registrations: 10, minutes: 60 },
  /** Volume and deposits from the threshold of TIE-1 up to so far above it, by so many invitees and such a share of those who traded. */
  threshold: { volume: 1_000, volume_below: 1_100, deposits: 100, deposits_below: 110, invitees: 3, share_bps: 5_000 },
  /** A deposit from this amount on of which such a share leaves within so many hours, by so many invitees. */
  withdrawal: { deposit: 100, share_bps: 8_000, hours: 72, invitees: 2 },
  /** A volume from this amount on of which such a share came through the API. */
  api: { volume: 10_000, share_bps: 9_500 },
} as const;

/** Uids that one fact names at most; `count` tells how many there are. */
export const SIGNAL_UIDS = 50;
/** Months that one question may ask about. */
export const SIGNAL_MONTHS = 12;

/** The form that a signal's fact takes; the page puts it into the reader's language. */
export const signalFactKeys = [
  'email_of_inviter', 'email_alike', 'name_of_inviter', 'name_alike', 'registrations_within', 'just_over_thresholds', 'deposit_withdrawn', 'volume_through_api',
] as const;
export type SignalFactKey = (typeof signalFactKeys)[number];

export interface SignalFact {
  code: 'same_email_base' | 'same_name' | 'registrations_within' | 'just_over_thresholds' | 'deposit_withdrawn' | 'volume_through_api';
  fact: string;
  fact_key: SignalFactKey;
  fact_values: FactValues;
  count: number;
  uids: string[];
}

/** Where the rows behind it are listed. */
export interface SignalLink {
  resource: 'affiliates' | 'referrals';
  filter: Record<string, string | string[]>;
}

/** One kind of signal about one affiliate in one month; its id is `<month>.<kind>.<uid>`. */
export interface SignalRow {
  id: string;
  month: string;
  affiliate_uid: string;
  kind: SignalKind;
  /** How many invitees it is about. */
  invitees: number;
  first_at: string;
  last_at: string;
  facts: SignalFact[];
  links: SignalLink[];
}
