import { useGetIdentity } from 'react-admin';
import { useRole } from './access.ts';
import type { Decider } from '#contract/live';

/** Who is signed in, as requests name them; null until that is known. */
export function useDecider(): Decider | null {
  const role = useRole();
  const { identity } = useGetIdentity();
  const name = identity?.email as string | undefined;
  return role && name ? { role, name } : null;
}
