import type { Resource } from '../policy/contract.ts';
import type { Role } from '../policy/contract-kinds.ts';
import { mayApprove, statusChangeKinds } from '../status-changes/contract-steps.ts';
import { machines } from '../transitions/contract-machines.ts';
import type { Step } from '../transitions/contract-steps.ts';

/** What waits for a decision, in the order of the menu. */
export const queues = [
  'tier-reviews', 'status-changes', 'applications', 'content-reviews', 'campaign-versions', 'payouts', 'payout-stops', 'reversals', 'corrections',
  'boosts', 'manifests', 'staff-changes',
] as const;
export type Queue = (typeof queues)[number];

/** Counted no further: the menu says "99+" then. */
export const QUEUE_CAP = 100;

/** The verbs that let something through; who may, may as well refuse it where that is possible. */
const passing = ['approve', 'release'];
/** Where the state of what waits is not that of the row. */
const stateFields: Partial<Record<Queue, string>> = { manifests: 'override_state' };

/** Who looks at a queue. */
export interface Decider {
  role: Role;
  /** E-mail address. */
  name: string;
}

/**
 * The list filter of what waits for this person, by the queue's table of transitions; null where their role decides nothing there. The
 * menu, the first screen and the lists count and show by it.
 */
export function mineToDecide(queue: Queue, { role, name }: Decider): Record<string, string | string[]> | null {
  const steps: readonly Step[] = machines[queue];
  const mine = steps.filter(({ verb, who }) => passing.includes(verb) && (who as readonly string[]).includes(role));
  if (mine.length === 0) return null;
  const [state, ...others] = new Set(mine.flatMap(({ from }) => from));
  return {
    [stateFields[queue] ?? 'state']: others.length === 0 ? state! : [state!, ...others],
    // What takes a second person is nothing for who asked.
    ...(mine.some(({ requester }) => requester === 'never') ? { not_requested_by: name } : {}),
    ...(queue === 'status-changes' ? { kind: statusChangeKinds.filter((kind) => mayApprove(role, kind, false)) } : {}),
  };
}

/**
 * `GET /api/live`: what waits for this role, and what has changed since the state that `If-None-Match` names; 304 where nothing
 * has. Its `ETag` is the number of the last audit event: whatever is written writes one.
 */
export interface Live {
  /** What waits for this person (mineToDecide), counted up to QUEUE_CAP; without the queues in which their role decides nothing. */
  queues: Partial<Record<Queue, number>>;
  /** Ids by resource, of what the role may read; null: much, or more than is told one by one. Empty for who asks first. */
  changed: Partial<Record<Resource, string[]>> | null;
}
