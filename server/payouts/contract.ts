import { z } from 'zod';
import type { CurrencySum } from '../commissions/contract.ts';
import { words } from '../transitions/contract.ts';
import type { PayoutState, PayoutStopState } from './contract-steps.ts';

export * from './contract-steps.ts';

/** PAY-3. */
export const payoutLineStates = ['ready', 'released', 'paid', 'failed', 'withdrawn'] as const;
export type PayoutLineState = (typeof payoutLineStates)[number];
/** Why a line was taken out at release (PAY-3, PAY-7). */
export const withdrawnReasons = ['frozen', 'suspended', 'record_reversed', 'confirmation_conflict'] as const;
export type WithdrawnReason = (typeof withdrawnReasons)[number];

/** PAY-2. */
export const DESTINATION = 'spot';
export const LEDGER_TYPE = 'Referral Commission';
/** PAY-1: hours after the day's end by which every line is to be confirmed. */
export const DEADLINE_HOURS = 5;

/** The columns of the export, in their order (CONTRACT 4). */
export const payoutColumns = [
  'line_id', 'batch_id', 'affiliate_uid', 'currency', 'amount', 'records', 'destination', 'ledger_type', 'status',
] as const satisfies (keyof PayoutLineRow)[];

export const stopBody = z.strictObject({ reason: words });

export interface PayoutRow {
  id: string;
  day: string;
  state: PayoutState;
  lines: number;
  totals: CurrencySum[];
  deadline_at: string;
  created_by: string;
  created_at: string;
  released_by: string | null;
  released_at: string | null;
  comment: string | null;
  paid_at: string | null;
  /** Lines by their state, with their sums. */
  line_states: { status: PayoutLineState; lines: number; totals: CurrencySum[] }[];
  /** Of the lines those confirmed either way or withdrawn, from 0 to 1. */
  progress: number;
  /** Every line confirmed paid by the deadline; null while that is open. */
  kept: boolean | null;
}

export interface PayoutLineRow {
  id: string;
  line_id: string;
  batch_id: string;
  affiliate_uid: string;
  currency: string;
  amount: string;
  records: number;
  destination: string;
  ledger_type: string;
  status: PayoutLineState;
  day: string;
  confirmed_at: string | null;
  reference: string | null;
  withdrawn_because: WithdrawnReason | null;
  /** Contradicting confirmations (PAY-3). */
  conflicts: { status: string; at: string; reference: string; state: 'open' | 'settled'; settled_by: string | null; comment: string | null }[];
}

/** What a release would do now: which lines go out, and which are taken out and why. `GET /api/payouts/:id/release-preview`. */
export interface ReleasePreview {
  goes_out: { lines: number; totals: CurrencySum[] };
  withdrawn: { line_id: string; affiliate_uid: string; currency: string; amount: string; because: WithdrawnReason }[];
  stopped: boolean;
  /** Whether this person started the batch by hand and so may not release it. */
  own: boolean;
}

export interface PayoutStopRow {
  id: string;
  reason: string;
  stopped_by: string;
  stopped_at: string;
  state: PayoutStopState;
  resume_reason: string | null;
  resume_requested_by: string | null;
  resume_requested_at: string | null;
  lifted_by: string | null;
  lifted_at: string | null;
}

/** PAY-5 of one affiliate: accrued = paid + in_batch + held + open; `carried_over` is the negative part of open. */
export interface Balance {
  currency: string;
  accrued: string;
  paid: string;
  in_batch: string;
  held: string;
  open: string;
  carried_over: string;
}

/** Result of `run payout` (CONTRACT 2). */
export interface PayoutResult {
  day: string;
  run_id: string | null;
  batch_id: string | null;
  lines: number;
  totals: CurrencySum[];
}
