import { Chip } from '@mui/material';
import { TextInput } from 'react-admin';
import { payoutLineStates, type PayoutLineRow } from '#contract/payouts';
import { Count } from '../fields/Count.tsx';
import { DayField } from '../fields/DayField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { DayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { recordsOfLine } from './recordsOfLine.ts';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="status" source="status" group="state" values={payoutLineStates} alwaysOn />,
  <TextInput key="batch_id" source="batch_id" />,
  <DayFilter key="day" source="day" />,
  <TextInput key="affiliate_uid" source="affiliate_uid" />,
  <TextInput key="currency" source="currency" />,
  <ChoiceFilter key="conflict" source="conflict" group="state" values={['open', 'settled']} />,
];

const presets: readonly Preset[] = [
  { name: 'payouts.line.preset.all', filter: {} },
  { name: 'payouts.line.preset.failed', filter: { status: 'failed' } },
  { name: 'payouts.line.preset.withdrawn', filter: { status: 'withdrawn' } },
  { name: 'payouts.line.preset.conflict', filter: { conflict: 'open' } },
];

interface PayoutLineListProps {
  /** Fixed conditions, where the list stands on a payout's page. */
  only?: { batch_id: string };
}

/** What each affiliate gets in each currency, and what became of it (PAY-1, PAY-3). */
export function PayoutLineList({ only }: PayoutLineListProps) {
  return (
    <ConsoleList
      resource="payout-lines"
      sort={{ field: 'id', order: 'DESC' }}
      filters={filters}
      presets={presets}
      {...(only ? { only, within: true } : {})}
    >
      <ConsoleTable hiddenColumns={only ? ['batch_id', 'day'] : ['batch_id']}>
        <Col<PayoutLineRow>
          source="line_id"
          render={({ id }) => <TextLink to={`/payout-lines/${id}/show`}>{id}</TextLink>}
        />
        <Col<PayoutLineRow>
          source="day"
          render={({ batch_id, day }) => <TextLink to={`/payouts/${batch_id}/show`}><DayField day={day} /></TextLink>}
        />
        <Col<PayoutLineRow>
          source="batch_id"
          render={({ batch_id }) => <TextLink to={`/payouts/${batch_id}/show`}>{batch_id}</TextLink>}
        />
        <Col<PayoutLineRow> source="affiliate_uid" render={({ affiliate_uid }) => <UidLink uid={affiliate_uid} />} />
        <Col<PayoutLineRow>
          source="amount"
          figure
          render={({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact />}
        />
        <Col<PayoutLineRow>
          source="records"
          figure
          render={({ id, records }) => <TextLink to={recordsOfLine(id)}><Count value={records} /></TextLink>}
        />
        <Col<PayoutLineRow> source="status" render={(line) => <LineState line={line} />} />
        <Col<PayoutLineRow>
          source="withdrawn_because"
          render={({ withdrawn_because }) => <LabelField group="withdrawn" value={withdrawn_because} />}
        />
        <Col<PayoutLineRow>
          source="confirmed_at"
          render={({ confirmed_at }) => <InstantField at={confirmed_at} short />}
        />
        <Col<PayoutLineRow> source="reference" />
      </ConsoleTable>
    </ConsoleList>
  );
}

function LineState({ line: { status, conflicts } }: { line: PayoutLineRow }) {
  const t = useText();
  const open = conflicts.some(({ state }) => state === 'open');
  return (
    <>
      <StateChip group="state" value={status} />
      {open && <Chip color="warning" label={t('payouts.line.conflicts')} sx={{ marginInlineStart: 1 }} />}
    </>
  );
}
