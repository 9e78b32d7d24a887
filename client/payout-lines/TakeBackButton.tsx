import UndoIcon from '@mui/icons-material/Undo';
import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import type { CommissionRow } from '#contract/commissions';
import type { PayoutLineRow } from '#contract/payouts';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { useMay } from '../auth/access.ts';
import { AskDialog, type Reasoned } from '../decisions/AskDialog.tsx';
import { BulkResults } from '../decisions/BulkResults.tsx';
import { Facts } from '../fields/Facts.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useText } from '../i18n/useText.ts';
import { SelectionSums } from '../reversals/SelectionSums.tsx';
import { useAsked } from '../reversals/useAsked.ts';

/** As many as one request names, and as one page of a list holds. */
const AT_ONCE = 200;
const PAGE = 1_000;

/** Where a line may have been paid twice: asks for the reversals of its records in one step, each its own request (PAY-3, PAY-4). */
export function TakeBackButton({ line }: { line: PayoutLineRow }) {
  const t = useText();
  const may = useMay('reversals', 'create');
  const asked = useAsked();
  const [asking, setAsking] = useState(false);
  const [results, setResults] = useState<VerbResult[] | null>(null);
  if (!may) return null;
  function finish(answered: VerbResult[]) {
    setAsking(false);
    setResults(answered);
  }
  function close() {
    if (results?.some(({ ok }) => ok)) asked();
    setResults(null);
  }
  return (
    <>
      <Button startIcon={<UndoIcon className="points" />} onClick={() => setAsking(true)}>
        {t('payouts.line.takeBack')}
      </Button>
      {asking && <TakeBack line={line} onClose={() => setAsking(false)} onDone={finish} />}
      {results && (
        <BulkResults
          done={t('recordRequests.askedShort')}
          results={results}
          onClose={close}
          nameOf={(id) => t('recordRequests.recordNo', { id })}
        />
      )}
    </>
  );
}

interface TakeBackProps {
  line: PayoutLineRow;
  onClose: () => void;
  onDone: (results: VerbResult[]) => void;
}

function TakeBack({ line: { id, amount, currency }, onClose, onDone }: TakeBackProps) {
  const t = useText();
  const api = useApi();
  const { data, total } = useGetList<CommissionRow>('commissions', {
    filter: { payout_line_id: id }, pagination: { page: 1, perPage: PAGE }, sort: { field: 'id', order: 'ASC' },
  });
  const positive = data?.filter((record) => !record.amount.startsWith('-'));
  const netted = (data?.length ?? 0) - (positive?.length ?? 0);
  async function ask(why: Reasoned) {
    const ids = (positive ?? []).map((record) => record.id);
    const answered: VerbResult[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      answered.push(...await api.askMany('reversals', { record_ids: ids.slice(from, from + AT_ONCE), ...why }));
    }
    onDone(answered);
  }
  return (
    <AskDialog
      title={t('payouts.line.takeBackAsk', { id })}
      ready={positive !== undefined && positive.length > 0}
      start={{ reason_code: 'correction', text: t('payouts.line.takeBackText', { id }) }}
      onClose={onClose}
      onAsk={ask}
    >
      <SelectionSums amounts={positive ?? null} missing={Math.max((total ?? 0) - (data?.length ?? 0), 0)} />
      <Facts
        columns={1}
        facts={[{ name: t('payouts.line.amount'), value: <MoneyField amount={amount} currency={currency} exact /> }]}
      />
      {netted > 0 && <Alert severity="warning">{t('payouts.line.netted', { smart_count: netted })}</Alert>}
      <Alert severity="info">{t('recordRequests.reverseHint')}</Alert>
    </AskDialog>
  );
}
