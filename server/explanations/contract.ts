import type { Programme } from '../rulebooks/contract.ts';
import type { ZeroReason } from '../commissions/contract.ts';

export const languages = ['en', 'fr', 'de', 'fa'] as const;
export type Language = (typeof languages)[number];

/** Why there is no record of a trade. */
export const noRecordReasons = ['no_inviter', 'before_binding', 'not_yet_run'] as const;
export type NoRecordReason = (typeof noRecordReasons)[number];

export interface ExplainedCheck {
  /** `REF-1.1` … `REF-1.9` */
  rule: string;
  /** null: cannot be asked. */
  passed: boolean | null;
  /** What it was decided on, with its dates and figures. */
  fact: string;
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
