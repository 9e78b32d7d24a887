import { Typography } from '@mui/material';
import type { Dossier } from '#contract/tier-reviews';
import { Facts } from '../fields/Facts.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';

/** What the promotion costs the house, and what waiting costs the affiliate, at last month's base. */
export function CostSection({ cost }: { cost: Dossier['cost'] }) {
  const t = useText();
  return (
    <Section title={t('reviews.cost')}>
      <Facts
        facts={[
          { name: t('reviews.rateFrom'), value: <RateField bps={cost.rate_from_bps} /> },
          { name: t('reviews.rateTo'), value: <RateField bps={cost.rate_to_bps} /> },
          { name: t('reviews.lastBase'), value: <MoneyList sums={cost.last_month_base} exact /> },
          { name: t('reviews.monthly'), value: <MoneyList sums={cost.monthly} exact /> },
          { name: t('reviews.perDay'), value: <MoneyList sums={cost.per_day} exact /> },
        ]}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('reviews.costHint')}
      </Typography>
    </Section>
  );
}
