import type { Actor } from '../audit/contract.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { judgeStep, type Step } from './contract-steps.ts';

/** What is to be moved, as it is stored. */
export interface Movable {
  state: string;
  /** Null or left out: nobody of the staff asked. */
  requested_by_id?: number | null;
}

/**
 * The step that this person takes now, by the machine's table. Refuses `forbidden`, `own_request`, and where the state is another
 * `not_pending`, or what the resource calls it.
 */
export function takeStep<One extends Step>(
  steps: readonly One[],
  verb: string,
  actor: Pick<Actor, 'role' | 'staff_id'>,
  { state, requested_by_id = null }: Movable,
  elsewhere: RefusalCode = 'not_pending',
): One {
  const own = requested_by_id !== null && requested_by_id === actor.staff_id;
  const step = judgeStep(steps, verb, { role: actor.role, own, state });
  if (typeof step !== 'string') return step;
  if (step === 'not_pending') throw new Refusal(elsewhere, { state });
  throw new Refusal(step, { verb });
}
