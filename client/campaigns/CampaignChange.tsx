import { Alert } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { useApi, useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { NotAllowed } from '../layout/NotAllowed.tsx';
import { PageProblem } from '../layout/PageProblem.tsx';
import { Adjusting } from './Adjusting.tsx';
import { CampaignForm } from './CampaignForm.tsx';
import { bodyOf, draftOf } from './draft.ts';
import { PendingChange } from './PendingChange.tsx';
import { useCampaignDraft } from './useCampaignDraft.ts';
import { useCampaignSave } from './useCampaignSave.ts';

/** The page on which a draft is written again, and what is no draft any more is adjusted (CAM-3). */
export function CampaignChange() {
  const t = useText();
  const id = String(useGetRecordId());
  const may = useMay('campaign-versions', 'create');
  const { data: campaign, error } = useRead<CampaignRow>(`campaigns/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!campaign) return <Loading />;
  if (!may) return <NotAllowed />;
  const { code, state } = campaign;
  return (
    <>
      <Title title={t(state === 'draft' ? 'campaigns.editTitle' : 'campaigns.adjustTitle', { code })} />
      <PendingChange campaign={campaign} />
      {state === 'draft' && <Draft key={id} campaign={campaign} />}
      {state === 'ended' && <Alert severity="info">{t('campaigns.notChangeable')}</Alert>}
      {state !== 'draft' && state !== 'ended' && <Adjusting key={id} campaign={campaign} />}
    </>
  );
}

function Draft({ campaign }: { campaign: CampaignRow }) {
  const t = useText();
  const api = useApi();
  const { sent, saved } = useCampaignSave();
  const form = useCampaignDraft({
    start: draftOf(campaign),
    adjusting: false,
    onSend: async (draft) => {
      await api.update<CampaignRow>('campaigns', { id: campaign.id, data: bodyOf(draft), previousData: campaign });
      saved(`/campaigns/${campaign.id}/show`, t('campaigns.saved'));
    },
  });
  return <CampaignForm form={form} submit={t('campaigns.saveDraft')} sent={sent} />;
}
