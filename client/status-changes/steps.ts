import { mayApprove, type StatusChangeRow } from '#contract/status-changes';
import type { Role } from '#contract/policy';
import type { Decider } from '#contract/live';
import { canTake } from '../decisions/offers.ts';

/** What stands against an approval beside the table of transitions: some kinds only compliance approves (CONTRACT 3). */
export function isCompliances({ kind, lifts_compliances }: StatusChangeRow, verb: string, role: Role): boolean {
  return verb === 'approve' && !mayApprove(role, kind, lifts_compliances);
}

/** Whether a person may take this step now. */
export function canTakeStep(verb: string, change: StatusChangeRow, who: Decider | null): boolean {
  return who !== null && canTake('status-changes', verb, change, who) && !isCompliances(change, verb, who.role);
}
