import { Typography } from '@mui/material';
import { useGetList } from 'react-admin';
import { contentReasonCodes, type ContentHistory, type ContentReviewRow } from '#contract/content-reviews';
import { Clamped } from '../fields/Clamped.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { FlagField } from './FlagField.tsx';

const SHOWN = 50;

interface SubmissionsSectionProps {
  uid: string;
  /** The one that is on the page already. */
  review?: ContentReviewRow;
}

/** What an affiliate has submitted, and what became of it. */
export function SubmissionsSection({ uid, review }: SubmissionsSectionProps) {
  const t = useText();
  const { data } = useGetList<ContentReviewRow>('content-reviews', {
    filter: { affiliate_uid: uid },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: SHOWN },
  });
  if (!data) return null;
  const title = t(review ? 'content.history' : 'content.ofAffiliate');
  return (
    <Section title={title}>
      {review && <Counts history={review.history} />}
      <PlainTable
        caption={title}
        rows={data.filter(({ id }) => id !== review?.id)}
        keyOf={({ id }) => id}
        empty={t('content.noOthers')}
        columns={[
          {
            name: t('decisions.request'),
            oneLine: true,
            cell: ({ id }) => <TextLink to={`/content-reviews/${id}/show`}>{t('content.title', { id })}</TextLink>,
          },
          { name: t('content.url'), cell: ({ url }) => <Clamped text={url} width={280} /> },
          { name: t('content.submittedAt'), cell: ({ requested_at }) => <InstantField at={requested_at} short /> },
          { name: t('content.lookAlikes'), cell: ({ look_alikes }) => <FlagField found={look_alikes} /> },
          { name: t('content.reason'), cell: ({ reason_code }) => <LabelField group="contentReason" value={reason_code} /> },
          { name: '', cell: ({ state }) => <StateChip group="state" value={state} /> },
        ]}
      />
    </Section>
  );
}

function Counts({ history: { reasons, ...counts } }: { history: ContentHistory }) {
  const t = useText();
  const label = useLabel();
  const given = contentReasonCodes
    .filter((code) => (reasons[code] ?? 0) > 0)
    .map((code) => t('content.times', { reason: label('contentReason', code), count: reasons[code] ?? 0 }));
  return (
    <Typography sx={{ mb: 1 }}>
      {t('content.counts', { ...counts })}
      {given.length > 0 && ` – ${t('content.reasonsGiven', { reasons: given.join(t('word.comma')) })}`}
    </Typography>
  );
}
