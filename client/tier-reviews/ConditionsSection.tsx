import type { DossierCondition } from '#contract/tier-reviews';
import { Count } from '../fields/Count.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { ReviewDossier } from './dossier.ts';
import { Met } from './Met.tsx';

/** The ladder's conditions with what was reached; any one of a tier's conditions reaches it. */
export function ConditionsSection({ dossier: { conditions, ladder, review } }: { dossier: ReviewDossier }) {
  const t = useText();
  const step = (tier: number) => ladder.find((one) => one.tier === tier);
  const figure = (kind: DossierCondition['kind'], value: string) =>
    kind === 'volume' ? <MoneyField amount={value} currency="USDT" /> : <Count value={Number(value)} />;
  return (
    <Section title={t('reviews.conditions')}>
      <PlainTable
        caption={t('reviews.conditions')}
        rows={conditions}
        keyOf={({ tier, kind }) => `${tier}:${kind}`}
        columns={[
          { name: t('reviews.tier'), cell: ({ tier }) => <TierField programme={review.programme} tier={tier} /> },
          { name: t('reviews.rate'), figure: true, cell: ({ tier }) => <RateField bps={step(tier)?.rate_bps} /> },
          { name: t('reviews.condition'), cell: ({ kind }) => t(`reviews.kind.${kind}`) },
          { name: t('reviews.required'), figure: true, cell: ({ kind, required }) => figure(kind, required) },
          { name: t('reviews.reached'), figure: true, cell: ({ kind, reached }) => figure(kind, reached) },
          {
            name: t('reviews.margin'),
            cell: ({ met, margin, kind }) => <Met met={met} margin={margin} unit={kind === 'volume' ? 'USDT' : ''} />,
          },
        ]}
      />
    </Section>
  );
}
