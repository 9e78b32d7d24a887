import { z } from 'zod';

export const boostStates = ['pending', 'approved', 'rejected'] as const;
export type BoostState = (typeof boostStates)[number];

/** TIE-9: of one affiliate, or of the whole programme where `affiliate_uid` is left out; `[from, to)` ISO instants. */
export const newBoost = z.strictObject({
  affiliate_uid: z.string().min(1).max(64).nullish(),
  programme: z.literal('partner'),
  from: z.string().max(30),
  to: z.string().max(30),
  text: z.string().trim().min(10).max(2_000),
});
export type NewBoost = z.infer<typeof newBoost>;

const comment = z.string().trim().min(10).max(2_000);
const ids = z.array(z.string().min(1).max(20)).min(1).max(200);
/** A rejection needs a comment, an approval may have one (CONTRACT 3). */
export const boostDecisionBodies = {
  approve: { one: z.strictObject({ comment: comment.optional() }), many: z.strictObject({ ids, comment: comment.optional() }) },
  reject: { one: z.strictObject({ comment }), many: z.strictObject({ ids, comment }) },
};

export interface BoostRow {
  id: string;
  affiliate_uid: string | null;
  programme: string;
  from: string;
  to: string;
  text: string;
  requested_by: string;
  requested_at: string;
  state: BoostState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  /** Approved, and now between its instants. */
  active: boolean;
}
