import type { Programme } from '../rulebooks/contract.ts';
import type { ZeroReason } from '../commissions/contract.ts';

export const languages = ['en', 'fr', 'de', 'fa'] as const;
export type Language = (typeof languages)[number];

/** Why there is no record of a trade. */
export const noRecordReasons = ['no_inviter', 'before_binding', 'not_yet_run'] as const;
export type NoRecordReason = (typeof noRecordReasons)[number];

/** The form that a check's fact takes; the page puts it into the reader's language. */
export const checkFactKeys = [
  'not_activated', 'activated', 'not_enrolled', 'enrolled', 'restriction', 'window', 'window_recalled', 'no_window', 'no_window_recalled', 'covered',
  'not_covered', 'not_covered_recalled', 'api_excluded', 'api_admitted', 'no_api_excluded', 'no_api_admitted', 'vip_limit', 'vip_no_limit',
  'family_unrestricted', 'region_open', 'region_closed', 'net_fee', 'not_asked_before_activation', 'not_asked_without_enrolment',
] as const;
export type CheckFactKey = (typeof checkFactKeys)[number];

/** What a fact names: texts, codes, decimal strings, days and ISO instants as they are on the wire. */
export type FactValues = Record<string, string | number | null>;

export interface ExplainedCheck {
  /** `REF-1.1` … `REF-1.9` */
  rule: string;
  /** null: cannot be asked. */
  passed: boolean | null;
  /** What it was decided on, with its dates and figures. */
  fact: string;
  fact_key: CheckFactKey;
  fact_values: FactValues;
}

export interface ExplainedTrade {
  trade_id: string;
  invitee_uid: string;
  executed_at: string;
  product: string;
  family: string | null;
  volume_usdt: string;
  fee: string;
  fee_offset: string;
  fee_currency: string;
  via_api: boolean;
}

/** The outcome of the engine's statement for one trade (CONTRACT 3): decimal strings, ISO instants, basis points. */
export interface Decision {
  inviter_uid: string | null;
  checks: ExplainedCheck[];
  reason: ZeroReason | NoRecordReason | null;
  base: string;
  rate_bps: number | null;
  amount: string;
  currency: string;
  tier: number | null;
  programme: Programme | null;
  rulebook_version: number | null;
}

export interface Explanation extends Decision {
  trade: ExplainedTrade;
  record_id: string | null;
  run_day: string | null;
  status: string | null;
  sentence: Record<Language, string>;
  /** What would be decided with what is known today, where that differs (STA-10). */
  as_known_now: Decision | null;
}
