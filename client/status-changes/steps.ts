import { mayApprove, type StatusChangeRow } from '#contract/status-changes';
import type { Role } from '#contract/policy';
import type { Decider } from '#contract/live';
import { canTake } from '../decisions/offers.ts';

/** What stands against an approval beside the table of transitions: some kinds only compliance approves (CONTRACT 3). */
export function isCompliances({ kind }: Pick<StatusChangeRow, 'kind'>, verb: string, role: Role, liftsWhatComplianceAsked = false): boolean {
  return verb === 'approve' && !mayApprove(role, kind, liftsWhatComplianceAsked);
}

/** Whether a person may take this step now. */
export function canTakeStep(verb: string, change: StatusChangeRow, who: Decider | null): boolean {
  return who !== null && canTake('status-changes', verb, change, who) && !isCompliances(change, verb, who.role);
}
