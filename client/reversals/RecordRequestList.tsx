import { Chip } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { ReversalRow } from '#contract/reversals';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { canTake } from '../decisions/offers.ts';
import { useDecider } from '../auth/useDecider.ts';
import { BulkRecordDecision } from './BulkRecordDecision.tsx';
import { recordRequestFilters, recordRequestPresets } from './RecordRequestFilters.tsx';
import type { RecordRequests } from './recordRequests.ts';
import { ReversalPreviewField } from './ReversalPreviewField.tsx';

const POLL_MS = 30_000;

interface RecordRequestListProps {
  resource: RecordRequests;
  tools?: ReactNode;
}

/** The queue of reversals or corrections, the longest waiting first. */
export function RecordRequestList({ resource, tools }: RecordRequestListProps) {
  const me = useDecider();
  const mayAsk = useMay(resource, 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  if (!me) return null;
  return (
    <ConsoleList
      resource={resource}
      filters={recordRequestFilters}
      presets={recordRequestPresets(resource, me, mayAsk)}
      startWith={{ state: 'pending' }}
      sort={{ field: 'requested_at', order: 'ASC' }}
      poll={POLL_MS}
      tools={tools}
    >
      <BulkFailures failures={failures} onClose={() => setFailures([])} />
      <Table resource={resource} onFailures={setFailures} />
    </ConsoleList>
  );
}

interface TableProps {
  resource: RecordRequests;
  onFailures: (failures: readonly VerbResult[]) => void;
}

function Table({ resource, onFailures }: TableProps) {
  const me = useDecider();
  const mayDecide = useMay(resource, 'approve');
  const bulk = (
    <>
      <BulkRecordDecision resource={resource} verb="approve" onFailures={onFailures} />
      <BulkRecordDecision resource={resource} verb="reject" onFailures={onFailures} />
    </>
  );
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTake(resource, 'approve', row as ReversalRow, me)}
      hiddenColumns={['text', 'source', 'trade_id', 'decided_by', 'decided_at']}
    >
      <Col<ReversalRow> source="id" render={({ id }) => <CaseLink resource={resource} id={id} />} />
      <Col<ReversalRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
      <Col<ReversalRow> source="record_id" render={({ record_id }) => <RecordLink id={record_id} />} />
      <Col<ReversalRow> source="trade_id" />
      <Col<ReversalRow>
        source="amount"
        figure
        render={({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact />}
      />
      <Col<ReversalRow> source="result_record_id" render={(row) => <Effect resource={resource} request={row} />} />
      <Col<ReversalRow>
        source="reason_code"
        render={({ reason_code }) => <LabelField group="reasonCode" value={reason_code} />}
      />
      <Col<ReversalRow> source="text" prose />
      <Col<ReversalRow> source="requested_by" render={(row) => <AskedBy request={row} />} />
      <Col<ReversalRow> source="requested_at" render={({ state, requested_at }) => <WaitingField since={requested_at} waits={state === 'pending'} />} />
      <Col<ReversalRow> source="source" render={({ source }) => <LabelField group="source" value={source} />} />
      <Col<ReversalRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
      <Col<ReversalRow> source="decided_by" />
      <Col<ReversalRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
    </ConsoleTable>
  );
}

function RecordLink({ id }: { id: string }) {
  return <TextLink to={`/commissions/${id}/show`}>{id}</TextLink>;
}

/** What approving would do; of what is approved the record that was written. */
function Effect({ resource, request }: { resource: RecordRequests; request: ReversalRow }) {
  if (request.result_record_id) return <RecordLink id={request.result_record_id} />;
  return resource === 'reversals' ? <ReversalPreviewField request={request} /> : <span>–</span>;
}

function AskedBy({ request: { source, requested_by } }: { request: ReversalRow }) {
  const t = useText();
  const me = useDecider();
  if (source === 'system') return <span>{t('recordRequests.bySystem')}</span>;
  return requested_by === me?.name ? <Chip label={t('recordRequests.own')} /> : <span>{requested_by}</span>;
}
