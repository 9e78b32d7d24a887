import { z } from 'zod';
import { words } from '../transitions/contract.ts';
import type { BoostState } from './contract-steps.ts';

export * from './contract-steps.ts';

/** TIE-9: of one affiliate, or of the whole programme where `affiliate_uid` is left out; `[from, to)` ISO instants. */
export const newBoost = z.strictObject({
  affiliate_uid: z.string().min(1).max(64).nullish(),
  programme: z.literal('partner'),
  from: z.string().max(30),
  to: z.string().max(30),
  text: words,
});
export type NewBoost = z.infer<typeof newBoost>;

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
