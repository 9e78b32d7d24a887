import { z } from 'zod';

/** What somebody can have in hand. */
export const claimables = [
  'tier-reviews', 'status-changes', 'applications', 'content-reviews', 'campaign-versions', 'reversals', 'corrections', 'boosts',
] as const;
export type Claimable = (typeof claimables)[number];

const serial = z.string().regex(/^[1-9]\d{0,14}$/, 'is no id');

/** Takes a case in hand, or keeps it there for as long again. */
export const newClaim = z.strictObject({ resource: z.enum(claimables), case_id: serial });
export const handOverBody = z.strictObject({ to: z.string().trim().toLowerCase().min(1).max(254) });
export const releaseClaimBody = z.strictObject({});

/**
 * A row of `claims`: a pending request that somebody has in hand. It lasts until `until` unless its case is opened again; from then
 * on it is `overdue`, and anybody who may decide the case can take it. A decision ends it. `given_by`: who handed it over.
 */
export interface ClaimRow {
  id: string;
  resource: Claimable;
  case_id: string;
  holder: string;
  given_by: string | null;
  taken_at: string;
  until: string;
  overdue: boolean;
}

/** `GET /api/claims/colleagues?resource=…`: whom a case can be handed over to. */
export interface Colleague {
  email: string;
  name: string;
}
