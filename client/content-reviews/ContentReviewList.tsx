import { Button, Chip } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import type { ContentReviewRow } from '#contract/content-reviews';
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
import { ContentDialog } from './ContentDialog.tsx';
import { contentFilters, contentPresets } from './ContentReviewFilters.tsx';
import { FlagField } from './FlagField.tsx';

const POLL_MS = 30_000;

/** The queue of what affiliates want to use (CAM-5), the longest waiting first. Addresses and texts are shown, never opened. */
export function ContentReviewList() {
  const me = useDecider();
  const t = useText();
  const maySubmit = useMay('content-reviews', 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  const submit = (
    <Button component={LinkBase} to="/content-reviews/create" variant="outlined">
      {t('content.submit')}
    </Button>
  );
  return (
    <ConsoleList
      resource="content-reviews"
      filters={contentFilters}
      presets={[...minePresets('content-reviews', me), ...contentPresets]}
      startWith={{ state: 'pending' }}
      sort={{ field: 'requested_at', order: 'ASC' }}
      poll={POLL_MS}
      {...(maySubmit ? { tools: submit } : {})}
    >
      <BulkFailures failures={failures} onClose={() => setFailures([])} nameOf={(id) => t('content.title', { id })} />
      <Table onFailures={setFailures} />
    </ConsoleList>
  );
}

function Table({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  const me = useDecider();
  const mayDecide = useMay('content-reviews', 'approve');
  const dialog = (deciding: DecidingMany) => <ContentDialog {...deciding} />;
  const bulk = (
    <>
      <BulkRequests resource="content-reviews" verb="approve" onFailures={onFailures} dialog={dialog} />
      <BulkRequests resource="content-reviews" verb="reject" onFailures={onFailures} dialog={dialog} />
    </>
  );
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTake('content-reviews', 'approve', row as unknown as Asked, me)}
      hiddenColumns={['reason_code', 'decided_by', 'decided_at']}
    >
      <Col<ContentReviewRow> source="id" render={({ id }) => <CaseLink resource="content-reviews" id={id} />} />
      <Col<ContentReviewRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
      <Col<ContentReviewRow> source="url" render={({ url }) => <Clamped text={url} />} />
      <Col<ContentReviewRow> source="channel" render={({ channel }) => <Clamped text={channel} width={130} />} />
      <Col<ContentReviewRow> source="look_alike" render={({ look_alikes }) => <FlagField found={look_alikes} />} />
      <Col<ContentReviewRow>
        source="history"
        render={({ history: { pending, approved, rejected } }) => (
          <Clamped text={t('content.counts', { pending, approved, rejected })} lines={3} width={124} />
        )}
      />
      <Col<ContentReviewRow>
        source="requested_at"
        render={({ state, age_hours, requested_at }) =>
          state === 'pending' ? <AgeHours hours={age_hours} /> : <InstantField at={requested_at} short />
        }
      />
      <Col<ContentReviewRow>
        source="requested_by"
        render={({ requested_by }) => (requested_by === me?.name ? <Chip label={t('changes.own')} /> : requested_by)}
      />
      <Col<ContentReviewRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
      <Col<ContentReviewRow>
        source="reason_code"
        render={({ reason_code }) => <LabelField group="contentReason" value={reason_code} />}
      />
      <Col<ContentReviewRow> source="decided_by" />
      <Col<ContentReviewRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
    </ConsoleTable>
  );
}
