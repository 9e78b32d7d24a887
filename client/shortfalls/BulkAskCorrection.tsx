import AddIcon from '@mui/icons-material/AddBoxOutlined';
import { Alert } from '@mui/material';
import { useGetMany } from 'react-admin';
import type { ShortfallRow } from '#contract/shortfalls';
import type { ConsoleDataProvider } from '../api/dataProvider.ts';
import { codeOf } from '../api/http.ts';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { AskDialog, type Reasoned } from '../decisions/AskDialog.tsx';
import { BulkVerb, type BulkAsked } from '../decisions/BulkVerb.tsx';
import { useText } from '../i18n/useText.ts';
import { SelectionSums } from '../reversals/SelectionSums.tsx';

/** Asks for the correction of the chosen records, each its own request with the engine's own difference (PAY-6). */
export function BulkAskCorrection({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  return (
    <BulkVerb
      verb={t('recordRequests.correct')}
      icon={<AddIcon />}
      done={t('recordRequests.askedShort')}
      nameOf={(id) => t('recordRequests.shortfallNo', { id })}
      onFailures={onFailures}
      dialog={(asked) => <AskMany {...asked} />}
    />
  );
}

function AskMany({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const { data: chosen } = useGetMany<ShortfallRow>('shortfalls', { ids });
  return (
    <AskDialog
      title={t('recordRequests.correctMany', { smart_count: ids.length })}
      ready={chosen !== undefined}
      onClose={onClose}
      onAsk={async (why) => onDone(await askEach(api, chosen ?? [], why))}
    >
      <SelectionSums amounts={chosen?.map(({ currency, difference }) => ({ currency, amount: difference })) ?? null} />
      <Alert severity="info">{t('recordRequests.correctHint')}</Alert>
    </AskDialog>
  );
}

/** One after the other; a refusal of one does not hinder the others. */
async function askEach(api: ConsoleDataProvider, chosen: readonly ShortfallRow[], why: Reasoned): Promise<VerbResult[]> {
  const results: VerbResult[] = [];
  for (const { id, record_id } of chosen) {
    try {
      await api.create('corrections', { data: { record_id, ...why } });
      results.push({ id, ok: true });
    } catch (error) {
      results.push({ id, ok: false, code: codeOf(error) ?? 'unavailable' });
    }
  }
  return results;
}
