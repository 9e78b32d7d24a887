import { z } from 'zod';

const comment = z.string().trim().min(10).max(2_000);
const ids = z.array(z.string().min(1).max(20)).min(1).max(200);
export const approveCorrectionBody = z.strictObject({ comment: comment.optional() });
export const bulkApproveCorrectionBody = z.strictObject({ ids, comment: comment.optional() });

/** PAY-6: what the engine would pay for a record; `difference` `0` where it derives none. */
export interface CorrectionOffer {
  record_id: string;
  currency: string;
  decided: string;
  as_known_now: string;
  corrected: string;
  difference: string;
}
