import { z } from 'zod';
import { words } from '../transitions/contract.ts';
import { staffReasonCodes } from '../status-changes/contract.ts';
import type { RecordRequestState } from './contract-steps.ts';

export * from './contract-steps.ts';

const request = {
  record_id: z.string().min(1).max(20),
  reason_code: z.enum(staffReasonCodes),
  text: words,
};
export const newReversal = z.strictObject(request);
/** `amount` only where the engine cannot derive the difference. */
export const newCorrection = z.strictObject({ ...request, amount: z.string().max(40).optional() });

/** A selection of records at once: each its own request, with a result per record. */
export const bulkNewReversal = z.strictObject({
  record_ids: z.array(z.string().min(1).max(20)).min(1).max(200),
  reason_code: z.enum(staffReasonCodes),
  text: words,
});

/** STA-10, PAY-4: what approving a reversal would write; equal effects have equal versions. */
export interface ReversalPreview {
  version: string;
  record_id: string;
  trade_id: string | null;
  affiliate_uid: string;
  amount: string;
  currency: string;
  /** Where the reversed record stands now. */
  status: string;
  /** Of one that the system asks for: why the record would earn nothing by what is known now; null: it would earn again. */
  reason_now: string | null;
  /** The affiliate's open sum of this currency before and after. */
  open_before: string;
  open_after: string;
}

export interface ReversalRow {
  id: string;
  record_id: string;
  affiliate_uid: string;
  trade_id: string | null;
  /** What the new record holds: negative of a reversal, positive of a correction. */
  amount: string;
  currency: string;
  reason_code: string;
  text: string;
  source: 'staff' | 'system';
  cause: string | null;
  requested_by: string;
  requested_at: string;
  state: RecordRequestState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  result_record_id: string | null;
}
