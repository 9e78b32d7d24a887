import { z } from 'zod';

export * from './contract-machines.ts';
export * from './contract-steps.ts';

/** A comment has 10 to 2,000 characters (CONTRACT 3), and so has every reason and every text of a request. */
export const MIN_WORDS = 10;
export const MAX_WORDS = 2_000;
export const words = z.string().trim().min(MIN_WORDS).max(MAX_WORDS);

/** What a bulk verb names. */
export const ids = z.array(z.string().min(1).max(20)).min(1).max(200);

/** The body of a verb about one request, and about many. A rejection needs a comment, an approval may have one. */
export const withReason = { one: z.strictObject({ comment: words }), many: z.strictObject({ ids, comment: words }) };
export const withRemark = {
  one: z.strictObject({ comment: words.optional() }),
  many: z.strictObject({ ids, comment: words.optional() }),
};
/** Of most requests. */
export const decisionBodies = { approve: withRemark, reject: withReason };
/** Of an approval that names the preview that was seen: of many by their ids (STA-9). */
export const withPreview = {
  one: z.strictObject({ comment: words.optional(), preview: z.string().min(1).max(100) }),
  many: z.strictObject({ ids, comment: words.optional(), previews: z.record(z.string().max(20), z.string().max(100)) }),
};
