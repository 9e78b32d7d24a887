import type { Family, Programme } from '../rulebooks/contract.ts';
import type { ZeroReason } from '../commissions/contract.ts';

/** How a referral came about: at registration (BIN-1) or by recall of an existing user (BIN-4). */
export const bindingKinds = ['registration', 'recall'] as const;
export type BindingKind = (typeof bindingKinds)[number];

/**
 * A binding on the wire; its id is the invitee's uid. `country` is the invitee's now,
 * `registered_country` that of its registration. `trades` and `volume_usdt` are what it has
 * traded since the binding, earning or not; null where there is more than a page may count.
 */
export interface ReferralRow {
  id: string;
  invitee_uid: string;
  inviter_uid: string;
  kind: BindingKind;
  channel: string | null;
  campaign: string | null;
  bound_at: string;
  registered_at: string;
  country: string;
  registered_country: string;
  email?: string | null;
  trades: number | null;
  volume_usdt: string | null;
}

/** Who invited an account, and what that brings the inviter now. Rates are basis points. */
export interface Invitation {
  inviter_uid: string;
  kind: BindingKind;
  channel: string | null;
  campaign: string | null;
  bound_at: string;
  /** Of the inviter's last enrolment. */
  programme: Programme | null;
  rate_bps: number | null;
  ratios: Partial<Record<Family, number>> | null;
  /** The last UTC day whose trades earn (check 4); null where no window ends it. */
  earns_until: string | null;
  /** Why a trade made now would earn nothing, whatever it is; null where it may earn. */
  earns_nothing: Extract<ZeroReason, 'not_activated' | 'enrolment_ended' | 'suspended' | 'window_expired'> | null;
}

/** `GET /api/affiliates/:uid/invitation`: null where nobody invited the account. */
export interface InvitationAnswer {
  invitation: Invitation | null;
}
