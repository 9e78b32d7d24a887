import { Alert } from '@mui/material';
import { useApi } from '../api/useRead.ts';
import { AskDialog } from '../decisions/AskDialog.tsx';
import { useText } from '../i18n/useText.ts';
import { useAsked } from './useAsked.ts';

/** Asks for the reversal of one record (PAY-4). */
export function AskReversal({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const asked = useAsked();
  return (
    <AskDialog
      title={t('recordRequests.reverseAsk', { id: recordId })}
      onClose={onClose}
      onAsk={async (why) => {
        await api.create('reversals', { data: { record_id: recordId, ...why } });
        onClose();
        asked();
      }}
    >
      <Alert severity="info">{t('recordRequests.reverseHint')}</Alert>
    </AskDialog>
  );
}
