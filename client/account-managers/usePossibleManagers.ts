import type { PossibleManager } from '#contract/account-managers';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';

/** Whom an affiliate can be given to; nobody for who may not give. */
export function usePossibleManagers(): readonly PossibleManager[] {
  const may = useMay('affiliates', 'account-manager');
  return useRead<PossibleManager[]>('account-managers', { enabled: may }).data ?? [];
}
