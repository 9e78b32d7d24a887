import type { Routine } from '#contract/routine';
import { useRead } from '../api/useRead.ts';

const POLL_MS = 30_000;
const POLL_RUNNING_MS = 1_000;

const runs = (routine: Routine | undefined) => routine?.steps.some(({ state }) => state === 'running') ?? false;

/** The routine of the day; read again soon while a step runs. */
export function useRoutine() {
  return useRead<Routine>('routine', { poll: (last) => (runs(last) ? POLL_RUNNING_MS : POLL_MS) });
}
