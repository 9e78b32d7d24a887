import { Button } from '@mui/material';
import { LinkBase } from 'react-admin';
import { WaitingField } from '../decisions/WaitingField.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { DecideStaffChange } from './DecideStaffChange.tsx';
import { RoleChange } from './RoleChange.tsx';
import { usePendingChanges } from './usePendingChanges.ts';

/** What was asked for among the staff and waits for compliance; not there while nothing waits. */
export function PendingStaffChanges() {
  const t = useText();
  const label = useLabel();
  const pending = usePendingChanges();
  if (pending.length === 0) return null;
  return (
    <Section
      title={t('staff.pending')}
      action={
        <Button component={LinkBase} to="/staff-changes">
          {t('staff.allRequests')}
        </Button>
      }
    >
      <PlainTable
        caption={t('staff.pending')}
        rows={pending}
        keyOf={({ id }) => id}
        columns={[
          { name: t('staff.what'), cell: ({ kind }) => label('staffChangeKind', kind) },
          { name: t('staff.whom'), cell: ({ name, email }) => `${name} (${email})` },
          { name: t('staff.role'), cell: (change) => <RoleChange change={change} /> },
          { name: t('staff.askedBy'), cell: ({ requested_by }) => requested_by },
          { name: t('staff.askedAt'), cell: ({ requested_at }) => <WaitingField since={requested_at} waits /> },
          { name: t('staff.decision'), cell: (change) => <DecideStaffChange change={change} /> },
        ]}
      />
    </Section>
  );
}
