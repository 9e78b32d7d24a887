import type { Home } from '#contract/home';
import { useRead } from '../api/useRead.ts';

const POLL_MS = 30_000;

/** The answer that all parts of the first screen share. */
export function useHome() {
  return useRead<Home>('home', { poll: () => POLL_MS });
}
