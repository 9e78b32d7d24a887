import { Alert } from '@mui/material';
import type { AffiliateDetail } from '#contract/affiliates';
import { InstantField } from '../fields/InstantField.tsx';
import { useText } from '../i18n/useText.ts';
import { KnownThenSection } from './KnownThenSection.tsx';

/** That the page shows an instant and not now, and what was known at it. */
export function AsOfBanner({ at, affiliate }: { at: string; affiliate: AffiliateDetail }) {
  const t = useText();
  return (
    <>
      <Alert severity="info" sx={{ mb: 1 }}>
        {t('affiliates.asOf.showing')} <InstantField at={at} />
      </Alert>
      <KnownThenSection affiliate={affiliate} />
    </>
  );
}
