import { z } from 'zod';
import { zeroReasons } from '../commissions/contract.ts';
import { programmes } from '../rulebooks/contract.ts';
import { words } from '../transitions/contract.ts';

/** Of records that earn; the others are asked for by the reason why they do not. */
export const EARNS = 'earns';
export const sampleReasons = [EARNS, ...zeroReasons] as const;

/** What one person may hold in view, and one statement performs at once. */
export const MAX_SIZE = 200;
export const USUAL_SIZE = 25;
export const MAX_SEED = 64;

/** What the engine decided about the trades of a month, narrowed by what is named; bonuses, reversals and corrections are decided by people. */
export const sampleFilter = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  programme: z.enum(programmes).optional(),
  affiliate_uid: z.string().min(1).max(64).optional(),
  reason: z.enum(sampleReasons).optional(),
  currency: z.string().min(1).max(64).optional(),
});
export type SampleFilter = z.infer<typeof sampleFilter>;

/** `POST /api/audit-samples`. Without a seed the head of the audit chain is taken, which nobody chose. */
export const newSample = z.strictObject({
  seed: z.string().trim().min(1).max(MAX_SEED).optional(),
  filter: sampleFilter,
  size: z.int().min(1).max(MAX_SIZE).default(USUAL_SIZE),
});
export type NewSample = z.infer<typeof newSample>;

/** Of one record: it stands as recorded, a difference is explained, or it is an exception. */
export const recordConclusions = ['as_recorded', 'explained', 'exception'] as const;
export type RecordConclusion = (typeof recordConclusions)[number];
/** `POST /api/audit-sample-records/:id/conclude`; without a note only what agrees is as recorded. */
export const concludeBody = z.strictObject({ conclusion: z.enum(recordConclusions), note: words.optional() });
export type ConcludeBody = z.infer<typeof concludeBody>;

/** Of the whole sample. */
export const sampleConclusions = ['satisfactory', 'with_exceptions', 'unsatisfactory'] as const;
export type SampleConclusion = (typeof sampleConclusions)[number];
/** `POST /api/audit-samples/:id/sign-off`. */
export const signOffBody = z.strictObject({ conclusion: z.enum(sampleConclusions), comment: words });
export type SignOffBody = z.infer<typeof signOffBody>;

export interface SampleRow {
  id: string;
  seed: string;
  filter: SampleFilter;
  /** How many were asked for; `records` were drawn: fewer where the population is smaller. */
  size: number;
  population: number;
  /** The newest record at the draw: later ones are not of the population. */
  last_record_id: string;
  records: number;
  differing: number;
  unconcluded: number;
  exceptions: number;
  state: 'open' | 'signed_off';
  drawn_by: string;
  drawn_at: string;
  conclusion: SampleConclusion | null;
  comment: string | null;
  signed_by: string | null;
  signed_at: string | null;
}

/** One record's decision: as it stands, or as the engine's statement makes it again. Amounts are decimal strings. */
export interface Performed {
  inviter_uid: string;
  invitee_uid: string | null;
  binding_id: string | null;
  enrolment_id: string | null;
  rulebook_id: string | null;
  programme: string;
  executed_at: string;
  product: string;
  family: string;
  tier: number | null;
  rate_bps: number | null;
  base: string | null;
  /** Null where no rate is found for it. */
  amount: string | null;
  currency: string;
  reason: string;
  /** Nine marks, 1, 0 or - (REF-1). */
  checks: string;
  /** Whether it stands as one that comes to nothing. */
  zero: boolean;
}

export interface SampleRecordRow {
  id: string;
  sample_id: string;
  position: number;
  record_id: string;
  trade_id: string | null;
  inviter_uid: string;
  /** SHA-256 of the seed, a colon and the record's id: the smallest of the population were drawn. */
  draw: string;
  currency: string;
  stored_amount: string;
  derived_amount: string | null;
  agrees: boolean;
  stored: Performed;
  derived: Performed | null;
  performed_at: string;
  conclusion: RecordConclusion | null;
  note: string | null;
  concluded_by: string | null;
  concluded_at: string | null;
}
