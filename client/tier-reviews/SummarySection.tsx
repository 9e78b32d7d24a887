import { AgeField } from '../fields/AgeField.tsx';
import { Count } from '../fields/Count.tsx';
import { MonthField } from '../fields/DayField.tsx';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useText } from '../i18n/useText.ts';
import { TierChange } from './TierChange.tsx';
import type { ReviewDossier } from './dossier.ts';

/** What is asked, for whom, since when, and what became of it. */
export function SummarySection({ dossier: { review, cost } }: { dossier: ReviewDossier }) {
  const t = useText();
  const pending = review.state === 'pending';
  const decided = [
    { name: t('reviews.decidedBy'), value: review.decided_by },
    { name: t('reviews.decidedAt'), value: <InstantField at={review.decided_at} /> },
    { name: t('reviews.comment'), value: review.comment },
  ];
  return (
    <Section title={t('reviews.summary')} action={<StateChip group="state" value={review.state} />}>
      <Facts
        facts={[
          { name: t('reviews.affiliate'), value: <UidLink uid={review.affiliate_uid} /> },
          { name: t('reviews.programme'), value: <LabelField group="programme" value={review.programme} /> },
          { name: t('reviews.month'), value: <MonthField month={review.month} /> },
          { name: t('reviews.promotion'), value: <TierChange review={review} /> },
          { name: t('reviews.invitees'), value: <Count value={review.qualified_invitees} /> },
          {
            name: t('reviews.volume'),
            value: <MoneyField amount={review.qualified_volume_usdt} currency="USDT" exact copyable />,
          },
          {
            name: t(pending ? 'reviews.waiting' : 'reviews.asked'),
            value: pending ? (
              <AgeField days={review.age_days} overdue={review.overdue} />
            ) : (
              <InstantField at={review.created_at} />
            ),
          },
          ...(pending ? [{ name: t('reviews.perDay'), value: <MoneyList sums={cost.per_day} exact /> }] : decided),
        ]}
      />
    </Section>
  );
}
