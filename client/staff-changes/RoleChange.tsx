import type { StaffChangeRow } from '#contract/staff-changes';
import { useLabel, useText } from '../i18n/useText.ts';

/** The role that somebody has or is to have. */
export function RoleChange({ change: { kind, role_from, role_to } }: { change: StaffChangeRow }) {
  const t = useText();
  const label = useLabel();
  if (kind !== 'role') return <span>{label('role', role_to)}</span>;
  return <span>{t('staff.fromTo', { from: label('role', role_from), to: label('role', role_to) })}</span>;
}
