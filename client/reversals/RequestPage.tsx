import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Loading, Title } from 'react-admin';
import type { ReversalRow } from '#contract/reversals';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import type { RecordRequests } from './recordRequests.ts';
import { RequestSummary } from './RequestSummary.tsx';
import { SidesSection } from './SidesSection.tsx';

interface RequestPageProps {
  resource: RecordRequests;
  id: string;
  bar: (request: ReversalRow) => ReactNode;
  effect: (request: ReversalRow) => ReactNode;
}

/** A reversal or a correction with what its decision rests on: both sides, and what approving would do. */
export function RequestPage({ resource, id, bar, effect }: RequestPageProps) {
  const t = useText();
  const mayAudit = useMay('audit-events', 'read');
  const { data: request, error } = useRead<ReversalRow>(`${resource}/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!request) return <Loading />;
  const pending = request.state === 'pending';
  return (
    <>
      <Title title={t(`recordRequests.title.${resource}`, { id })} />
      {bar(request)}
      <RequestSummary request={request} />
      <Box
        sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: pending ? 'repeat(2, minmax(0,1fr))' : 'minmax(0,1fr)' } }}
      >
        <SidesSection resource={resource} request={request} />
        {pending && <Section title={t('recordRequests.effect')}>{effect(request)}</Section>}
      </Box>
      <NotesPanel key={`notes-${id}`} subject={{ type: resource, id }} />
      {mayAudit && (
        <Section title={t('recordRequests.history')}>
          <AuditTrail subjectType={resource} subjectId={id} />
        </Section>
      )}
    </>
  );
}
