import { Typography } from '@mui/material';
import { useState } from 'react';
import type { LiabilityTotals } from '#contract/liabilities';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { OwedTable } from '../liabilities/OwedTable.tsx';
import { PeriodChoice } from './PeriodChoice.tsx';

/** What the house owes by currency at the end of a day that the reader chooses. */
export function OwedSection({ today }: { today: string }) {
  const t = useText();
  const [day, setDay] = useState(today);
  const { data } = useRead<LiabilityTotals>(`liabilities/totals?${new URLSearchParams({ day })}`, { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  return (
    <Section title={t('oversight.owed.title')} action={<PeriodChoice type="date" label={t('oversight.owed.day')} last={today} onChoose={setDay} />}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('oversight.owed.hint')}
      </Typography>
      {data && <OwedTable totals={data} />}
    </Section>
  );
}
