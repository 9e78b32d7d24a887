import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import { Box, Link, Typography } from '@mui/material';
import { isHttpUrl } from '#contract/addresses';
import { useText } from '../i18n/useText.ts';

/**
 * Addresses that somebody gave as evidence: as text, with the host that they lead to before it. They are opened only
 * when pressed, and what is opened knows nothing of this page (ATTACKS 22).
 */
export function EvidenceLinks({ evidence }: { evidence: readonly string[] }) {
  const t = useText();
  if (evidence.length === 0) return <span>{t('changes.noEvidence')}</span>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {evidence.map((address) => (
        <li key={address}>{isHttpUrl(address) ? <Outward address={address} /> : <bdi>{address}</bdi>}</li>
      ))}
    </Box>
  );
}

function Outward({ address }: { address: string }) {
  const t = useText();
  return (
    <>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
        <bdi>{new URL(address).host}</bdi>
      </Typography>{' '}
      <Link href={address} target="_blank" rel="noopener noreferrer" sx={{ overflowWrap: 'anywhere' }}>
        <bdi>{address}</bdi>
        <OpenInNewIcon
          fontSize="inherit"
          titleAccess={t('changes.opens')}
          className="points"
          sx={{ marginInlineStart: 0.5, verticalAlign: 'middle' }}
        />
      </Link>
    </>
  );
}
