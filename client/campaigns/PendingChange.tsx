import { Alert } from '@mui/material';
import type { CampaignRow } from '#contract/campaigns';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';

/** That a change of the campaign waits for a second person, and where it is. */
export function PendingChange({ campaign: { pending_version_id } }: { campaign: CampaignRow }) {
  const t = useText();
  if (!pending_version_id) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('campaigns.waits')} <TextLink to={`/campaign-versions/${pending_version_id}/show`}>{t('campaigns.seeChange')}</TextLink>
    </Alert>
  );
}
