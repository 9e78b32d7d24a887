import { programmes } from '#contract/rulebooks';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import type { Rulebook } from './rulebook.ts';

const filters = [
  <ChoiceFilter key="programme" source="programme" group="programme" values={programmes} alwaysOn />,
  <ChoiceFilter key="state" source="state" group="state" values={['pending', 'approved', 'rejected']} />,
];

/** Every version of every programme's rules. */
export function RulebookList() {
  return (
    <ConsoleList resource="rulebooks" filters={filters} sort={{ field: 'id', order: 'DESC' }}>
      <ConsoleTable>
        <Col<Rulebook> source="id" render={({ id }) => <TextLink to={`/rulebooks/${id}/show`}>{id}</TextLink>} />
        <Col<Rulebook>
          source="programme"
          render={({ programme }) => <LabelField group="programme" value={programme} />}
        />
        <Col<Rulebook> source="version" figure />
        <Col<Rulebook> source="effective_from" render={({ effective_from }) => <InstantField at={effective_from} />} />
        <Col<Rulebook> source="effective_to" render={({ effective_to }) => <InstantField at={effective_to} />} />
        <Col<Rulebook> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<Rulebook> source="proposed_by" />
        <Col<Rulebook> source="decided_by" />
      </ConsoleTable>
    </ConsoleList>
  );
}
