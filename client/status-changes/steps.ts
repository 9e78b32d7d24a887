import { mayApprove, mayReject, type StatusChangeRow } from '#contract/status-changes';
import type { Role } from '#contract/policy';
import type { Decider } from '#contract/live';
import { canTake } from '../decisions/offers.ts';

/** What stands against a step beside the table of transitions: some changes only compliance approves, or rejects (CONTRACT 3). */
export function isCompliances(change: StatusChangeRow, verb: string, role: Role): boolean {
  if (verb === 'reject') return !mayReject(role, change);
  return verb === 'approve' && !mayApprove(role, change.kind, change.lifts_compliances);
}

/** Whether a person may take this step now. */
export function canTakeStep(verb: string, change: StatusChangeRow, who: Decider | null): boolean {
  return who !== null && canTake('status-changes', verb, change, who) && !isCompliances(change, verb, who.role);
}
