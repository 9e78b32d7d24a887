import { runKinds, type RunRow, runStates } from '#contract/runs';
import { PeriodField } from '../fields/PeriodField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Progress } from '../fields/Progress.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { StartRunButton } from './StartRunButton.tsx';

const POLL_MS = 3000;

const filters = [
  <ChoiceFilter key="kind" source="kind" group="runKind" values={runKinds} alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={runStates} alwaysOn />,
];

/** What the engine did for which day or month. */
export function RunList() {
  const t = useText();
  return (
    <ConsoleList
      resource="runs"
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      tools={<StartRunButton />}
      poll={POLL_MS}
    >
      <ConsoleTable>
        <Col<RunRow> source="id" render={({ id }) => <TextLink to={`/runs/${id}/show`}>{id}</TextLink>} />
        <Col<RunRow> source="kind" render={({ kind }) => <LabelField group="runKind" value={kind} />} />
        <Col<RunRow> source="day" label={t('runs.period')} render={({ day, month }) => <PeriodField period={day ?? month ?? ''} />} />
        <Col<RunRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<RunRow>
          source="progress"
          render={({ state, progress }) =>
            state === 'running' ? <Progress value={progress} label={t('runs.progress')} /> : null
          }
        />
        <Col<RunRow> source="requested_by" />
        <Col<RunRow> source="started_at" render={({ started_at }) => <InstantField at={started_at} />} />
        <Col<RunRow> source="finished_at" render={({ finished_at }) => <InstantField at={finished_at} />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
