import { Button, Chip } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import type { StatusChangeRow } from '#contract/status-changes';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import type { Decider } from '#contract/live';
import { useDecider } from '../auth/useDecider.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { AgeHours } from '../fields/AgeHours.tsx';
import { BulkDecision } from './BulkDecision.tsx';
import { Change } from './Change.tsx';
import { EffectField } from './EffectField.tsx';
import { HoldsField } from './HoldsField.tsx';
import { statusChangeFilters, statusChangePresets } from './StatusChangeFilters.tsx';
import { canTakeStep } from './steps.ts';

const POLL_MS = 30_000;

/** The queue: who asked for what, since when, and what it does in money; the longest waiting first. */
export function StatusChangeList() {
  const t = useText();
  const me = useDecider();
  const mayAsk = useMay('status-changes', 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  if (!me) return null;
  const request = (
    <Button component={LinkBase} to="/status-changes/create" variant="outlined">
      {t('changes.request')}
    </Button>
  );
  return (
    <ConsoleList
      resource="status-changes"
      filters={statusChangeFilters}
      presets={statusChangePresets(me)}
      startWith={{ state: 'pending' }}
      sort={{ field: 'requested_at', order: 'ASC' }}
      poll={POLL_MS}
      {...(mayAsk ? { tools: request } : {})}
    >
      <BulkFailures failures={failures} onClose={() => setFailures([])} />
      <Table me={me} onFailures={setFailures} />
    </ConsoleList>
  );
}

/** The kind, and below it from what to what. */
function What({ change }: { change: StatusChangeRow }) {
  return (
    <>
      <strong>
        <LabelField group="changeKind" value={change.kind} />
      </strong>
      <div>
        <Change change={change} />
      </div>
    </>
  );
}

/** How long it has been waiting and, of a freeze, how long it still holds; of what is settled, when it was asked for. */
function Age({ change }: { change: StatusChangeRow }) {
  const { state, age_hours, requested_at, holds_until } = change;
  if (state !== 'pending') return <InstantField at={requested_at} short />;
  return (
    <>
      <AgeHours hours={age_hours} />
      {holds_until && (
        <div>
          <HoldsField change={change} />
        </div>
      )}
    </>
  );
}

function Table({ me, onFailures }: { me: Decider; onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  const mayDecide = useMay('status-changes', 'approve');
  const bulk = (
    <>
      <BulkDecision verb="approve" onFailures={onFailures} />
      <BulkDecision verb="reject" onFailures={onFailures} />
    </>
  );
  const requestedBy = ({ requested_by, source }: StatusChangeRow) => {
    if (source === 'feed') return t('changes.byFeed');
    if (requested_by !== me.name) return <StaffName name={requested_by} />;
    return <Chip label={t('changes.own')} />;
  };
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTakeStep('reject', row as StatusChangeRow, me)}
      hiddenColumns={['source', 'reason_code', 'decided_by', 'decided_at']}
    >
      <Col<StatusChangeRow>
        source="id"
        render={({ id }) => <CaseLink resource="status-changes" id={id} />}
      />
      <Col<StatusChangeRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
      <Col<StatusChangeRow> source="kind" render={(change) => <What change={change} />} />
      <Col<StatusChangeRow> source="effect" render={({ kind, effect }) => <EffectField kind={kind} effect={effect} />} />
      <Col<StatusChangeRow>
        source="effective_at"
        render={({ effective_at }) => <StackedInstant at={effective_at} />}
      />
      <Col<StatusChangeRow> source="requested_at" render={(change) => <Age change={change} />} />
      <Col<StatusChangeRow> source="requested_by" render={requestedBy} />
      <Col<StatusChangeRow>
        source="reason_code"
        render={({ reason_code }) => <LabelField group="reasonCode" value={reason_code} />}
      />
      <Col<StatusChangeRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
      <Col<StatusChangeRow> source="source" render={({ source }) => <LabelField group="source" value={source} />} />
      <Col<StatusChangeRow> source="decided_by" />
      <Col<StatusChangeRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
    </ConsoleTable>
  );
}
