import type { AffiliateDetail } from '#contract/affiliates';
import { Facts } from '../fields/Facts.tsx';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { TierField } from '../fields/TierField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

/**
 * The last enrolment: open or ended, and at what rate it earns. In `pro` each family has a ratio of its own (REF-4).
 */
export function EnrolmentSection({ affiliate }: { affiliate: AffiliateDetail }) {
  const t = useText();
  const label = useLabel();
  const { programme, tier, rate, ratios, activated_at, ended_at, end_reason, terms_version } = affiliate;
  if (!programme) return <Section title={t('affiliates.enrolment')}>{t('affiliates.neverEnrolled')}</Section>;
  const earns = ratios
    ? Object.entries(ratios).map(([family, bps]) => ({
        name: t('affiliates.ratio', { family: label('family', family) }),
        value: <RateField bps={bps} />,
      }))
    : [
        { name: t('affiliates.tier'), value: <TierField programme={programme} tier={tier} /> },
        { name: t('affiliates.rate'), value: <RateField bps={rate} /> },
      ];
  const end = ended_at
    ? [
        { name: t('affiliates.ended'), value: <InstantField at={ended_at} /> },
        { name: t('affiliates.endReason'), value: <LabelField group="endReason" value={end_reason} /> },
      ]
    : [{ name: t('affiliates.ended'), value: t('affiliates.stillOpen') }];
  return (
    <Section title={t('affiliates.enrolment')}>
      <Facts
        facts={[
          { name: t('affiliates.programme'), value: <LabelField group="programme" value={programme} /> },
          { name: t('affiliates.activated'), value: <InstantField at={activated_at} /> },
          {
            name: t('affiliates.terms'),
            value: terms_version === null ? '–' : t('affiliates.termsVersion', { version: terms_version }),
          },
          ...(ended_at ? [] : earns),
          ...end,
        ]}
      />
    </Section>
  );
}
