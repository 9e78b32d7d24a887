import { Alert, Box, Typography } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { ApplicationRow } from '#contract/applications';
import { useRead } from '../api/useRead.ts';
import { useReveal } from '../affiliates/useReveal.tsx';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useFields, useMay } from '../auth/access.ts';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { PlainText } from '../fields/PlainText.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabels, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { AgeHours } from '../fields/AgeHours.tsx';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { ApplicantSection } from './ApplicantSection.tsx';
import { OtherApplications } from './OtherApplications.tsx';

/** An application with everything that its decision rests on. */
export function ApplicationShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: application, error } = useRead<ApplicationRow>(`applications/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!application) return <Loading />;
  return (
    <>
      <Title title={t('applications.title', { id })} />
      <RequestDecision key={id} resource="applications" request={application} dialog={(deciding) => <ApplicationDialog count={1} {...deciding} />} />
      <Hindered application={application} />
      <Dossier key={`dossier-${id}`} application={application} />
      <NotesPanel key={`notes-${id}`} subject={{ type: 'applications', id }} />
      <OtherApplications application={application} />
      {mayAudit && (
        <Section title={t('applications.history')}>
          <AuditTrail subjectType="applications" subjectId={id} />
        </Section>
      )}
    </>
  );
}

/** What was written, and by whom; what is masked shows for a reason. */
function Dossier({ application }: { application: ApplicationRow }) {
  const { revealed, button, dialog } = useReveal('applications', application.id, application.uid);
  const shown = { ...application, ...revealed } as ApplicationRow;
  return (
    <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
      <Summary application={shown} />
      <ApplicantSection application={shown} reveal={button} />
      {dialog}
    </Box>
  );
}

function Hindered({ application: { refusals } }: { application: ApplicationRow }) {
  const t = useText();
  const labels = useLabels();
  if (refusals.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('applications.hindered', { reasons: labels('rowFault', refusals) })}
    </Alert>
  );
}

function Summary({ application }: { application: ApplicationRow }) {
  const t = useText();
  const { readable } = useFields('applications');
  const { state, requested_by, source } = application;
  const waiting = [{ name: t('applications.waiting'), value: <AgeHours hours={application.age_hours} /> }];
  const decided = [
    { name: t('applications.decidedBy'), value: application.decided_by },
    { name: t('applications.decidedAt'), value: <InstantField at={application.decided_at} /> },
    { name: t('applications.comment'), value: application.comment },
  ];
  return (
    <Section title={t('applications.summary')} action={<StateChip group="state" value={state} />}>
      <Facts
        columns={1}
        facts={[
          { name: t('applications.uid'), value: <UidLink uid={application.uid} /> },
          { name: t('applications.applied'), value: <InstantField at={application.applied_at} /> },
          { name: t('applications.filedBy'), value: source === 'feed' ? t('applications.byFeed') : requested_by },
          ...(state === 'pending' ? waiting : decided),
        ]}
      />
      {(['channels', 'audience', 'text'] as const)
        .filter((field) => readable.includes(field))
        .map((field) => (
          <Box key={field} sx={{ mt: 1.5 }}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {t(`applications.${field}`)}
            </Typography>
            <PlainText text={application[field] ?? ''} label={t(`applications.${field}`)} />
          </Box>
        ))}
    </Section>
  );
}
