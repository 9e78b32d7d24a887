import { Button, Chip } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import type { ApplicationRow } from '#contract/applications';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { BulkRequests, type DecidingMany } from '../decisions/BulkRequests.tsx';
import { type Asked, canTake } from '../decisions/offers.ts';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { Clamped } from '../fields/Clamped.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { AgeHours } from '../fields/AgeHours.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { applicationFilters, applicationPresets } from './ApplicationFilters.tsx';
import { Hindrances } from './Hindrances.tsx';

const POLL_MS = 30_000;

/** The queue of those who want into Pro, with what is known about them and their channels (ENR-6); the longest waiting first. */
export function ApplicationList() {
  const me = useDecider();
  const t = useText();
  const mayFile = useMay('applications', 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  const file = (
    <Button component={LinkBase} to="/applications/create" variant="outlined">
      {t('applications.file')}
    </Button>
  );
  return (
    <ConsoleList
      resource="applications"
      filters={applicationFilters}
      presets={[...minePresets('applications', me), ...applicationPresets]}
      startWith={{ state: 'pending' }}
      sort={{ field: 'requested_at', order: 'ASC' }}
      poll={POLL_MS}
      {...(mayFile ? { tools: file } : {})}
    >
      <BulkFailures failures={failures} onClose={() => setFailures([])} nameOf={(id) => t('applications.title', { id })} />
      <Table onFailures={setFailures} />
    </ConsoleList>
  );
}

function Table({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  const me = useDecider();
  const mayDecide = useMay('applications', 'approve');
  const dialog = (deciding: DecidingMany) => <ApplicationDialog {...deciding} />;
  const bulk = (
    <>
      <BulkRequests resource="applications" verb="approve" onFailures={onFailures} dialog={dialog} />
      <BulkRequests resource="applications" verb="reject" onFailures={onFailures} dialog={dialog} />
    </>
  );
  const filedBy = ({ source, requested_by }: ApplicationRow) => {
    if (source === 'feed') return <LabelField group="source" value={source} />;
    return requested_by === me?.name ? <Chip label={t('changes.own')} /> : requested_by;
  };
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTake('applications', 'approve', row as unknown as Asked, me)}
      hiddenColumns={['application_id', 'applied_at', 'name', 'kyc_level', 'source', 'decided_by', 'decided_at']}
    >
      <Col<ApplicationRow> source="id" render={({ id }) => <CaseLink resource="applications" id={id} />} />
      <Col<ApplicationRow> source="application_id" />
      <Col<ApplicationRow> source="uid" render={({ uid }) => <UidLink uid={uid} />} />
      <Col<ApplicationRow> source="name" />
      <Col<ApplicationRow> source="channels" render={({ channels }) => <Clamped text={channels} lines={3} least={150} />} />
      <Col<ApplicationRow> source="country" />
      <Col<ApplicationRow>
        source="account_type"
        render={({ account_type }) => <LabelField group="accountType" value={account_type} />}
      />
      <Col<ApplicationRow> source="kyc_level" render={({ kyc_level }) => <LabelField group="kyc" value={kyc_level} />} />
      <Col<ApplicationRow> source="refusals" prose render={(application) => <Hindrances application={application} />} />
      <Col<ApplicationRow>
        source="requested_at"
        render={({ state, age_hours, requested_at }) =>
          state === 'pending' ? <AgeHours hours={age_hours} /> : <InstantField at={requested_at} short />
        }
      />
      <Col<ApplicationRow> source="requested_by" render={filedBy} />
      <Col<ApplicationRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
      <Col<ApplicationRow> source="applied_at" render={({ applied_at }) => <InstantField at={applied_at} short />} />
      <Col<ApplicationRow> source="source" render={({ source }) => <LabelField group="source" value={source} />} />
      <Col<ApplicationRow> source="decided_by" />
      <Col<ApplicationRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
    </ConsoleTable>
  );
}
