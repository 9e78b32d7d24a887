import { machines, type Machine, type Step } from '#contract/transitions';
import type { Preset } from '../list/preset.ts';
import type { Decider } from './offers.ts';

/** The ready filter of what waits for this person by the queue's table of transitions; none where their role decides nothing there. */
export function mineToDecide(resource: Machine, me: Decider | null, narrowed: Record<string, unknown> = {}): Preset[] {
  const steps: readonly Step[] = machines[resource];
  const mine = steps.filter(({ verb, who }) => verb === 'approve' && me !== null && (who as readonly string[]).includes(me.role));
  if (!me || mine.length === 0) return [];
  const states = [...new Set(mine.flatMap(({ from }) => from))];
  // What takes a second person is nothing for who asked.
  const others = mine.some(({ requester }) => requester === 'never') ? { not_requested_by: me.name } : {};
  return [{ name: 'decisions.mine', filter: { state: states.length === 1 ? states[0] : states, ...others, ...narrowed } }];
}
