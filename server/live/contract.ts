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

/** The verbs that let something through. Who may, may refuse it as well where that is possible, but for a freeze that compliance asked for. */
const passing = ['approve', 'release'];
/** Where the state of what waits is not that of the row. */
const stateFields: Partial<Record<Queue, string>> = { manifests: 'override_state' };

/** Who looks at a queue. */
export interface Decider {
  role: Role;
  /** E-mail address. */
  name: string;
}

type Filter = Record<string, string | string[] | boolean>;

/** The list filter of what waits for anybody's decision. */
export function waitingFilter(queue: Queue): Filter {
  return fromStatesOf(queue, passingSteps(queue));
}

/**
 * The list filter of what waits for this person, by the queue's table of transitions; null where their role decides nothing there. The
 * menu, the first screen and the lists count and show by it.
 */
export function mineToDecide(queue: Queue, { role, name }: Decider): Filter | null {
  const mine = passingSteps(queue).filter(({ who }) => (who as readonly string[]).includes(role));
  if (mine.length === 0) return null;
  return {
    ...fromStatesOf(queue, mine),
    // What takes a second person is nothing for who asked.
    ...(mine.some(({ requester }) => requester === 'never') ? { not_requested_by: name } : {}),
    ...beside[queue]?.({ role, name }),
  };
}

/** What a queue's service asks beside its table of transitions, in the words of its list. */
const beside: Partial<Record<Queue, (me: Decider) => Filter>> = {
  'status-changes': ({ role }) => ({
    kind: statusChangeKinds.filter((kind) => mayApprove(role, kind, false)),
    ...(mayApprove(role, 'lift', true) ? {} : { lifts_compliances: false }),
  }),
  'staff-changes': ({ name }) => ({ not_about: name }),
};

function passingSteps(queue: Queue): readonly Step[] {
  return (machines[queue] as readonly Step[]).filter(({ verb }) => passing.includes(verb));
}

function fromStatesOf(queue: Queue, steps: readonly Step[]): Filter {
  const [state, ...others] = new Set(steps.flatMap(({ from }) => from));
  return { [stateFields[queue] ?? 'state']: others.length === 0 ? state! : [state!, ...others] };
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
