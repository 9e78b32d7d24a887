import type { CampaignDocument, CampaignRow } from '#contract/campaigns';
import { joinsOf } from '../campaign-joins/joinsOf.ts';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';
import { DocumentValue } from './DocumentValue.tsx';

/** What a campaign says now. */
export function CampaignSummary({ campaign }: { campaign: CampaignRow }) {
  const t = useText();
  const bindings = listPath('referrals', { campaign: campaign.code });
  const part = (field: keyof CampaignDocument) => <DocumentValue field={field} document={campaign} />;
  return (
    <Section title={t('campaigns.summary')} action={<StateChip group="campaignState" value={campaign.state} />}>
      <Facts
        columns={1}
        facts={[
          { name: t('campaigns.name'), value: part('name') },
          { name: t('campaigns.kind'), value: <LabelField group="campaignKind" value={campaign.kind} /> },
          { name: t('campaigns.audience'), value: <LabelField group="audience" value={campaign.audience} /> },
          { name: t('campaigns.from'), value: part('starts_at') },
          { name: t('campaigns.to'), value: part('ends_at') },
          ...(campaign.ended_at ? [{ name: t('campaigns.endedAt'), value: <InstantField at={campaign.ended_at} /> }] : []),
          { name: t('campaigns.regions'), value: part('regions') },
          { name: t('campaigns.programmes'), value: part('programmes') },
          { name: t('campaigns.tasks'), value: part('tasks') },
          { name: t('campaigns.rewards'), value: part('rewards') },
          { name: t('campaigns.landingUrl'), value: part('landing_url') },
          { name: t('campaigns.version'), value: <Count value={campaign.version} /> },
          { name: t('campaigns.joined'), value: <TextLink to={joinsOf(campaign.id)}><Count value={campaign.joined} /></TextLink> },
          { name: t('campaigns.bindings'), value: <TextLink to={bindings}>{t('campaigns.showBindings')}</TextLink> },
          { name: t('campaigns.createdBy'), value: campaign.created_by },
          { name: t('campaigns.createdAt'), value: <InstantField at={campaign.created_at} /> },
        ]}
      />
    </Section>
  );
}
