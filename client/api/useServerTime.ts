import type { Routine } from '#contract/routine';
import { useRead } from './useRead.ts';

/** The server's time when it was last asked, as deadlines are judged by it; undefined until then. */
export function useServerTime(): string | undefined {
  return useRead<Routine>('routine').data?.now;
}
