import { feeds } from '#contract/feeds';
import { type ImportRow, importStates } from '#contract/imports';
import { Clamped } from '../fields/Clamped.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StackedInstant } from '../fields/StackedInstant.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { Count } from '../fields/Count.tsx';
import { UploadButton } from './UploadButton.tsx';

const POLL_MS = 5000;

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="feed" source="feed" group="feed" values={feeds} alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={importStates} />,
];

/** What was fed in, the latest first. */
export function ImportList() {
  return (
    <ConsoleList
      resource="imports"
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      tools={<UploadButton />}
      poll={POLL_MS}
    >
      <ConsoleTable hiddenColumns={['bindings_refused', 'finished_at', 'requested_by']}>
        <Col<ImportRow> source="id" render={({ id }) => <TextLink to={`/imports/${id}/show`}>{id}</TextLink>} />
        <Col<ImportRow> source="feed" render={({ feed }) => <LabelField group="feed" value={feed} />} />
        <Col<ImportRow> source="file_name" render={({ file_name }) => <Clamped text={file_name} width={140} />} />
        <Col<ImportRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<ImportRow>
          source="dry_run"
          render={({ dry_run }) => <LabelField group="dryRun" value={String(dry_run)} />}
        />
        <Col<ImportRow> source="rows" figure render={({ rows }) => <Count value={rows} />} />
        <Col<ImportRow> source="accepted" figure render={({ accepted }) => <Count value={accepted} />} />
        <Col<ImportRow> source="duplicates" figure render={({ duplicates }) => <Count value={duplicates} />} />
        <Col<ImportRow> source="conflicts" figure render={({ conflicts }) => <Count value={conflicts} bad />} />
        <Col<ImportRow> source="rejected" figure render={({ rejected }) => <Count value={rejected} bad />} />
        <Col<ImportRow>
          source="bindings_refused"
          figure
          render={({ bindings_refused }) => <Count value={bindings_refused} />}
        />
        <Col<ImportRow> source="started_at" render={({ started_at }) => <StackedInstant at={started_at} />} />
        <Col<ImportRow> source="finished_at" render={({ finished_at }) => <InstantField at={finished_at} short />} />
        <Col<ImportRow> source="requested_by" />
      </ConsoleTable>
    </ConsoleList>
  );
}
