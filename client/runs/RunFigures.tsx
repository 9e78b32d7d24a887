import { Stack } from '@mui/material';
import type { BonusResult } from '#contract/bonuses';
import type { PayoutResult } from '#contract/payouts';
import type { CommissionResult, EvaluationResult, RunRow } from '#contract/runs';
import { Count } from '../fields/Count.tsx';
import { Facts } from '../fields/Facts.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { LinkedSums } from '../payouts/LinkedSums.tsx';
import { linesOf } from '../payouts/linesOf.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** What a run made. */
export function RunFigures({ result }: { result: RunRow['result'] }) {
  const t = useText();
  if ('trades' in result) return <CommissionFigures result={result as CommissionResult} />;
  if ('evaluated' in result) return <EvaluationFigures result={result as EvaluationResult} />;
  if ('batch_id' in result) return <PayoutFigures result={result as PayoutResult} />;
  if ('awarded' in result) return <BonusFigures result={result as BonusResult} />;
  return <span>{t('runs.noFigures')}</span>;
}

function BonusFigures({ result: { awarded, totals } }: { result: BonusResult }) {
  const t = useText();
  return (
    <Facts
      facts={[
        { name: t('runs.awarded'), value: <Count value={awarded} /> },
        { name: t('runs.totals'), value: <MoneyList sums={totals} exact /> },
      ]}
    />
  );
}

function PayoutFigures({ result: { batch_id, lines, totals } }: { result: PayoutResult }) {
  const t = useText();
  const to = (currency?: string) => linesOf({ batch_id: batch_id ?? '', ...(currency ? { currency } : {}) });
  const made = batch_id !== null;
  return (
    <Facts
      facts={[
        { name: t('runs.lines'), value: made ? <TextLink to={to()}><Count value={lines} /></TextLink> : lines },
        { name: t('runs.totals'), value: made ? <LinkedSums sums={totals} to={to} /> : <MoneyList sums={totals} exact /> },
      ]}
    />
  );
}

function CommissionFigures({ result }: { result: CommissionResult }) {
  const t = useText();
  const label = useLabel();
  return (
    <Stack spacing={2}>
      <Facts
        facts={[
          { name: t('runs.trades'), value: <Count value={result.trades} /> },
          { name: t('runs.earning'), value: <Count value={result.earning} /> },
          { name: t('runs.zero'), value: <Count value={result.zero} /> },
          { name: t('runs.totals'), value: <MoneyList sums={result.totals} exact /> },
        ]}
      />
      <PlainTable
        caption={t('runs.byReason')}
        rows={Object.entries(result.by_reason)}
        keyOf={([reason]) => reason}
        empty={t('runs.noZero')}
        columns={[
          { name: t('runs.reason'), cell: ([reason]) => label('reason', reason) },
          { name: t('runs.records'), figure: true, cell: ([, count]) => <Count value={count} /> },
        ]}
      />
    </Stack>
  );
}

function EvaluationFigures({ result }: { result: EvaluationResult }) {
  const t = useText();
  return (
    <Facts
      facts={[
        { name: t('runs.evaluated'), value: <Count value={result.evaluated} /> },
        { name: t('runs.promotions'), value: <Count value={result.promotions} /> },
        { name: t('runs.retentions'), value: <Count value={result.retentions} /> },
        { name: t('runs.demotions'), value: <Count value={result.demotions} /> },
      ]}
    />
  );
}
