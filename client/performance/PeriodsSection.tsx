import { Skeleton, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import type { Performance } from '#contract/performance';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { EarnedTable } from './EarnedTable.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { usePeriodName } from './usePeriodName.ts';

const PeriodsChart = lazy(() => import('./PeriodsChart.tsx').then((file) => ({ default: file.PeriodsChart })));

/** All periods: commission as a chart, and the tables that hold every figure with the way to its rows. */
export function PeriodsSection({ performance }: { performance: Performance }) {
  const t = useText();
  const periodName = usePeriodName();
  const { periods, currency } = performance;
  return (
    <Section title={t('performance.overTime')}>
      {periods.length > 1 && (
        <Suspense fallback={<Skeleton variant="rectangular" height={240} />}>
          <PeriodsChart
            hint={t('performance.chartHint')}
            names={periods.map(({ period }) => periodName(period))}
            series={[{ label: `${t('performance.commission')}, ${currency}`, values: periods.map(({ commission }) => commission.amount) }]}
          />
        </Suspense>
      )}
      <EarnedTable performance={performance} />
      <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
        {t('performance.people')}
      </Typography>
      <PeopleTable performance={performance} />
    </Section>
  );
}
