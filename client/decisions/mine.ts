import { mineToDecide, type Decider, type Queue } from '#contract/live';
import type { Preset } from '../list/preset.ts';

/** The ready filter of what waits for this person; none where their role decides nothing there, or before it is known who they are. */
export function minePresets(queue: Queue, me: Decider | null): Preset[] {
  const filter = me && mineToDecide(queue, me);
  return filter ? [{ name: 'decisions.mine', filter }] : [];
}
