import type { CommissionRow } from '#contract/commissions';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { TierField } from '../fields/TierField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { BulkAskReversal } from '../reversals/BulkAskReversal.tsx';
import { isReversible } from './isReversible.ts';

const hiddenAtFirst = [
  'kind', 'programme', 'tier', 'family', 'base', 'rate_bps', 'run_day', 'distributed_at', 'reverses',
];

interface CommissionTableProps {
  hidden: readonly string[];
  onFailures: (failures: readonly VerbResult[]) => void;
}

/** Why each trade earned or did not, and where its record stands. */
export function CommissionTable({ hidden, onFailures }: CommissionTableProps) {
  const mayAsk = useMay('reversals', 'create');
  return (
    <ConsoleTable
      hiddenColumns={[...hiddenAtFirst, ...hidden]}
      {...(mayAsk ? { bulk: <BulkAskReversal onFailures={onFailures} /> } : {})}
      isRowSelectable={(row) => isReversible(row as CommissionRow)}
    >
      <Col<CommissionRow>
        source="record_id"
        render={({ id }) => <TextLink to={`/commissions/${id}/show`}>{id}</TextLink>}
      />
      <Col<CommissionRow> source="executed_at" render={({ executed_at }) => <InstantField at={executed_at} short />} />
      <Col<CommissionRow> source="trade_id" />
      <Col<CommissionRow> source="kind" render={({ kind }) => <LabelField group="recordKind" value={kind} />} />
      <Col<CommissionRow> source="inviter_uid" render={({ inviter_uid }) => <UidLink uid={inviter_uid} />} />
      <Col<CommissionRow> source="invitee_uid" render={({ invitee_uid }) => <UidLink uid={invitee_uid} />} />
      <Col<CommissionRow>
        source="programme"
        render={({ programme }) => <LabelField group="programme" value={programme} />}
      />
      <Col<CommissionRow> source="product" render={({ product }) => <LabelField group="product" value={product} />} />
      <Col<CommissionRow> source="family" render={({ family }) => <LabelField group="family" value={family} />} />
      <Col<CommissionRow>
        source="tier"
        render={({ programme, tier }) => <TierField programme={programme} tier={tier} />}
      />
      <Col<CommissionRow> source="base" figure render={({ base }) => <MoneyField amount={base} />} />
      <Col<CommissionRow> source="rate_bps" figure render={({ rate_bps }) => <RateField bps={rate_bps} />} />
      <Col<CommissionRow>
        source="amount"
        figure
        render={({ amount, currency }) => <MoneyField amount={amount} currency={currency} />}
      />
      <Col<CommissionRow> source="reason" render={({ reason }) => <LabelField group="reason" value={reason} />} />
      <Col<CommissionRow> source="status" render={({ status }) => <StateChip group="status" value={status} />} />
      <Col<CommissionRow> source="run_day" />
      <Col<CommissionRow>
        source="distributed_at"
        render={({ distributed_at }) => <InstantField at={distributed_at} short />}
      />
      <Col<CommissionRow>
        source="reverses"
        render={({ reverses }) =>
          reverses ? <TextLink to={`/commissions/${reverses}/show`}>{reverses}</TextLink> : '–'
        }
      />
    </ConsoleTable>
  );
}
