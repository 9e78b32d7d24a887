import { Stack } from '@mui/material';
import type { Claimable } from '#contract/claims';
import { TextLink } from '../fields/TextLink.tsx';
import { ClaimMark } from './ClaimMark.tsx';
import { useClaimOn } from './useClaims.ts';

/** A row's way to its case, and who has it in hand. */
export function CaseLink({ resource, id }: { resource: Claimable; id: string }) {
  const claim = useClaimOn(resource, id);
  const link = <TextLink to={`/${resource}/${id}/show`}>{id}</TextLink>;
  if (!claim) return link;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      {link}
      <ClaimMark claim={claim} />
    </Stack>
  );
}
