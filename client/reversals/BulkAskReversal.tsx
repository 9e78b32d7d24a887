import UndoIcon from '@mui/icons-material/Undo';
import { Alert } from '@mui/material';
import { useGetMany } from 'react-admin';
import type { CommissionRow } from '#contract/commissions';
import { useApi } from '../api/useRead.ts';
import type { VerbResult } from '../api/verbs.ts';
import { AskDialog } from '../decisions/AskDialog.tsx';
import { BulkVerb, type BulkAsked } from '../decisions/BulkVerb.tsx';
import { useText } from '../i18n/useText.ts';
import { SelectionSums } from './SelectionSums.tsx';

/** Asks for the reversal of the chosen records, each its own request. */
export function BulkAskReversal({ onFailures }: { onFailures: (failures: readonly VerbResult[]) => void }) {
  const t = useText();
  return (
    <BulkVerb
      verb={t('recordRequests.reverse')}
      icon={<UndoIcon className="points" />}
      done={t('recordRequests.askedShort')}
      nameOf={(id) => t('recordRequests.recordNo', { id })}
      onFailures={onFailures}
      dialog={(asked) => <AskMany {...asked} />}
    />
  );
}

function AskMany({ ids, onClose, onDone }: BulkAsked) {
  const t = useText();
  const api = useApi();
  const { data } = useGetMany<CommissionRow>('commissions', { ids });
  return (
    <AskDialog
      title={t('recordRequests.reverseMany', { smart_count: ids.length })}
      onClose={onClose}
      onAsk={async (why) => onDone(await api.askMany('reversals', { record_ids: ids, ...why }))}
    >
      <SelectionSums amounts={data ?? null} />
      <Alert severity="info">{t('recordRequests.reverseHint')}</Alert>
    </AskDialog>
  );
}
