import type { Row } from '../api/rows.ts';
import { Count } from '../fields/Count.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TierField } from '../fields/TierField.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { evaluationFilters, evaluationPresets } from './EvaluationFilters.tsx';
import { Boosted } from './Boosted.tsx';

type Evaluation = Row<'evaluations'>;

interface EvaluationListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: { affiliate_uid: string };
}

/** What each month's evaluation found (TIE-3, TIE-4). */
export function EvaluationList({ only }: EvaluationListProps) {
  return (
    <ConsoleList
      resource="evaluations"
      filters={evaluationFilters}
      sort={{ field: 'id', order: 'DESC' }}
      {...(only ? { only, within: true } : { presets: evaluationPresets })}
    >
      <ConsoleTable rowClick={false} hiddenColumns={Object.keys(only ?? {})}>
        <Col<Evaluation> source="month" />
        <Col<Evaluation> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<Evaluation>
          source="programme"
          render={({ programme }) => <LabelField group="programme" value={programme} />}
        />
        <Col<Evaluation>
          source="tier_before"
          render={({ programme, tier_before }) => <TierField programme={programme} tier={tier_before} />}
        />
        <Col<Evaluation>
          source="qualified_invitees"
          figure
          render={({ qualified_invitees }) => <Count value={qualified_invitees} />}
        />
        <Col<Evaluation>
          source="qualified_volume_usdt"
          figure
          render={({ qualified_volume_usdt }) => <MoneyField amount={qualified_volume_usdt} currency="USDT" />}
        />
        <Col<Evaluation>
          source="tier_reached"
          render={({ programme, tier_reached }) => <TierField programme={programme} tier={tier_reached} />}
        />
        <Col<Evaluation> source="outcome" render={({ outcome }) => <StateChip group="outcome" value={outcome} />} />
        <Col<Evaluation> source="boosted" render={({ boosted }) => <Boosted boosted={boosted === true} />} />
        <Col<Evaluation>
          source="review_state"
          render={({ review_state }) => <StateChip group="state" value={review_state} />}
        />
      </ConsoleTable>
    </ConsoleList>
  );
}
