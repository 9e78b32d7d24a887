import { Alert, Box, Typography } from '@mui/material';
import { Loading, Title, useGetRecordId } from 'react-admin';
import type { AffiliateDetail } from '#contract/affiliates';
import type { StatusChangePreview, StatusChangeRow } from '#contract/status-changes';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { ChangeSentencePanel } from '../sentences/ChangeSentencePanel.tsx';
import { BeforeAfterSection } from './BeforeAfterSection.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { OtherRequests } from './OtherRequests.tsx';
import { previewPath } from './previews.ts';
import { StaleWarning } from './StaleWarning.tsx';
import { SummarySection } from './SummarySection.tsx';

/** A request with everything that its decision rests on: what holds, what would hold, and what it does in money. */
export function StatusChangeShow() {
  const t = useText();
  const label = useLabel();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: change, error } = useRead<StatusChangeRow>(`status-changes/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!change) return <Loading />;
  return (
    <>
      <Title title={t('changes.title', { kind: label('changeKind', change.kind), uid: change.affiliate_uid })} />
      <Case key={id} change={change} />
      <OtherRequests change={change} />
      <NotesPanel key={`notes-${id}`} subject={{ type: 'status-changes', id }} />
      {mayAudit && (
        <Section title={t('changes.history')}>
          <AuditTrail subjectType="status-changes" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Case({ change }: { change: StatusChangeRow }) {
  // What came by feed was applied at once, and never previewed.
  const preview = useRead<StatusChangePreview>(previewPath(change.id), { enabled: change.source !== 'feed' });
  const affiliate = useRead<AffiliateDetail>(`affiliates/${encodeURIComponent(change.affiliate_uid)}`);
  return (
    <>
      <DecisionBar change={change} preview={preview.data ?? null} />
      {affiliate.data && <StaleWarning change={change} affiliate={affiliate.data} />}
      <SummarySection change={change} />
      <ChangeSentencePanel id={change.id} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        <BeforeAfterSection change={change} preview={preview.data ?? null} />
        <Effect change={change} preview={preview.data} error={preview.error} />
      </Box>
    </>
  );
}

interface EffectProps {
  change: StatusChangeRow;
  preview: StatusChangePreview | undefined;
  error: Error | null;
}

function Effect({ change: { state, source, decided_at }, preview, error }: EffectProps) {
  const t = useText();
  const errorText = useErrorText();
  const approved = state === 'approved' || state === 'applied';
  return (
    <Section title={t('changes.effectOf')}>
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {source === 'feed' && t('changes.noEffectKnown')}
      {source !== 'feed' && preview === undefined && !error && <span role="status">{t('changes.looking')}</span>}
      {preview && decided_at !== null && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {t(approved ? 'changes.effectWhen.approved' : 'changes.effectWhen.filed')}
        </Typography>
      )}
      {preview && <EffectPanel preview={preview} />}
    </Section>
  );
}
