import { Stack, Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import type { AuditRow } from '#contract/audit';
import { InstantField } from '../fields/InstantField.tsx';
import { StaffName } from '../fields/StaffName.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { ChangesTable } from './ChangesTable.tsx';

/** What was done to one thing, the latest first. */
export function AuditTrail({ subjectType, subjectId }: { subjectType: string; subjectId: string }) {
  const t = useText();
  const label = useLabel();
  const { data } = useGetList<AuditRow>('audit-events', {
    filter: { subject_type: subjectType, subject_id: subjectId },
    sort: { field: 'seq', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  if (!data?.length) return <Typography color="textSecondary">{t('audit.none')}</Typography>;
  return (
    <Stack spacing={2}>
      {data.map((event) => (
        <section key={event.id} aria-label={label('action', event.action.replace('.', '_'))}>
          <Typography variant="h3">{label('action', event.action.replace('.', '_'))}</Typography>
          <Typography variant="body2" color="textSecondary">
            <InstantField at={event.at} /> · <StaffName name={event.actor} />
          </Typography>
          {event.reason && <Typography variant="body2">{event.reason}</Typography>}
          {Object.keys(event.changes).length > 0 && <ChangesTable type={event.subject_type} changes={event.changes} />}
        </section>
      ))}
    </Stack>
  );
}
