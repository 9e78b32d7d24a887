import DownloadIcon from '@mui/icons-material/Download';
import { Alert, Button, Skeleton, Stack, Typography } from '@mui/material';
import { MAX_FILTER_DAYS } from '#contract/commissions';
import { incomeBehind, isTooLong, NO_FAMILY, recordsBehind, type Income, type IncomeRow, type Performance, type PeriodFigures } from '#contract/performance';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { REPORT_EVERY_MS } from '../live/touched.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import { CountField } from './CountField.tsx';
import { incomePath } from './question.ts';
import { csvAddress, rowsAddress } from './rowsBehind.ts';
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
      {data && <IncomeTable income={data} />}
      {data && isTooLong(data) && <Typography variant="body2" color="textSecondary">{t('performance.noList', { days: MAX_FILTER_DAYS })}</Typography>}
    </Section>
  );
}

function bonusesOf({ affiliate }: Income): string {
  return affiliate === null ? '/bonuses' : `/bonuses?${new URLSearchParams({ filter: JSON.stringify({ affiliate_uid: affiliate }) })}`;
}

function IncomeTable({ income }: { income: Income }) {
  const t = useText();
  const label = useLabel();
  return (
    <PlainTable
      caption={t('performance.income')}
      rows={income.rows}
      keyOf={({ family, kind, status, currency }) => [family, kind, status, currency].join(' ')}
      empty={t('performance.noIncome')}
      columns={[
        { name: t('performance.family'), cell: ({ family }) => (family === NO_FAMILY ? t('performance.noFamily') : label('family', family)) },
        { name: t('performance.kind'), cell: ({ kind }) => label('recordKind', kind) },
        {
          name: t('performance.status'),
          cell: ({ status }) => (status === 'open' && income.affiliate === null ? t('performance.openOrHeld') : label('status', status)),
        },
        { name: t('performance.records'), figure: true, cell: (one) => <CountField count={one.records} to={rowsAddress('commissions', incomeBehind(income, one))} /> },
        { name: t('performance.amount'), figure: true, cell: (one) => <Amount income={income} row={one} /> },
      ]}
    />
  );
}

function Amount({ income, row }: { income: Income; row: IncomeRow }) {
  const to = rowsAddress('commissions', incomeBehind(income, row));
  const amount = <MoneyField amount={row.amount} currency={row.currency} />;
  return to === null ? amount : <FigureLink to={to} rows={row.records} sum={row.amount}>{amount}</FigureLink>;
}
