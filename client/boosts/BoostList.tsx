import { Button } from '@mui/material';
import { useState } from 'react';
import { LinkBase } from 'react-admin';
import type { BoostRow } from '#contract/boosts';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { BulkRequests, type DecidingMany } from '../decisions/BulkRequests.tsx';
import { type Asked, canTake } from '../decisions/offers.ts';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { BoostDialog } from './BoostDialog.tsx';
import { boostFilters, boostPresets } from './BoostFilters.tsx';

/** Times in which no evaluation lowers the tier, asked for and decided (TIE-9); the newest first. */
export function BoostList() {
  const me = useDecider();
  const t = useText();
  const mayAsk = useMay('boosts', 'create');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  const request = (
    <Button component={LinkBase} to="/boosts/create" variant="outlined">
      {t('boosts.request')}
    </Button>
  );
  return (
    <ConsoleList
      resource="boosts"
      filters={boostFilters}
      presets={[...minePresets('boosts', me), ...boostPresets]}
      sort={{ field: 'id', order: 'DESC' }}
      {...(mayAsk ? { tools: request } : {})}
    >
      <BulkFailures
        failures={failures}
        onClose={() => setFailures([])}
        nameOf={(id) => t('boosts.title', { id })}
      />
      <Table onFailures={setFailures} />
    </ConsoleList>
  );
}

function Table({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  const me = useDecider();
  const mayDecide = useMay('boosts', 'approve');
  const dialog = (deciding: DecidingMany) => <BoostDialog {...deciding} />;
  const bulk = (
    <>
      <BulkRequests resource="boosts" verb="approve" onFailures={onFailures} dialog={dialog} />
      <BulkRequests resource="boosts" verb="reject" onFailures={onFailures} dialog={dialog} />
    </>
  );
  return (
    <ConsoleTable
      {...(mayDecide ? { bulk } : {})}
      isRowSelectable={(row) => canTake('boosts', 'approve', row as unknown as Asked, me)}
      hiddenColumns={['programme', 'decided_by', 'decided_at', 'active']}
    >
      <Col<BoostRow> source="id" render={({ id }) => <CaseLink resource="boosts" id={id} />} />
      <Col<BoostRow>
        source="affiliate_uid"
        render={({ affiliate_uid }) =>
          affiliate_uid ? <UidLink uid={affiliate_uid} /> : t('boosts.wholeProgramme')
        }
      />
      <Col<BoostRow>
        source="programme"
        render={({ programme }) => <LabelField group="programme" value={programme} />}
      />
      <Col<BoostRow> source="from" render={({ from }) => <StackedInstant at={from} />} />
      <Col<BoostRow> source="to" render={({ to }) => <StackedInstant at={to} />} />
      <Col<BoostRow>
        source="active"
        render={({ active }) => t(active ? 'boosts.isActive' : 'boosts.notActive')}
      />
      <Col<BoostRow> source="text" prose />
      <Col<BoostRow> source="requested_by" />
      <Col<BoostRow> source="requested_at" render={({ state, requested_at }) => <WaitingField since={requested_at} waits={state === 'pending'} />} />
      <Col<BoostRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
      <Col<BoostRow> source="decided_by" />
      <Col<BoostRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
    </ConsoleTable>
  );
}
