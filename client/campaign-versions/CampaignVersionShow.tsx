import { Alert, Box } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { CampaignVersionPreview, CampaignVersionRow } from '#contract/campaigns';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { DifferenceSection } from './DifferenceSection.tsx';
import { MoneyEffect } from './MoneyEffect.tsx';
import { VersionDialog } from './VersionDialog.tsx';
import { versionPreviewPath } from './versionPreviewPath.ts';

/** A change of a campaign with what its decision rests on: before and after, and what it does to money (CAM-3). */
export function CampaignVersionShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: version, error } = useRead<CampaignVersionRow>(`campaign-versions/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!version) return <Loading />;
  return (
    <>
      <Title title={t('campaignVersions.title', { version: version.version, code: version.campaign_code })} />
      <Case key={id} version={version} />
      {mayAudit && (
        <Section title={t('campaignVersions.history')}>
          <AuditTrail subjectType="campaign-versions" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Case({ version }: { version: CampaignVersionRow }) {
  const t = useText();
  const errorText = useErrorText();
  const { data: preview, error } = useRead<CampaignVersionPreview>(versionPreviewPath(version.id));
  return (
    <>
      <RequestDecision
        resource="campaign-versions"
        request={version}
        dialog={(deciding) => <VersionDialog id={version.id} preview={preview ?? null} {...deciding} />}
      />
      <Summary version={version} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        <DifferenceSection changes={version.changes} preview={preview ?? null} />
        <Section title={t('campaignVersions.money')}>
          {error && <Alert severity="error">{errorText(error)}</Alert>}
          {!preview && !error && <span role="status">{t('campaignVersions.looking')}</span>}
          {preview && <MoneyEffect preview={preview} pending={version.state === 'pending'} />}
        </Section>
      </Box>
    </>
  );
}

function Summary({ version }: { version: CampaignVersionRow }) {
  const t = useText();
  const { campaign_id, campaign_code, in_force_from, in_force_to } = version;
  const waiting = [{ name: t('decisions.waiting'), value: <WaitingField since={version.requested_at} waits /> }];
  const decided = [
    { name: t('campaignVersions.decidedBy'), value: version.decided_by },
    { name: t('campaignVersions.decidedAt'), value: <InstantField at={version.decided_at} /> },
    { name: t('campaignVersions.comment'), value: version.comment },
  ];
  const inForce = in_force_from ? (
    <>
      <InstantField at={in_force_from} short /> – {in_force_to && <InstantField at={in_force_to} short />}
    </>
  ) : (
    t('campaignVersions.notInForce')
  );
  return (
    <Section title={t('campaignVersions.summary')} action={<StateChip group="campaignVersionState" value={version.state} />}>
      <Facts
        facts={[
          { name: t('campaignVersions.campaign'), value: <TextLink to={`/campaigns/${campaign_id}/show`}>{campaign_code}</TextLink> },
          { name: t('campaignVersions.reason'), value: version.reason },
          { name: t('campaignVersions.requestedBy'), value: version.requested_by },
          { name: t('campaignVersions.requestedAt'), value: <InstantField at={version.requested_at} /> },
          { name: t('campaignVersions.inForce'), value: inForce },
          ...(version.state === 'pending' ? waiting : []),
          ...(version.decided_at ? decided : []),
        ]}
      />
    </Section>
  );
}
