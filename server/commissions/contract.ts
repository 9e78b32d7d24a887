import type { Family, Product, Programme } from '../rulebooks/contract.ts';

/** What a record is: the engine's decision about a trade, or what was done about one later (PAY-4, PAY-6, CAM-6). */
export const recordKinds = ['commission', 'reversal', 'correction', 'bonus'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Where a record stands on its way to payout; `held` is an open one whose affiliate is frozen or suspended now (STA-7). */
export const recordStatuses = ['zero', 'open', 'held', 'in_batch', 'paid'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** Why a record earns nothing: the first check of REF-1 that fails, in their order. */
export const zeroReasons = [
  'not_activated', 'enrolment_ended', 'suspended', 'window_expired', 'product_not_covered', 'api_trade', 'vip_excluded',
  'region_restricted', 'no_net_fee',
] as const;
export type ZeroReason = (typeof zeroReasons)[number];

/** A sum in one currency, as a plain decimal. */
export interface CurrencySum {
  currency: string;
  amount: string;
}

/** A commission record on the wire (CONTRACT 4): amounts are plain decimals, rates basis points, `id` is `record_id`. */
export interface CommissionRow {
  id: string;
  record_id: string;
  trade_id: string | null;
  kind: RecordKind;
  inviter_uid: string;
  invitee_uid: string | null;
  programme: Programme | null;
  executed_at: string;
  product: Product | null;
  family: Family | null;
  tier: number | null;
  rate_bps: number | null;
  base: string;
  amount: string;
  currency: string;
  reason: ZeroReason | null;
  status: RecordStatus;
  run_day: string;
  distributed_at: string | null;
  /** The record that this one reverses. */
  reverses: string | null;
  /** Outcomes of checks 1 to 9 (REF-1); null where a check could not be asked. */
  checks: (boolean | null)[];
}

/** The columns of the export, in their order. */
export const commissionColumns = [
  'record_id', 'trade_id', 'kind', 'inviter_uid', 'invitee_uid', 'programme', 'executed_at', 'product', 'family', 'tier', 'rate_bps',
  'base', 'amount', 'currency', 'reason', 'status', 'run_day', 'distributed_at', 'reverses',
] as const satisfies (keyof CommissionRow)[];

/** The most days of a range that bounds a filter over records, and of one that bounds an order without an index. */
export const MAX_FILTER_DAYS = 31;
export const MAX_SORT_DAYS = 7;
