import { useState } from 'react';
import type { TierReviewRow } from '#contract/tier-reviews';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { CaseLink } from '../claims/CaseLink.tsx';
import { BulkFailures } from '../decisions/BulkFailures.tsx';
import { useDecider } from '../auth/useDecider.ts';
import { AgeField } from '../fields/AgeField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { BulkDecision } from './BulkDecision.tsx';
import { TierChange } from './TierChange.tsx';
import { tierReviewFilters, tierReviewPresets } from './TierReviewFilters.tsx';

/** The queue: what waits for a decision, the longest waiting first (TIE-5). */
export function TierReviewList() {
  const t = useText();
  const me = useDecider();
  const mayDecide = useMay('tier-reviews', 'approve');
  const [failures, setFailures] = useState<readonly VerbResult[]>([]);
  const bulk = (
    <>
      <BulkDecision verb="approve" onFailures={setFailures} />
      <BulkDecision verb="reject" onFailures={setFailures} />
    </>
  );
  return (
    <ConsoleList
      resource="tier-reviews"
      filters={tierReviewFilters}
      presets={tierReviewPresets(me)}
      startWith={{ state: 'pending' }}
      sort={{ field: 'created_at', order: 'ASC' }}
    >
      <BulkFailures
        failures={failures}
        onClose={() => setFailures([])}
        nameOf={(id) => t('reviews.numbered', { id })}
      />
      <ConsoleTable
        {...(mayDecide ? { bulk } : {})}
        isRowSelectable={({ state }) => state === 'pending'}
        hiddenColumns={['programme', 'decided_by', 'decided_at']}
      >
        <Col<TierReviewRow>
          source="id"
          render={({ id }) => <CaseLink resource="tier-reviews" id={id} />}
        />
        <Col<TierReviewRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<TierReviewRow>
          source="programme"
          render={({ programme }) => <LabelField group="programme" value={programme} />}
        />
        <Col<TierReviewRow> source="month" />
        <Col<TierReviewRow> source="tier_to" render={(review) => <TierChange review={review} />} />
        <Col<TierReviewRow> source="qualified_invitees" figure />
        <Col<TierReviewRow>
          source="qualified_volume_usdt"
          figure
          render={({ qualified_volume_usdt }) => <MoneyField amount={qualified_volume_usdt} currency="USDT" />}
        />
        <Col<TierReviewRow>
          source="created_at"
          render={({ created_at, age_days, overdue, state }) =>
            state === 'pending' ? (
              <AgeField days={age_days} overdue={overdue} />
            ) : (
              <InstantField at={created_at} short />
            )
          }
        />
        <Col<TierReviewRow>
          source="cost_per_day"
          figure
          render={({ cost_per_day }) => <MoneyList sums={cost_per_day} figure />}
        />
        <Col<TierReviewRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<TierReviewRow> source="decided_by" />
        <Col<TierReviewRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
