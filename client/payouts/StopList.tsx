import type { PayoutStopRow } from '#contract/payouts';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { InstantField } from '../fields/InstantField.tsx';
import { useText } from '../i18n/useText.ts';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { StopButton } from './StopButton.tsx';

/** When all payouts were stopped, why, and who had them go on (PAY-7). */
export function StopList() {
  const t = useText();
  const me = useDecider();
  return (
    <ConsoleList
      resource="payout-stops"
      presets={[...minePresets('payout-stops', me), { name: 'list.all', filter: {} }]}
      sort={{ field: 'id', order: 'DESC' }}
      tools={<StopButton />}
    >
      <ConsoleTable rowClick={false}>
        <Col<PayoutStopRow> source="id" />
        <Col<PayoutStopRow> source="state" render={({ state }) => t(`payouts.stop.state.${state}`)} />
        <Col<PayoutStopRow> source="reason" prose />
        <Col<PayoutStopRow> source="stopped_by" />
        <Col<PayoutStopRow> source="stopped_at" render={({ stopped_at }) => <InstantField at={stopped_at} short />} />
        <Col<PayoutStopRow> source="resume_requested_by" />
        <Col<PayoutStopRow> source="resume_reason" prose />
        <Col<PayoutStopRow> source="lifted_by" />
        <Col<PayoutStopRow> source="lifted_at" render={({ lifted_at }) => <InstantField at={lifted_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
