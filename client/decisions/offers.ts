import type { Decider } from '#contract/live';
import type { Role } from '#contract/policy';
import { judgeStep, machines, type Machine, type Step, verbsOf } from '#contract/transitions';

/** What the tables of transitions ask about a request; of what nobody asked for, nobody is named. */
export interface Asked {
  state: string;
  requested_by?: string | null;
}

/** The verbs of a resource's table. */
export type VerbOn<On extends Machine> = (typeof machines)[On][number]['verb'];

export interface Offer {
  verb: string;
  /** Why this person cannot take the step though their role could; null: they can. */
  hindrance: 'own_request' | null;
}

/** The steps that a person may take with a request, by its table of transitions. */
export function offersOf(resource: Machine, { state, requested_by }: Asked, who: Decider): Offer[] {
  const steps: readonly Step[] = machines[resource];
  return verbsOf(steps).flatMap((verb): Offer[] => {
    const judged = judgeStep(steps, verb, { role: who.role, own: requested_by === who.name, state });
    if (judged === 'forbidden' || judged === 'not_pending') return [];
    // Decided by somebody else once and for all, or still waiting for them.
    if (judged === 'own_request') return isOpen(steps, verb, state) ? [{ verb, hindrance: judged }] : [];
    return [{ verb, hindrance: null }];
  });
}

function isOpen(steps: readonly Step[], verb: string, state: string): boolean {
  return steps.some((step) => step.verb === verb && step.from.includes(state));
}

/** Whether a person may take this step now; not before it is known who they are. */
export function canTake(resource: Machine, verb: string, asked: Asked, who: Decider | null): boolean {
  return who !== null && offersOf(resource, asked, who).some((offer) => offer.verb === verb && offer.hindrance === null);
}

/** Whose decision a request waits for; nobody's where it is decided. */
export function decidersOf(resource: Machine, state: string): Role[] {
  const steps: readonly Step[] = machines[resource];
  return [...new Set(steps.flatMap(({ verb, from, who }) => (verb === 'approve' && from.includes(state) && who !== 'system' ? who : [])))];
}
