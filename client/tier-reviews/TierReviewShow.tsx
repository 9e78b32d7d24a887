import { Loading, Title, useGetRecordId } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { RequestDecision } from '../decisions/RequestDecision.tsx';
import { PageProblem } from '../layout/PageProblem.tsx';
import { useText } from '../i18n/useText.ts';
import { NotesPanel } from '../notes/NotesPanel.tsx';
import { ConditionsSection } from './ConditionsSection.tsx';
import { CostSection } from './CostSection.tsx';
import { HistorySection } from './HistorySection.tsx';
import { InviteesSection } from './InviteesSection.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { SummarySection } from './SummarySection.tsx';
import type { ReviewDossier } from './dossier.ts';

/** The dossier of a tier review: everything that the decision rests on, on one page. */
export function TierReviewShow() {
  const t = useText();
  const id = String(useGetRecordId());
  const { data, error } = useRead<ReviewDossier>(`tier-reviews/${encodeURIComponent(id)}/dossier`);
  if (error) return <PageProblem error={error} />;
  if (!data) return <Loading />;
  return (
    <>
      <Title title={t('reviews.title', { uid: data.review.affiliate_uid, month: data.review.month })} />
      <RequestDecision
        resource="tier-reviews"
        request={data.review}
        since="created_at"
        dialog={(deciding) => <ReviewDialog count={1} {...deciding} />}
      />
      <SummarySection dossier={data} />
      <ConditionsSection dossier={data} />
      <InviteesSection dossier={data} />
      <CostSection cost={data.cost} />
      <HistorySection dossier={data} />
      <NotesPanel key={`notes-${id}`} subject={{ type: 'tier-reviews', id }} />
    </>
  );
}
