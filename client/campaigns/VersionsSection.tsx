import { useGetList } from 'react-admin';
import type { CampaignRow, CampaignVersionRow } from '#contract/campaigns';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { listPath } from '../list/listPath.ts';

const SHOWN = 20;

/** The latest versions of a campaign, the rejected ones too. */
export function VersionsSection({ campaign: { id, code } }: { campaign: CampaignRow }) {
  const t = useText();
  const labels = useLabels();
  const { data = [] } = useGetList<CampaignVersionRow>('campaign-versions', {
    filter: { campaign_id: id },
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  const all = listPath('campaign-versions', { campaign_code: code });
  return (
    <Section title={t('campaigns.versions')} action={<TextLink to={all}>{t('campaigns.allVersions')}</TextLink>}>
      <PlainTable
        caption={t('campaigns.versions')}
        rows={data}
        keyOf={(version) => version.id}
        empty={t('campaigns.noVersions')}
        columns={[
          { name: t('campaigns.version'), cell: (one) => <TextLink to={`/campaign-versions/${one.id}/show`}>{one.version}</TextLink> },
          { name: t('campaigns.whatChanges'), cell: ({ changes }) => labels('campaignField', Object.keys(changes)) || '–' },
          { name: t('campaigns.reason'), cell: ({ reason }) => reason ?? '–' },
          { name: t('campaigns.state'), cell: ({ state }) => <StateChip group="campaignVersionState" value={state} /> },
          { name: t('campaigns.inForceFrom'), cell: ({ in_force_from }) => <InstantField at={in_force_from} short /> },
          { name: t('campaigns.inForceTo'), cell: ({ in_force_to }) => <InstantField at={in_force_to} short /> },
        ]}
      />
    </Section>
  );
}
