import type { Role } from '#contract/policy';
import { mayApprove, transitions, type StatusChangeRow, type Transition } from '#contract/status-changes';

export type StepVerb = Extract<Transition['verb'], 'approve' | 'reject' | 'cancel'>;

/** Who looks at a request. */
export interface Decider {
  role: Role;
  /** E-mail address. */
  name: string;
}

export interface Step {
  verb: StepVerb;
  /** Why this person cannot take it though their role could; null: they can. */
  hindrance: 'own_request' | 'compliance_only' | null;
}

type Asked = Pick<StatusChangeRow, 'state' | 'kind' | 'requested_by'>;

/**
 * The steps that a person may take with a request, by the one transition table. `liftsWhatComplianceAsked`: whether it
 * lowers a restriction that compliance asked for.
 */
export function stepsOf(change: Asked, who: Decider, liftsWhatComplianceAsked = false): Step[] {
  const own = change.requested_by === who.name;
  return transitions.flatMap(({ verb, from, who: roles, requester }): Step[] => {
    if (verb === 'apply' || verb === 'lapse' || roles === 'system') return [];
    if (from !== change.state || !roles.includes(who.role)) return [];
    if (requester === 'only' && !own) return [];
    if (requester === 'never' && own) return [{ verb, hindrance: 'own_request' }];
    const compliance = verb === 'approve' && !mayApprove(who.role, change.kind, liftsWhatComplianceAsked);
    return [{ verb, hindrance: compliance ? 'compliance_only' : null }];
  });
}

export function canTake(verb: StepVerb, change: Asked, who: Decider | null): boolean {
  return who !== null && stepsOf(change, who).some((step) => step.verb === verb && step.hindrance === null);
}
