import type { ManifestRow } from '#contract/manifests';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { Count } from '../fields/Count.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { DayFilter } from '../list/DayFilter.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';

const feeds = [
  'accounts', 'account-events', 'activations', 'deactivations', 'ratios', 'trades', 'transfers', 'prices',
];

const filters = [
  <ChoiceFilter key="feed" source="feed" group="feed" values={feeds} alwaysOn />,
  <DayFilter key="day" source="day" alwaysOn />,
];

const POLL_MS = 30_000;

/** What each feed says of its days, against what came (PAY-8). */
export function ManifestList() {
  const me = useDecider();
  return (
    <ConsoleList
      resource="manifests"
      filters={filters}
      presets={[...minePresets('manifests', me), { name: 'list.all', filter: {} }]}
      sort={{ field: 'day', order: 'DESC' }}
      poll={POLL_MS}
    >
      <ConsoleTable hiddenColumns={['received_at']}>
        <Col<ManifestRow> source="id" render={({ id }) => <TextLink to={`/manifests/${id}/show`}>{id}</TextLink>} />
        <Col<ManifestRow> source="feed" render={({ feed }) => <LabelField group="feed" value={feed} />} />
        <Col<ManifestRow> source="day" />
        <Col<ManifestRow> source="rows" figure render={({ rows }) => <Count value={rows} />} />
        <Col<ManifestRow> source="rows_found" figure render={({ rows_found }) => <Count value={rows_found} />} />
        <Col<ManifestRow> source="control_sum" figure render={({ control_sum }) => <MoneyField amount={control_sum} exact />} />
        <Col<ManifestRow> source="sum_found" figure render={({ sum_found }) => <MoneyField amount={sum_found} exact />} />
        <Col<ManifestRow> source="state" render={({ state }) => <StateChip group="manifestState" value={state} />} />
        <Col<ManifestRow>
          source="override"
          render={({ override }) => <StateChip group="state" value={override?.state} />}
        />
        <Col<ManifestRow> source="received_at" render={({ received_at }) => <InstantField at={received_at} short />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
