import { z } from 'zod';
import { httpUrl } from '../addresses/contract.ts';
import type { CurrencySum } from '../commissions/contract.ts';
import { words } from '../transitions/contract.ts';
import type { Role } from '../policy/contract-kinds.ts';
import { accountTypes } from '../rulebooks/contract.ts';
import { statusChangeKinds, type StatusChangeKind, type StatusChangeState } from './contract-steps.ts';

export * from './contract-steps.ts';

/** Why staff ask; `feed_change` is what the exchange's own data brought. */
export const staffReasonCodes = ['user_request', 'suspected_law_breach', 'suspected_terms_breach', 'cleared', 'correction', 'other'] as const;
export const reasonCodes = [...staffReasonCodes, 'feed_change'] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Hours that a freeze holds without a second person (STA-8). */
export const FREEZE_HOURS = 72;

/** Who may ask for which kind (CONTRACT 3): support not for `terminate`. */
export function mayRequest(role: Role, kind: StatusChangeKind): boolean {
  if (role === 'admin') return false;
  return role !== 'support' || kind !== 'terminate';
}

export const newStatusChange = z
  .strictObject({
    affiliate_uid: z.string().min(1).max(64),
    kind: z.enum(statusChangeKinds),
    to: z.enum(accountTypes).optional(),
    reason_code: z.enum(staffReasonCodes),
    text: words,
    evidence: z.array(httpUrl).max(20).default([]),
    effective_at: z.string().max(30).nullish(),
  })
  .refine((body) => (body.kind === 'account_type') === (body.to !== undefined), { path: ['to'], message: 'an account_type change names the new type, no other does' });
export type NewStatusChange = z.infer<typeof newStatusChange>;

/** STA-9: what a change does, or did; amounts are decimal strings. Equal effects have equal versions. */
export interface StatusChangePreview {
  version: string;
  affiliate_uid: string;
  kind: StatusChangeKind;
  from: string;
  to: string;
  /** Of a request that names none, the instant of its filing: that of its approval does not matter to the effect. */
  effective_at: string;
  /** The enrolment open at the effective instant; `ends` whether the change ends it, and why. */
  enrolment: { programme: string; activated_at: string; ends: boolean; end_reason: string | null } | null;
  restriction: { from: string; to: string } | null;
  /** What is unpaid by currency, once the reversals below are taken off: it will still be paid (STA-4), or is held. */
  accruals: { currency: string; open: string; in_batch: string; held: boolean }[];
  reversals: { count: number; totals: CurrencySum[]; records: PreviewRecord[]; listed: number };
  reviews_withdrawn: { id: string; month: string; tier_from: number; tier_to: number }[];
  campaigns_left: { code: string; name: string }[];
  /** Vouchers and trial funds that are not distributed yet and will not be (CAM-6); null: decided before previews told them. */
  bonuses_withdrawn: { id: string; campaign: string; reward: string; amount: string; currency: string }[] | null;
}

export interface PreviewRecord {
  record_id: string;
  /** Null of a bonus. */
  trade_id: string | null;
  executed_at: string;
  amount: string;
  currency: string;
  status: string;
  /** Why it would earn nothing. */
  reason: string;
}

/** Records that a preview lists one by one; the sums are over all. */
export const PREVIEW_RECORDS = 200;

/** What summaryOf makes of an effect. */
export interface EffectSummary {
  ends_enrolment: boolean;
  reversals: number;
  reversal_totals: CurrencySum[];
  accruals: CurrencySum[];
  reviews_withdrawn: number;
}

/** The figures of an effect, as a queue shows them. */
export function summaryOf(preview: StatusChangePreview): EffectSummary {
  return {
    ends_enrolment: preview.enrolment?.ends ?? false,
    reversals: preview.reversals.count,
    reversal_totals: preview.reversals.totals,
    accruals: preview.accruals.map(({ currency, open }) => ({ currency, amount: open })),
    reviews_withdrawn: preview.reviews_withdrawn.length,
  };
}

export interface StatusChangeRow {
  id: string;
  affiliate_uid: string;
  kind: StatusChangeKind;
  from: string;
  to: string;
  reason_code: ReasonCode;
  text: string;
  evidence: string[];
  effective_at: string;
  /** Of a pending freeze: until when it holds without approval. */
  holds_until: string | null;
  state: StatusChangeState;
  source: 'staff' | 'feed';
  requested_by: string;
  requested_role: string;
  requested_at: string;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  applied_at: string | null;
  age_hours: number;
  /** Waiting, and about to lift or lower what compliance asked for: only compliance approves that. */
  lifts_compliances: boolean;
  /** As it was when filed, or as approved. */
  effect: EffectSummary | null;
}
