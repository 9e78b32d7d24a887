import { useState } from 'react';
import { staffChangeKinds, staffChangeStates, type StaffChangeRow } from '#contract/staff-changes';
import { minePresets } from '../decisions/mine.ts';
import { useDecider } from '../auth/useDecider.ts';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { ChoiceFilter } from '../list/ChoiceFilter.tsx';
import { Col } from '../list/Col.tsx';
import { ConsoleList } from '../list/ConsoleList.tsx';
import { ConsoleTable } from '../list/ConsoleTable.tsx';
import type { Preset } from '../list/preset.ts';
import { DecideStaffChange, type Invitation } from './DecideStaffChange.tsx';
import { InvitationDialog } from './InvitationDialog.tsx';
import { RoleChange } from './RoleChange.tsx';

const filters = [
  <ChoiceFilter key="state" source="state" group="state" values={staffChangeStates} />,
  <ChoiceFilter key="kind" source="kind" group="staffChangeKind" values={staffChangeKinds} />,
];

const presets: readonly Preset[] = [
  { name: 'staff.preset.all', filter: {} },
  { name: 'staff.preset.pending', filter: { state: 'pending' } },
];

/** What was asked for among the staff, and what became of it; who may decide it does so in its row. */
export function StaffChangeList() {
  const me = useDecider();
  const [invited, setInvited] = useState<{ email: string; invitation: Invitation } | null>(null);
  return (
    <>
      <ConsoleList resource="staff-changes" filters={filters} presets={[...minePresets('staff-changes', me), ...presets]} sort={{ field: 'id', order: 'DESC' }}>
        <ConsoleTable rowClick={false} hiddenColumns={['decided_at']}>
          <Col<StaffChangeRow> source="kind" render={({ kind }) => <LabelField group="staffChangeKind" value={kind} />} />
          <Col<StaffChangeRow> source="email" />
          <Col<StaffChangeRow> source="name" />
          <Col<StaffChangeRow> source="role_to" render={(change) => <RoleChange change={change} />} />
          <Col<StaffChangeRow> source="reason" prose />
          <Col<StaffChangeRow> source="requested_by" />
          <Col<StaffChangeRow> source="requested_at" render={({ state, requested_at }) => <WaitingField since={requested_at} waits={state === 'pending'} />} />
          <Col<StaffChangeRow> source="state" render={({ state }) => <StateChip group="state" value={state} />} />
          <Col<StaffChangeRow> source="decided_by" />
          <Col<StaffChangeRow> source="decided_at" render={({ decided_at }) => <InstantField at={decided_at} short />} />
          <Col<StaffChangeRow> source="comment" prose />
          <Col<StaffChangeRow>
            source="id"
            render={(change) => (
              <DecideStaffChange change={change} onInvited={(email, invitation) => setInvited({ email, invitation })} />
            )}
          />
        </ConsoleTable>
      </ConsoleList>
      {invited && <InvitationDialog {...invited} onClose={() => setInvited(null)} />}
    </>
  );
}
