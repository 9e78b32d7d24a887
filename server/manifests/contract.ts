import { z } from 'zod';
import { words } from '../transitions/contract.ts';

export * from './contract-steps.ts';

/** PAY-8. `missing`: fewer rows or less than the manifest says; `exceeded`: more; `overridden`: two people go on without it. */
export const manifestStates = ['complete', 'missing', 'exceeded', 'overridden'] as const;
export type ManifestState = (typeof manifestStates)[number];

/** Asks for an override: `POST /api/manifests`. */
export const newOverride = z.strictObject({ manifest_id: z.string().min(1).max(20), reason: words });

export interface ManifestRow {
  id: string;
  feed: string;
  day: string;
  rows: number;
  control_sum: string | null;
  rows_found: number;
  sum_found: string | null;
  state: ManifestState;
  received_at: string;
  override: {
    id: string; reason: string; requested_by: string; requested_at: string; state: 'pending' | 'approved' | 'rejected';
    decided_by: string | null; decided_at: string | null; comment: string | null;
  } | null;
}

/** How far a feed has come (PAY-8); `late_hours` of the first day that has no rows yet and is over. */
export interface FeedProgress {
  feed: string;
  /** The latest instant among its rows, null where there are none. */
  came_until: string | null;
  last_import_at: string | null;
  late_hours: number;
  /** The last days that have a manifest, newest first. */
  manifests: { id: string; day: string; rows: number; rows_found: number; state: ManifestState }[];
}
