import type { CampaignRow, CampaignVersionRow } from '#contract/campaigns';
import { freeFields } from '#contract/campaigns';
import { MAX_WORDS, MIN_WORDS } from '#contract/transitions';
import { useApi } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { AdjustEffect } from './AdjustEffect.tsx';
import { CampaignForm } from './CampaignForm.tsx';
import { changesOf, draftOf } from './draft.ts';
import { DraftField } from './DraftField.tsx';
import { useCampaignDraft } from './useCampaignDraft.ts';
import { useCampaignSave } from './useCampaignSave.ts';

const isFree = (field: string) => (freeFields as readonly string[]).includes(field);

/** Adjusts what is no draft any more: a new version, of which it is said before it is sent whether it waits for a second person (CAM-3). */
export function Adjusting({ campaign }: { campaign: CampaignRow }) {
  const t = useText();
  const api = useApi();
  const { sent, saved } = useCampaignSave();
  const form = useCampaignDraft({
    start: draftOf(campaign),
    adjusting: true,
    onSend: async (draft) => {
      const data = { campaign_id: campaign.id, reason: draft.reason.trim(), ...changesOf(draftOf(campaign), draft) };
      const { data: version } = await api.create<CampaignVersionRow>('campaign-versions', { data: data as Partial<CampaignVersionRow> });
      if (version.state === 'pending') saved(`/campaign-versions/${version.id}/show`, t('campaigns.sent'));
      else saved(`/campaigns/${campaign.id}/show`, t('campaigns.applied'));
    },
  });
  const changes = changesOf(form.start, form.draft);
  const fields = Object.keys(changes);
  const waits = fields.some((field) => !isFree(field));
  const { reason } = form.draft;
  const effect = (
    <Section title={t('campaigns.whatChanges')}>
      <AdjustEffect campaign={campaign} draft={form.draft} changes={changes} />
    </Section>
  );
  const word = t(waits || fields.length === 0 ? 'campaigns.send' : 'campaigns.apply');
  return (
    <CampaignForm form={form} submit={word} ready={fields.length > 0 && !campaign.pending_version_id} sent={sent} aside={effect}>
      <Section title={t('campaigns.form.why')}>
        <DraftField
          form={form}
          name="reason"
          label={t('campaigns.reason')}
          value={reason}
          onChange={(text) => form.change({ reason: text })}
          hint={t('campaigns.reasonHint', { min: MIN_WORDS, length: reason.trim().length })}
          required
          max={MAX_WORDS}
          multiline
        />
      </Section>
    </CampaignForm>
  );
}
