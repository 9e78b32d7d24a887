import { Box, Button } from '@mui/material';
import { LinkBase, Loading, Title, useGetRecordId } from 'react-admin';
import type { ContentReviewRow } from '#contract/content-reviews';
import { useRead } from '../api/useRead.ts';
import { AuditTrail } from '../audit-events/AuditTrail.tsx';
import { useMay } from '../auth/access.ts';
import { CopyButton } from '../fields/CopyButton.tsx';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { PlainText } from '../fields/PlainText.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PageProblem } from '../layout/PageProblem.tsx';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { AgeHours } from '../fields/AgeHours.tsx';
import { pageAddress, requestPath } from '../status-changes/requestPath.ts';
import { ContentDialog } from './ContentDialog.tsx';
import { IssuedSection } from './IssuedSection.tsx';
import { LinkSection } from './LinkSection.tsx';
import { LookAlikesSection } from './LookAlikesSection.tsx';
import { SubmissionsSection } from './SubmissionsSection.tsx';

/** What was submitted, as text, with all that its decision rests on, and the decision as it is issued. */
export function ContentReviewShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const mayAudit = useMay('audit-events', 'read');
  const { data: review, error } = useRead<ContentReviewRow>(`content-reviews/${encodeURIComponent(id)}`);
  if (error) return <PageProblem error={error} />;
  if (!review) return <Loading />;
  return (
    <>
      <Title title={t('content.title', { id })} />
      <RequestDecision key={id} resource="content-reviews" request={review} dialog={(deciding) => <ContentDialog count={1} {...deciding} />} />
      <Summary review={review} />
      <Box sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'repeat(2, minmax(0,1fr))' } }}>
        <Section title={t('content.preview')} action={<CopyButton text={review.text} label={t('content.copyText')} />}>
          <PlainText text={review.text} label={t('content.preview')} />
        </Section>
        <div>
          <LinkSection key={`link-${id}`} url={review.url} />
          <LookAlikesSection found={review.look_alikes} />
        </div>
      </Box>
      {review.issued && <IssuedSection issued={review.issued} />}
      <NotesPanel key={`notes-${id}`} subject={{ type: 'content-reviews', id }} />
      <SubmissionsSection uid={review.affiliate_uid} review={review} />
      {mayAudit && (
        <Section title={t('content.audit')}>
          <AuditTrail subjectType="content-reviews" subjectId={id} />
        </Section>
      )}
    </>
  );
}

function Summary({ review }: { review: ContentReviewRow }) {
  const t = useText();
  const { state } = review;
  const waiting = [{ name: t('content.waiting'), value: <AgeHours hours={review.age_hours} /> }];
  const decided = [
    { name: t('content.decidedBy'), value: review.decided_by },
    { name: t('content.decidedAt'), value: <InstantField at={review.decided_at} /> },
    ...(review.reason_code
      ? [{ name: t('content.reason'), value: <LabelField group="contentReason" value={review.reason_code} /> }]
      : []),
    { name: t('content.comment'), value: review.comment },
  ];
  return (
    <Section title={t('content.summary')} action={<StateChip group="state" value={state} />}>
      <Facts
        facts={[
          { name: t('content.affiliate'), value: <UidLink uid={review.affiliate_uid} /> },
          { name: t('content.channel'), value: <bdi>{review.channel}</bdi> },
          { name: t('content.submittedBy'), value: review.requested_by },
          { name: t('content.submittedAt'), value: <InstantField at={review.requested_at} /> },
          ...(state === 'pending' ? waiting : decided),
        ]}
      />
      <Breach review={review} />
    </Section>
  );
}

/** From a breach, or what looks like one, a restriction can be requested: with this page and the address as evidence. */
function Breach({ review: { id, affiliate_uid, url, state, look_alike } }: { review: ContentReviewRow }) {
  const t = useText();
  const mayAsk = useMay('status-changes', 'create');
  if (!mayAsk || (state !== 'rejected' && !look_alike)) return null;
  const to = requestPath({
    affiliate_uid,
    kind: 'restrict',
    reason_code: 'suspected_terms_breach',
    evidence: [pageAddress(`/content-reviews/${id}/show`), url],
  });
  return (
    <Button component={LinkBase} to={to} variant="outlined" sx={{ mt: 1.5 }}>
      {t('content.restrict')}
    </Button>
  );
}
