import { Chip } from '@mui/material';
import { useState } from 'react';
import type { CampaignVersionRow } from '#contract/campaigns';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { CampaignCode } from '../campaigns/CampaignCode.tsx';
import { BulkDecide } from '../decisions/BulkDecide.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { type Asked, canTake } from '../decisions/offers.ts';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { Clamped } from '../fields/Clamped.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { BulkVersionDialog } from './BulkVersionDialog.tsx';
import { campaignVersionFilters, campaignVersionPresets } from './CampaignVersionFilters.tsx';

const POLL_MS = 30_000;

/** Changes of campaigns: what waits for a second person, the longest waiting first, and what became of the others (CAM-3). */
export function CampaignVersionList() {
  const me = useDecider();
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  return (
    <ConsoleList
      resource="campaign-versions"
      filters={campaignVersionFilters}
      presets={[...minePresets('campaign-versions', me), ...campaignVersionPresets]}
      startWith={{ state: 'pending' }}
      sort={{ field: 'requested_at', order: 'ASC' }}
      poll={POLL_MS}
    >
      <BulkFailures failures={failures} onClose={() => setFailures([])} />
      <Table onFailures={setFailures} />
    </ConsoleList>
  );
}

function Table({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  const labels = useLabels();
  const me = useDecider();
  const mayDecide = useMay('campaign-versions', 'approve');
  const bulk = (['approve', 'reject'] as const).map((verb) => (
    <BulkDecide key={verb} verb={verb} onFailures={onFailures} dialog={(asked) => <BulkVersionDialog verb={verb} {...asked} />} />
  ));
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTake('campaign-versions', 'approve', row as unknown as Asked, me)}
      hiddenColumns={['name', 'decided_by', 'decided_at', 'in_force_from', 'in_force_to']}
    >
      <Col<CampaignVersionRow> source="id" render={({ id }) => <CaseLink resource="campaign-versions" id={id} />} />
      <Col<CampaignVersionRow>
        source="campaign_code"
        render={({ campaign_id, campaign_code }) => <CampaignCode id={campaign_id} code={campaign_code} />}
      />
      <Col<CampaignVersionRow> source="version" />
      <Col<CampaignVersionRow> source="name" render={({ name }) => <Clamped text={name} />} />
      <Col<CampaignVersionRow>
        source="changes"
        prose
        render={({ changes }) => labels('campaignField', Object.keys(changes)) || '–'}
      />
      <Col<CampaignVersionRow> source="reason" render={({ reason }) => <Clamped text={reason} />} />
      <Col<CampaignVersionRow>
        source="requested_by"
        render={({ requested_by }) => (requested_by === me?.name ? <Chip label={t('changes.own')} /> : <StaffName name={requested_by} />)}
      />
      <Col<CampaignVersionRow> source="requested_at" render={({ state, requested_at }) => <WaitingField since={requested_at} waits={state === 'pending'} />} />
      <Col<CampaignVersionRow> source="state" render={({ state }) => <StateChip group="campaignVersionState" value={state} />} />
      <Col<CampaignVersionRow> source="decided_by" />
      <Col<CampaignVersionRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
      <Col<CampaignVersionRow> source="in_force_from" render={({ in_force_from }) => <InstantField at={in_force_from} short />} />
      <Col<CampaignVersionRow> source="in_force_to" render={({ in_force_to }) => <InstantField at={in_force_to} short />} />
    </ConsoleTable>
  );
}
