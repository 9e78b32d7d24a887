import type { CurrencySum } from '../commissions/contract.ts';
import type { TierReviewRow } from '../tier-reviews/contract.ts';

/**
 * `GET /api/home`: the first screen of everybody's day (DESIGN 7). One answer for all roles; what a role may not read is null.
 * Amounts are plain decimals, instants ISO 8601 with `Z`, days and months UTC.
 */

export interface HomeQueue {
  pending_reviews: number;
  /** Older than five days (TIE-5). */
  overdue_reviews: number;
  /** The month that has ended and is not evaluated yet; null where none is due. */
  evaluation_due: string | null;
  /** The ten that have waited longest, and thus the overdue ones first. */
  reviews: TierReviewRow[];
}

/** What the runs made of one day's trades (by the trade's UTC day). */
export interface HomeDay {
  day: string;
  records: number;
  earning: number;
  totals: CurrencySum[];
  /** All currencies at the day's prices, without the records whose price is unknown (REF-9). */
  earned_usdt: string;
}

export interface HomeEarned {
  /** Of the last day of `commission_by_day`. */
  last_day: string;
  month_to_date: string;
  /** Records of the month whose currency has no price: not in the sums (REF-9). */
  unknown: number;
}

export interface HomeReason {
  reason: string;
  records: number;
}

export interface HomeRun {
  id: string;
  kind: string;
  /** The day or month it is of. */
  period: string;
  state: string;
  progress: number;
  started_at: string;
  finished_at: string | null;
}

export interface HomeImport {
  id: string;
  feed: string;
  file_name: string;
  state: string;
  rows: number;
  rejected: number;
  conflicts: number;
  started_at: string;
}

/** `evaluation`: the month that ends is due; `commission`: the next day that a run covers. */
export interface HomeDeadline {
  kind: 'evaluation' | 'commission';
  period: string;
  at: string;
}

/** Requests that wait for a second person; `mine`: those that the reader may decide, null where their role decides none. `oldest_at`: since when the oldest does. */
export interface HomeWaiting {
  pending: number;
  mine: number | null;
  oldest_at: string | null;
}

/** What one person asks for and another decides, in the order of the first screen. */
export const waitingKinds = [
  'status-changes', 'reversals', 'corrections', 'boosts', 'applications', 'content-reviews', 'campaign-versions', 'manifests', 'payout-stops',
  'staff-changes',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** By resource; those that the role may not read are not in it. */
export type HomeRequests = Partial<Record<WaitingKind, HomeWaiting>>;

/** PAY-1: the payout whose deadline comes first; `batch_id` and `state` null where its batch is not made yet. */
export interface HomePayout {
  day: string;
  deadline_at: string;
  batch_id: string | null;
  state: 'ready' | 'released' | null;
}

/** The end of the audit chain; `intact` tells whether its last events (at most 1,000) chain up. */
export interface HomeAudit {
  seq: number;
  at: string;
  hash: string;
  intact: boolean;
}

export interface Home {
  now: string;
  queue: HomeQueue;
  requests: HomeRequests;
  /** Null before the first commission run. The steps of the day: `GET /api/routine`; the feeds: `GET /api/feeds/progress`. */
  next_payout: HomePayout | null;
  /** The last 14 days that a run covers, oldest first; a day without records is there with zeros. */
  commission_by_day: HomeDay[];
  earned_usdt: HomeEarned;
  /** Why the last day's zero records earn nothing, most frequent first. */
  reasons: HomeReason[];
  last_runs: HomeRun[];
  /** Null for who may not read imports. */
  last_imports: HomeImport[] | null;
  next_deadlines: HomeDeadline[];
  /** Null for who may not read the audit. */
  audit: HomeAudit | null;
}
