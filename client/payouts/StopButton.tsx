import BlockIcon from '@mui/icons-material/Block';
import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useApi } from '../api/useRead.ts';
import { DecisionDialog } from '../decisions/DecisionDialog.tsx';
import { useText } from '../i18n/useText.ts';
import { useAfterStop } from './useAfterStop.ts';
import { useStop } from './useStop.ts';

/** Stops all payouts, with a reason (PAY-7). Not there while they are stopped. */
export function StopButton() {
  const t = useText();
  const api = useApi();
  const after = useAfterStop();
  const stop = useStop();
  const may = useMay('payout-stops', 'create');
  const [asking, setAsking] = useState(false);
  async function stopAll(reason: string | undefined) {
    await api.create('payout-stops', { data: { reason } });
    setAsking(false);
    after(t('payouts.stop.done'));
  }
  if (!may || stop !== null) return null;
  return (
    <>
      <Button variant="outlined" color="error" startIcon={<BlockIcon />} onClick={() => setAsking(true)}>
        {t('payouts.stop.button')}
      </Button>
      {asking && (
        <DecisionDialog
          title={t('payouts.stop.ask')}
          verb={t('payouts.stop.button')}
          grave
          commentNeeded
          onClose={() => setAsking(false)}
          onDecide={stopAll}
        >
          <Alert severity="warning" sx={{ mb: 1 }}>
            {t('payouts.stop.hint')}
          </Alert>
        </DecisionDialog>
      )}
    </>
  );
}
