import type { Resource } from '../policy/contract.ts';

/** What waits for a decision, in the order of the menu. */
export const queues = [
  'tier-reviews', 'status-changes', 'applications', 'content-reviews', 'campaign-versions', 'reversals', 'corrections', 'boosts', 'staff-changes',
] as const;
export type Queue = (typeof queues)[number];

/** Counted no further: the menu says "99+" then. */
export const QUEUE_CAP = 100;

/**
 * `GET /api/live`: what waits for this role, and what has changed since the state that `If-None-Match` names; 304 where nothing
 * has. Its `ETag` is the number of the last audit event: whatever is written writes one.
 */
export interface Live {
  /** Pending requests that this role may decide, counted up to QUEUE_CAP. */
  queues: Partial<Record<Queue, number>>;
  /** Ids by resource, of what the role may read; null: much, or more than is told one by one. Empty for who asks first. */
  changed: Partial<Record<Resource, string[]>> | null;
}
