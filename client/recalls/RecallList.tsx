import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { RecallRow } from '#contract/recalls';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { checkOfAttempt } from './question.ts';
import { recallFilters, recallPresets } from './RecallFilters.tsx';

interface RecallListProps {
  /** Fixed conditions, where the list stands on an affiliate's page. */
  only?: Partial<Pick<RecallRow, 'inviter_uid'>>;
}

/** Every attempt to bind an existing user, the refused ones with all their reasons (BIN-5); each leads to its check. */
export function RecallList({ only }: RecallListProps) {
  const t = useText();
  const labels = useLabels();
  const check = (
    <Button component={LinkBase} to="/recall-check" variant="outlined">
      {t('recalls.check')}
    </Button>
  );
  return (
    <ConsoleList
      resource="recalls"
      filters={recallFilters}
      presets={recallPresets}
      sort={{ field: 'id', order: 'DESC' }}
      {...(only ? { only, within: true } : { tools: check })}
    >
      <ConsoleTable
        rowClick={(_id, _resource, attempt) => checkOfAttempt(attempt as RecallRow)}
        hiddenColumns={['inviter_code', 'arrived_at', ...Object.keys(only ?? {})]}
      >
        <Col<RecallRow>
          source="recall_id"
          render={(attempt) => <TextLink to={checkOfAttempt(attempt)}>{attempt.recall_id}</TextLink>}
        />
        <Col<RecallRow> source="uid" render={({ uid }) => <UidLink uid={uid} />} />
        <Col<RecallRow> source="inviter_uid" render={({ inviter_uid }) => <UidLink uid={inviter_uid} />} />
        <Col<RecallRow> source="inviter_code" />
        <Col<RecallRow> source="via" render={({ via }) => <LabelField group="recallVia" value={via} />} />
        <Col<RecallRow> source="attempted_at" render={({ attempted_at }) => <StackedInstant at={attempted_at} />} />
        <Col<RecallRow> source="confirmed_at" render={({ confirmed_at }) => <StackedInstant at={confirmed_at} />} />
        <Col<RecallRow> source="outcome" render={({ outcome }) => <StateChip group="recallOutcome" value={outcome} />} />
        <Col<RecallRow>
          source="refusals"
          prose
          render={({ refusals }) => labels('recallRefusal', refusals) || '–'}
        />
        <Col<RecallRow> source="arrived_at" render={({ arrived_at }) => <InstantField at={arrived_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
