import { Title } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { NotAllowed } from '../layout/NotAllowed.tsx';
import { CampaignForm } from './CampaignForm.tsx';
import { bodyOf, emptyDraft } from './draft.ts';
import { useCampaignDraft } from './useCampaignDraft.ts';
import { useCampaignSave } from './useCampaignSave.ts';

/** The page on which a campaign is drafted (CAM-2). */
export function CampaignCreate() {
  return useMay('campaigns', 'create') ? <NewCampaign /> : <NotAllowed />;
}

function NewCampaign() {
  const t = useText();
  const api = useApi();
  const { sent, saved } = useCampaignSave();
  const form = useCampaignDraft({
    start: emptyDraft,
    adjusting: false,
    onSend: async (draft) => {
      const { data } = await api.create<CampaignRow>('campaigns', { data: bodyOf(draft) });
      saved(`/campaigns/${data.id}/show`, t('campaigns.saved'));
    },
  });
  return (
    <>
      <Title title={t('campaigns.createTitle')} />
      <CampaignForm form={form} submit={t('campaigns.createDraft')} sent={sent} />
    </>
  );
}
