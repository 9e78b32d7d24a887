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
