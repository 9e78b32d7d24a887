import type { Role } from '#contract/policy';
import type { ReversalRow } from '#contract/reversals';

/** Reversals and corrections are asked for, listed and decided alike (PAY-4, PAY-6). */
export type RecordRequests = 'reversals' | 'corrections';

interface Decider {
  role: Role;
  name: string;
}

/** Whether a person may decide: not what they asked for, and only once. */
export function isFree({ state, requested_by }: Pick<ReversalRow, 'state' | 'requested_by'>, me: Decider | null): boolean {
  return me !== null && state === 'pending' && requested_by !== me.name;
}

/** What approving a reversal would write, as it would come out now. */
export function reversalPreviewPath(id: string): string {
  return `reversals/${encodeURIComponent(id)}/preview`;
}
