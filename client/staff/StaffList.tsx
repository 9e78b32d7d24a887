import { Stack } from '@mui/material';
import { staffStates, type StaffRow } from '#contract/staff';
import { roles } from '#contract/policy';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import { SearchFilter } from '../list/SearchFilter.tsx';
import { AddMember } from '../staff-changes/AddMember.tsx';
import { ChangeMember } from '../staff-changes/ChangeMember.tsx';
import { PendingMark } from '../staff-changes/PendingMark.tsx';
import { PendingStaffChanges } from '../staff-changes/PendingStaffChanges.tsx';

const filters = [
  <SearchFilter key="q" source="q" alwaysOn />,
  <ChoiceFilter key="role" source="role" group="role" values={roles} />,
  <ChoiceFilter key="state" source="state" group="state" values={staffStates} />,
];

/** Who uses the console, and what was asked for among them. */
export function StaffList() {
  return (
    <>
      <PendingStaffChanges />
      <ConsoleList resource="staff" filters={filters} sort={{ field: 'email', order: 'ASC' }} tools={<AddMember />}>
        <ConsoleTable rowClick={false}>
          <Col<StaffRow> source="email" />
          <Col<StaffRow> source="name" />
          <Col<StaffRow> source="role" render={({ role }) => <LabelField group="role" value={role} />} />
          <Col<StaffRow> source="state" render={(member) => <Standing member={member} />} />
          <Col<StaffRow> source="created_at" render={({ created_at }) => <InstantField at={created_at} />} />
          <Col<StaffRow> source="id" render={(member) => <ChangeMember member={member} />} />
        </ConsoleTable>
      </ConsoleList>
    </>
  );
}

function Standing({ member }: { member: StaffRow }) {
  return (
    <Stack direction="row" sx={{ gap: 0.5, flexWrap: 'wrap' }}>
      <StateChip group="state" value={member.state} />
      <PendingMark member={member} />
    </Stack>
  );
}
