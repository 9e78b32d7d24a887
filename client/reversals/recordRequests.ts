/** Reversals and corrections are asked for, listed and decided alike (PAY-4, PAY-6). */
export type RecordRequests = 'reversals' | 'corrections';

/** What approving a reversal would write, as it would come out now. */
export function reversalPreviewPath(id: string): string {
  return `reversals/${encodeURIComponent(id)}/preview`;
}
