import { Button } from '@mui/material';
import { LinkBase, TextInput } from 'react-admin';
import { payoutStates, type PayoutRow } from '#contract/payouts';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { Count } from '../fields/Count.tsx';
import { DayField } from '../fields/DayField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { Progress } from '../fields/Progress.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { DayFilter } from '../list/DayFilter.tsx';
import type { Preset } from '../list/preset.ts';
import { useServerTime } from '../api/useServerTime.ts';
import { DeadlineField } from './DeadlineField.tsx';
import { linesOf } from './linesOf.ts';
import { StopButton } from './StopButton.tsx';

const POLL_MS = 30_000;

const filters = [
  <ChoiceFilter key="state" source="state" group="state" values={payoutStates} alwaysOn />,
  <DayFilter key="day" source="day" alwaysOn />,
  <TextInput key="created_by" source="created_by" />,
  <TextInput key="released_by" source="released_by" />,
];

const presets: readonly Preset[] = [
  { name: 'payouts.preset.open', filter: { state: ['ready', 'released'] } },
  { name: 'payouts.preset.ready', filter: { state: 'ready' } },
  { name: 'payouts.preset.all', filter: {} },
];

/** The payouts day by day, the latest first: how far each is, and whether its deadline was kept (PAY-1). */
export function PayoutList() {
  const now = useServerTime();
  const me = useDecider();
  return (
    <ConsoleList
      resource="payouts"
      filters={filters}
      presets={[...minePresets('payouts', me), ...presets]}
      sort={{ field: 'day', order: 'DESC' }}
      poll={POLL_MS}
      tools={<Tools />}
    >
      <ConsoleTable hiddenColumns={['created_by']}>
        <Col<PayoutRow> source="day" render={({ id, day }) => <TextLink to={`/payouts/${id}/show`}><DayField day={day} /></TextLink>} />
        <Col<PayoutRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<PayoutRow>
          source="lines"
          figure
          render={({ id, lines }) => <TextLink to={linesOf({ batch_id: id })}><Count value={lines} /></TextLink>}
        />
        <Col<PayoutRow> source="totals" figure render={({ totals }) => <MoneyList sums={totals} figure />} />
        <Col<PayoutRow>
          source="deadline_at"
          render={({ deadline_at, kept }) => <DeadlineField at={deadline_at} kept={kept} now={now} />}
        />
        <Col<PayoutRow> source="progress" render={({ progress }) => <Confirmed progress={progress} />} />
        <Col<PayoutRow> source="created_by" />
        <Col<PayoutRow> source="released_by" />
      </ConsoleTable>
    </ConsoleList>
  );
}

function Confirmed({ progress }: { progress: number }) {
  const t = useText();
  return <Progress value={progress} label={t('payouts.progress')} dense />;
}

function Tools() {
  const t = useText();
  return (
    <>
      <Button component={LinkBase} to="/payout-lines">
        {t('payouts.lines')}
      </Button>
      <Button component={LinkBase} to="/payout-stops">
        {t('payouts.stop.all')}
      </Button>
      <StopButton />
    </>
  );
}
