import { useQueryClient } from '@tanstack/react-query';
import { claimables, type Claimable, type ClaimRow } from '#contract/claims';
import { useApi, useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';

/** As often as a claim may have run out without anybody doing anything. */
const POLL_MS = 60_000;
const nobody: readonly ClaimRow[] = [];

export function isClaimable(resource: string): resource is Claimable {
  return (claimables as readonly string[]).includes(resource);
}

/** The one question for all who use claims; not asked for who decides nothing. */
export function useClaimsAnswer() {
  const may = useMay('claims', 'read');
  const query = new URLSearchParams({ range: '[0,999]', sort: '["until","ASC"]' });
  return useRead<ClaimRow[]>(`claims?${query}`, { enabled: may, poll: () => POLL_MS });
}

/** Who has which waiting case in hand; nobody for who decides nothing. */
export function useClaims(): readonly ClaimRow[] {
  return useClaimsAnswer().data ?? nobody;
}

/** The claim on one case. */
export function useClaimOn(resource: string, id: string): ClaimRow | undefined {
  return useClaims().find((claim) => claim.resource === resource && claim.case_id === id);
}

/** Takes cases in hand, puts them back, hands them over. */
export function useClaiming() {
  const api = useApi();
  const queries = useQueryClient();
  const renewed = async (done: Promise<void>) => {
    try {
      await done;
    } finally {
      await queries.invalidateQueries({ queryKey: ['read'] });
    }
  };
  return {
    take: (resource: Claimable, caseId: string) => renewed(api.takeClaim(resource, caseId)),
    putBack: ({ id }: ClaimRow) => renewed(api.releaseClaim(id)),
    handOver: ({ id }: ClaimRow, to: string) => renewed(api.handOverClaim(id, to)),
  };
}
