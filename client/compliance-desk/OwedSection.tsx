import { Typography } from '@mui/material';
import { useState } from 'react';
import type { LiabilityTotals } from '#contract/liabilities';
import { useRead } from '../api/useRead.ts';
import { DateTextField } from '../fields/DateTextField.tsx';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { OwedTable } from '../liabilities/OwedTable.tsx';

/** A day before this is one whose year is still being typed. */
const FIRST_DAY = '2000-01-01';

/** What the house owes by currency at the end of a day that the reader chooses. */
export function OwedSection({ today }: { today: string }) {
  const t = useText();
  const [typed, setTyped] = useState(today);
  const [day, setDay] = useState(today);
  const { data } = useRead<LiabilityTotals>(`liabilities/totals?${new URLSearchParams({ day })}`, { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  const choose = (chosen: string) => {
    setTyped(chosen);
    if (chosen >= FIRST_DAY && chosen <= today) setDay(chosen);
  };
  const field = (
    <DateTextField
      type="date"
      size="small"
      margin="none"
      fullWidth={false}
      label={t('oversight.owed.day')}
      value={typed}
      onChange={(event) => choose(event.target.value)}
      slotProps={{ htmlInput: { max: today } }}
    />
  );
  return (
    <Section title={t('oversight.owed.title')} action={field}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('oversight.owed.hint')}
      </Typography>
      {data && <OwedTable totals={data} />}
    </Section>
  );
}
