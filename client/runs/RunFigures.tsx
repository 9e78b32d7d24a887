import { Stack } from '@mui/material';
import type { BonusResult } from '#contract/bonuses';
import type { CurrencySum } from '#contract/commissions';
import type { PayoutResult } from '#contract/payouts';
import type { CommissionResult, EvaluationResult, RunRow } from '#contract/runs';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { LinkedSums } from '../payouts/LinkedSums.tsx';
import { linesOf } from '../payouts/linesOf.ts';
import { PlainTable } from '../list/PlainTable.tsx';
import type { Which } from './rowsOfRun.ts';

/** The list of the rows behind a figure; a dry run has written none. */
type Rows = ((which?: Which) => string) | undefined;

/** What a run made; each figure leads to its rows, where there are any. */
export function RunFigures({ result, rows }: { result: RunRow['result']; rows?: Rows }) {
  const t = useText();
  if ('trades' in result) return <CommissionFigures result={result as CommissionResult} rows={rows} />;
  if ('evaluated' in result) return <EvaluationFigures result={result as EvaluationResult} rows={rows} />;
  if ('batch_id' in result) return <PayoutFigures result={result as PayoutResult} />;
  if ('awarded' in result) return <BonusFigures result={result as BonusResult} rows={rows} />;
  return <span>{t('runs.noFigures')}</span>;
}

function Counted({ count, to }: { count: number; to: string | undefined }) {
  const figure = <Count value={count} />;
  return to === undefined ? figure : <FigureLink to={to} rows={count}>{figure}</FigureLink>;
}

function Sums({ sums, to }: { sums: readonly CurrencySum[]; to: ((currency: string) => string) | undefined }) {
  return to ? <LinkedSums sums={sums} to={to} /> : <MoneyList sums={sums} exact />;
}

function BonusFigures({ result: { awarded, totals }, rows }: { result: BonusResult; rows: Rows }) {
  const t = useText();
  return (
    <Facts
      facts={[
        { name: t('runs.awarded'), value: <Counted count={awarded} to={rows?.()} /> },
        { name: t('runs.totals'), value: <Sums sums={totals} to={rows && ((currency) => rows({ currency }))} /> },
      ]}
    />
  );
}

function PayoutFigures({ result: { batch_id, lines, totals } }: { result: PayoutResult }) {
  const t = useText();
  const rows = batch_id === null ? undefined : (currency?: string) => linesOf({ batch_id, ...(currency ? { currency } : {}) });
  return (
    <Facts
      facts={[
        { name: t('runs.lines'), value: <Counted count={lines} to={rows?.()} /> },
        { name: t('runs.totals'), value: <Sums sums={totals} to={rows} /> },
      ]}
    />
  );
}

function CommissionFigures({ result: { trades, earning, zero, totals, by_reason }, rows }: { result: CommissionResult; rows: Rows }) {
  const t = useText();
  const label = useLabel();
  const reasons = Object.keys(by_reason);
  return (
    <Stack spacing={2}>
      <Facts
        facts={[
          { name: t('runs.trades'), value: <Counted count={trades} to={rows?.()} /> },
          { name: t('runs.earning'), value: <Counted count={earning} to={rows?.({ reason: null })} /> },
          { name: t('runs.zero'), value: <Counted count={zero} to={rows?.({ reason: reasons })} /> },
          { name: t('runs.totals'), value: <Sums sums={totals} to={rows && ((currency) => rows({ currency }))} /> },
        ]}
      />
      <PlainTable
        caption={t('runs.byReason')}
        rows={Object.entries(by_reason)}
        keyOf={([reason]) => reason}
        empty={t('runs.noZero')}
        columns={[
          { name: t('runs.reason'), cell: ([reason]) => label('reason', reason) },
          { name: t('runs.records'), figure: true, cell: ([reason, count]) => <Counted count={count} to={rows?.({ reason })} /> },
        ]}
      />
    </Stack>
  );
}

function EvaluationFigures({ result, rows }: { result: EvaluationResult; rows: Rows }) {
  const t = useText();
  return (
    <Facts
      facts={[
        { name: t('runs.evaluated'), value: <Counted count={result.evaluated} to={rows?.()} /> },
        { name: t('runs.promotions'), value: <Counted count={result.promotions} to={rows?.({ outcome: 'promotion' })} /> },
        { name: t('runs.retentions'), value: <Counted count={result.retentions} to={rows?.({ outcome: 'retention' })} /> },
        { name: t('runs.demotions'), value: <Counted count={result.demotions} to={rows?.({ outcome: 'demotion' })} /> },
      ]}
    />
  );
}
