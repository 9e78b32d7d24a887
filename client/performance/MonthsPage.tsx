import { Alert, Skeleton, Typography } from '@mui/material';
import { Title, useLocation } from 'react-admin';
import { MAX_FILTER_DAYS } from '#contract/commissions';
import type { IncomeMonths, IncomeRow } from '#contract/performance';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { IncomeTable } from './IncomeTable.tsx';
import { partsOf } from './rowsBehind.ts';

/** What a figure of the house over many days is made of, month by month, each with its rows: one list would have to read too many. */
export function MonthsPage() {
  const t = useText();
  const errorText = useErrorText();
  const { span, filter } = partsOf(useLocation().search);
  const { data, error } = useRead<IncomeMonths>(`performance/income/months?${new URLSearchParams(span)}`, { poll: () => REPORT_EVERY_MS });
  const named = Object.entries(filter) as [keyof typeof filter, string][];
  const shows = (row: IncomeRow): boolean => named.every(([name, value]) => row[name] === value);
  return (
    <>
      <Title title={t('performance.months')} />
      <Section title={t('performance.months')}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {t('performance.monthsHint', { days: MAX_FILTER_DAYS })}
        </Typography>
        {error && <Alert severity="error">{errorText(error)}</Alert>}
        {!data && !error && <Skeleton variant="rectangular" height={240} />}
        {data && <IncomeTable parts={data.months} shows={shows} />}
      </Section>
    </>
  );
}
