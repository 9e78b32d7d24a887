import { Alert, Box, Button, Stack } from '@mui/material';
import { LinkBase, useNavigate } from 'react-admin';
import type { HomeQueue } from '#contract/home';
import { AgeField } from '../fields/AgeField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { TierChange } from '../tier-reviews/TierChange.tsx';

/** What waits for a decision, the longest first (a key opens it), and what each day of waiting costs (TIE-5). */
export function QueueSection({ queue }: { queue: HomeQueue }) {
  const t = useText();
  const written = useWritten();
  const navigate = useNavigate();
  const [first] = queue.reviews;
  useShortcut('arrowforward', () => first && navigate(pageOf(first)), { enabled: first !== undefined });
  const all = (
    <Button component={LinkBase} to="/tier-reviews">
      {t('home.allReviews', { smart_count: queue.pending_reviews })}
    </Button>
  );
  return (
    <Section title={t('home.queue')} action={all}>
      <Stack spacing={1} sx={{ mb: queue.reviews.length ? 1.5 : 0 }}>
        {queue.evaluation_due && (
          <Alert
            severity="warning"
            action={
              <Button component={LinkBase} to="/runs">
                {t('home.toRuns')}
              </Button>
            }
          >
            {t('home.evaluationDue', { month: queue.evaluation_due })}
          </Alert>
        )}
        {queue.overdue_reviews > 0 && (
          <Alert severity="error">{t('home.overdue', { smart_count: queue.overdue_reviews })}</Alert>
        )}
      </Stack>
      <PlainTable
        caption={t('home.queue')}
        rows={queue.reviews}
        keyOf={({ id }) => id}
        empty={t('home.nothingWaits')}
        columns={[
          {
            name: t('reviews.review'),
            oneLine: true,
            cell: (review) => (
              <>
                <TextLink to={pageOf(review)}><bdi>{written.month(review.month)}</bdi> <bdi>#{review.id}</bdi></TextLink>
                {review === first && <Box><KeyCaps keys="arrowforward" /></Box>}
              </>
            ),
          },
          { name: t('reviews.affiliate'), cell: ({ affiliate_uid }) => <UidLink uid={affiliate_uid} /> },
          { name: t('reviews.promotion'), cell: (review) => <TierChange review={review} /> },
          {
            name: t('reviews.waiting'),
            cell: ({ age_days, overdue }) => <AgeField days={age_days} overdue={overdue} />,
          },
          {
            name: t('home.costOfDay'),
            figure: true,
            cell: ({ cost_per_day }) => <MoneyList sums={cost_per_day} figure />,
          },
        ]}
      />
    </Section>
  );
}

function pageOf({ id }: HomeQueue['reviews'][number]): string {
  return `/tier-reviews/${id}/show`;
}
