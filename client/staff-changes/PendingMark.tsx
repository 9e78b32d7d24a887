import { Chip } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { StaffRow } from '#contract/staff';
import { useLabel, useText } from '../i18n/useText.ts';
import { listPath } from '../list/listPath.ts';
import { usePendingChanges } from './usePendingChanges.ts';

/** That a change of this member waits for compliance, and where it is. */
export function PendingMark({ member }: { member: StaffRow }) {
  const t = useText();
  const label = useLabel();
  const change = usePendingChanges().find(({ staff_id }) => staff_id === member.id);
  if (!change) return null;
  const to = change.kind === 'role' ? label('role', change.role_to) : label('staffChangeKind', change.kind);
  return (
    <Chip
      component={LinkBase}
      to={listPath('staff-changes', { state: 'pending', kind: change.kind })}
      clickable
      color="info"
      label={t('staff.waits', { what: to })}
    />
  );
}
