import DownloadIcon from '@mui/icons-material/Download';
import { Alert, Button, Skeleton, Stack } from '@mui/material';
import { recordsBehind, type Income, type Performance, type PeriodFigures } from '#contract/performance';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { IncomeTable } from './IncomeTable.tsx';
import { incomePath } from './question.ts';
import { csvAddress } from './rowsBehind.ts';
import { usePeriodName } from './usePeriodName.ts';

/** DSH-3: where the income stands, each sum with its rows (with the days of distribution), the file, and the bonuses. */
export function IncomeSection({ performance }: { performance: Performance }) {
  const t = useText();
  const errorText = useErrorText();
  const periodName = usePeriodName();
  const mayExport = useMay('commissions', 'export');
  const last = performance.periods.at(-1) as PeriodFigures;
  const { data, error } = useRead<Income>(incomePath(performance, last), { keepPrevious: true, poll: () => REPORT_EVERY_MS });
  const all = data ? recordsBehind(data) : null;
  return (
    <Section
      title={last.period === 'total' ? t('performance.income') : t('performance.incomeOf', { period: periodName(last.period) })}
      action={data && (
        <Stack direction="row" spacing={1}>
          <TextLink to={bonusesOf(data)}>{t('performance.bonuses')}</TextLink>
          {mayExport && all && (
            <Button component="a" href={csvAddress('commissions', all)} download startIcon={<DownloadIcon />}>
              {t('list.csv')}
            </Button>
          )}
        </Stack>
      )}
    >
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!data && !error && <Skeleton variant="rectangular" height={120} />}
      {data && <IncomeTable parts={[data]} />}
    </Section>
  );
}

function bonusesOf({ affiliate }: Income): string {
  return affiliate === null ? '/bonuses' : `/bonuses?${new URLSearchParams({ filter: JSON.stringify({ affiliate_uid: affiliate }) })}`;
}
