import { NO_FAMILY, type Income, type IncomeMonths, type IncomeRow } from '#contract/performance';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable, type PlainColumn } from '../list/PlainTable.tsx';
import { CountField } from './CountField.tsx';
import { incomeRecordsPath } from './rowsBehind.ts';

interface Line extends IncomeRow {
  of: Income | IncomeMonths['months'][number];
}

interface IncomeTableProps {
  /** The income of one span, or of months. */
  parts: readonly Line['of'][];
  /** Which of their rows are shown. */
  shows?: (row: IncomeRow) => boolean;
}

/** Where income stands, by account, kind, status and currency; each figure with its rows. */
export function IncomeTable({ parts, shows = () => true }: IncomeTableProps) {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  const months: PlainColumn<Line>[] = parts.some((of) => 'month' in of)
    ? [{ name: t('performance.period'), oneLine: true, cell: ({ of }) => ('month' in of ? <bdi>{written.month(of.month)}</bdi> : null) }]
    : [];
  return (
    <PlainTable
      caption={t('performance.income')}
      rows={parts.flatMap((of) => of.rows.filter(shows).map((row): Line => ({ ...row, of })))}
      keyOf={({ of, family, kind, status, currency }) => [of.from, family, kind, status, currency].join(' ')}
      empty={t('performance.noIncome')}
      columns={[
        ...months,
        { name: t('performance.family'), cell: ({ family }) => (family === NO_FAMILY ? t('performance.noFamily') : label('family', family)) },
        { name: t('performance.kind'), cell: ({ kind }) => label('recordKind', kind) },
        {
          name: t('performance.status'),
          cell: ({ of, status }) => (status === 'open' && of.affiliate === null ? t('performance.openOrHeld') : label('status', status)),
        },
        { name: t('performance.records'), figure: true, cell: (row) => <CountField count={row.records} to={incomeRecordsPath(row.of, row)} /> },
        { name: t('performance.amount'), figure: true, cell: (row) => <Amount row={row} /> },
      ]}
    />
  );
}

function Amount({ row }: { row: Line }) {
  const { of, records, amount, currency } = row;
  return (
    <FigureLink to={incomeRecordsPath(of, row)} rows={records} sums={[{ currency, amount }]}>
      <MoneyField amount={amount} currency={currency} />
    </FigureLink>
  );
}
