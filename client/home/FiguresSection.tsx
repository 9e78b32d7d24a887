import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from '@mui/material';
import type { HomeDay } from '#contract/home';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { DaysTable } from './DaysTable.tsx';

const DaysChart = lazy(() => import('./DaysChart.tsx').then((file) => ({ default: file.DaysChart })));

/** Commission of the last days as a chart, with the same figures as a table behind it. */
export function FiguresSection({ days }: { days: readonly HomeDay[] }) {
  const t = useText();
  const [asTable, setAsTable] = useState(false);
  const toggle = (
    <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      {t(asTable ? 'home.asChart' : 'home.asTable')}
    </Button>
  );
  return (
    <Section title={t('home.byDay')} action={toggle}>
      {asTable ? (
        <DaysTable days={days} />
      ) : (
        <Suspense fallback={<Skeleton variant="rectangular" height={240} />}>
          <DaysChart days={days} />
        </Suspense>
      )}
    </Section>
  );
}
