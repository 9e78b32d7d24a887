import type { Role, Verb } from '../policy/contract-kinds.ts';

/**
 * One step of a status machine. `who`: the roles that may take it, or that it is the console's own. `requester`: whether it takes a second
 * person (`never` the one who asked), is theirs alone who asked (`only`), or needs nobody else (`any`). What a step asks beside these
 * (TIE-6, STA-11…) is for its service.
 */
export interface Step<State extends string = string, Name extends string = string, To extends State = State> {
  verb: Name;
  from: readonly State[];
  to: To;
  who: readonly Role[] | 'system';
  requester: 'never' | 'only' | 'any';
}

export type StepRefusal = 'forbidden' | 'own_request' | 'not_pending';

/** Who wants to take a step, and with what. */
export interface Taking {
  role: Role | 'system';
  /** Whether they asked for it. */
  own: boolean;
  state: string;
}

/** What every table of transitions decides alike: the step, or why this person cannot take it now. */
export function judgeStep<One extends Step>(steps: readonly One[], verb: string, { role, own, state }: Taking): One | StepRefusal {
  const theirs = steps.filter((step) => step.verb === verb && step.who !== 'system' && (step.who as readonly string[]).includes(role));
  const step = theirs.find(({ from }) => from.includes(state)) ?? theirs[0];
  if (!step || (step.requester === 'only' && !own)) return 'forbidden';
  if (step.requester === 'never' && own) return 'own_request';
  return step.from.includes(state) ? step : 'not_pending';
}

/** The verbs that this person may use now. */
export function freeVerbs<Name extends string>(steps: readonly Step<string, Name>[], taking: Taking): Name[] {
  return verbsOf(steps).filter((verb) => typeof judgeStep(steps, verb, taking) !== 'string');
}

/** The verbs that people use, in their order. */
export function verbsOf<Name extends string>(steps: readonly Step<string, Name>[]): Name[] {
  return [...new Set(steps.filter(({ who }) => who !== 'system').map(({ verb }) => verb))];
}

/** The roles of each verb, as the policy tells them. */
export function rolesByVerb(steps: readonly Step[]): Partial<Record<Verb, readonly Role[]>> {
  return Object.fromEntries(verbsOf(steps).map((verb) => [
    verb, [...new Set(steps.flatMap((step) => (step.verb === verb && step.who !== 'system' ? step.who : [])))],
  ]));
}

/** Most requests: one asks, another approves or rejects. */
export function decidedBySecond(who: readonly Role[]): Step<'pending' | 'approved' | 'rejected', 'approve' | 'reject', 'approved' | 'rejected'>[] {
  return [
    { verb: 'approve', from: ['pending'], to: 'approved', who, requester: 'never' },
    { verb: 'reject', from: ['pending'], to: 'rejected', who, requester: 'never' },
  ];
}
