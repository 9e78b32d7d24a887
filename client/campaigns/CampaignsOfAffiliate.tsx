import { Alert } from '@mui/material';
import type { CampaignLink } from '#contract/campaigns';
import { useRead } from '../api/useRead.ts';
import { BonusList } from '../bonuses/BonusList.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { ShareLink } from './ShareLink.tsx';

/** The campaigns that an affiliate takes part in, with its link to each, and then those that it has no link to; and its bonuses. */
export function CampaignsOfAffiliate({ uid }: { uid: string }) {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useRead<CampaignLink[]>(`affiliates/${encodeURIComponent(uid)}/campaigns`);
  return (
    <>
      <Section title={t('campaigns.ofAffiliate')}>
        {error && <Alert severity="error">{errorText(error)}</Alert>}
        {data && (
          <PlainTable
            caption={t('campaigns.ofAffiliate')}
            rows={[...data.filter(({ link }) => link), ...data.filter(({ link }) => !link)]}
            keyOf={({ campaign_id }) => campaign_id}
            empty={t('campaigns.noCampaigns')}
            columns={[
              {
                name: t('campaigns.campaign'),
                cell: ({ campaign_id, code, name }) => (
                  <>
                    <TextLink to={`/campaigns/${campaign_id}/show?${new URLSearchParams({ affiliate: uid })}`}>{code}</TextLink>
                    <div>
                      <bdi>{name}</bdi>
                    </div>
                  </>
                ),
              },
              { name: t('campaigns.state'), cell: ({ state }) => <StateChip group="campaignState" value={state} /> },
              { name: t('campaigns.audience'), cell: ({ audience }) => <LabelField group="audience" value={audience} /> },
              { name: t('campaigns.joinedAt'), cell: ({ joined_at }) => <InstantField at={joined_at} short /> },
              { name: t('campaigns.link'), cell: (link) => <ShareLink link={link} dense /> },
            ]}
          />
        )}
      </Section>
      <Section title={t('campaigns.bonusesOfAffiliate')}>
        <BonusList only={{ affiliate_uid: uid }} />
      </Section>
    </>
  );
}
