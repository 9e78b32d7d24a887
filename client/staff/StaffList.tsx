import { SearchInput } from 'react-admin';
import type { StaffRow } from '#contract/staff';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <ChoiceFilter key="role" source="role" group="role" values={['operations', 'compliance', 'support', 'admin']} />,
  <ChoiceFilter key="state" source="state" group="state" values={['invited', 'active', 'disabled']} />,
];

/** Who uses the console. */
export function StaffList() {
  return (
    <ConsoleList resource="staff" filters={filters} sort={{ field: 'email', order: 'ASC' }}>
      <ConsoleTable rowClick={false}>
        <Col<StaffRow> source="email" />
        <Col<StaffRow> source="name" />
        <Col<StaffRow> source="role" render={({ role }) => <LabelField group="role" value={role} />} />
        <Col<StaffRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
        <Col<StaffRow> source="created_at" render={({ created_at }) => <InstantField at={created_at} />} />
      </ConsoleTable>
    </ConsoleList>
  );
}
