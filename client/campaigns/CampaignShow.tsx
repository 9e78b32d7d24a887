import { Box } from '@mui/material';
import { Loading, Title, useGetRecordId, useLocation } from 'react-admin';
import type { CampaignRow } from '#contract/campaigns';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { JoinList } from '../campaign-joins/JoinList.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { BudgetSection } from './BudgetSection.tsx';
import { CampaignActions } from './CampaignActions.tsx';
import { CampaignSummary } from './CampaignSummary.tsx';
import { DocumentValue } from './DocumentValue.tsx';
import { LinkSection } from './LinkSection.tsx';
import { PendingChange } from './PendingChange.tsx';
import { ProgressSection } from './ProgressSection.tsx';
import { VersionsSection } from './VersionsSection.tsx';

/** A campaign: what it says, what it has cost, its links, how far its invitees are, its versions. */
export function CampaignShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const affiliate = new URLSearchParams(useLocation().search).get('affiliate') ?? '';
  const mayAudit = useMay('audit-events', 'read');
  const { data: campaign, error } = useRead<CampaignRow>(`campaigns/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!campaign) return <Loading />;
  const begun = campaign.state !== 'draft';
  return (
    <>
      <Title title={t('campaigns.title', { code: campaign.code })} />
      <PendingChange campaign={campaign} />
      <CampaignActions key={id} campaign={campaign} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        <CampaignSummary campaign={campaign} />
        <div>
          <BudgetSection campaign={campaign} />
          <Section title={t('campaigns.texts')}>
            <DocumentValue field="texts" document={campaign} />
          </Section>
        </div>
      </Box>
      {begun && <LinkSection key={`link-${id}-${affiliate}`} campaign={campaign} start={affiliate} />}
      {begun && <ProgressSection key={`progress-${id}-${affiliate}`} campaign={campaign} start={affiliate} />}
      {begun && campaign.audience === 'joining' && (
        <Section title={t('campaigns.whoJoined')}>
          <JoinList key={`joins-${id}`} only={{ campaign_id: id }} />
        </Section>
      )}
      <VersionsSection campaign={campaign} />
      {mayAudit && (
        <Section title={t('campaigns.history')}>
          <AuditTrail subjectType="campaigns" subjectId={id} />
        </Section>
      )}
    </>
  );
}
