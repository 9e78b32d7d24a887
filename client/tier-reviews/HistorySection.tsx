import { Count } from '../fields/Count.tsx';
import { MonthField } from '../fields/DayField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { ReviewDossier } from './dossier.ts';

/** Earlier months of the same affiliate; rejections stay in sight. */
export function HistorySection({ dossier: { history, review } }: { dossier: ReviewDossier }) {
  const t = useText();
  return (
    <Section title={t('reviews.history')}>
      <PlainTable
        caption={t('reviews.history')}
        rows={history}
        keyOf={({ month }) => month}
        empty={t('reviews.noHistory')}
        columns={[
          { name: t('reviews.month'), cell: ({ month }) => <MonthField month={month} /> },
          { name: t('reviews.outcome'), cell: ({ outcome }) => <StateChip group="outcome" value={outcome} /> },
          {
            name: t('reviews.tierBefore'),
            cell: ({ tier_before }) => <TierField programme={review.programme} tier={tier_before} />,
          },
          {
            name: t('reviews.tierReached'),
            cell: ({ tier_reached }) => <TierField programme={review.programme} tier={tier_reached} />,
          },
          { name: t('reviews.invitees'), figure: true, cell: ({ qualified_invitees }) => <Count value={qualified_invitees} /> },
          {
            name: t('reviews.volume'),
            figure: true,
            cell: ({ qualified_volume_usdt }) => <MoneyField amount={qualified_volume_usdt} currency="USDT" />,
          },
          { name: t('reviews.review'), cell: ({ review_state }) => <StateChip group="state" value={review_state} /> },
        ]}
      />
    </Section>
  );
}
