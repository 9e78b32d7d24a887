import { Alert, TextField } from '@mui/material';
import { useState } from 'react';
import type { CorrectionOffer } from '#contract/corrections';
import { useApi, useRead } from '../api/useRead.ts';
import { AskDialog } from '../decisions/AskDialog.tsx';
import { signOf } from '../fields/decimal.ts';
import { useErrorText, useText } from '../i18n/useText.ts';
import { useAsked } from '../reversals/useAsked.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { offerPath } from './offerPath.ts';

const plainAmount = /^\d{1,11}(\.\d{1,8})?$/;

/** Asks for a correction: the engine's figure is offered, and an amount typed only where it has none (PAY-6). */
export function AskCorrection({ recordId, onClose }: { recordId: string; onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const asked = useAsked();
  const errorText = useErrorText();
  const [typed, setTyped] = useState('');
  const { data: offer, error } = useRead<CorrectionOffer>(offerPath(recordId));
  const derived = offer !== undefined && signOf(offer.difference) > 0;
  const amount = typed.trim();
  const valid = plainAmount.test(amount) && signOf(amount) > 0;
  return (
    <AskDialog
      title={t('recordRequests.correctAsk', { id: recordId })}
      ready={offer !== undefined && (derived || valid)}
      dirty={amount !== ''}
      onClose={onClose}
      onAsk={async (why) => {
        await api.create('corrections', { data: { record_id: recordId, ...why, ...(derived ? {} : { amount }) } });
        onClose();
        asked();
      }}
    >
      {error && <Alert severity="error">{errorText(error)}</Alert>}
      {!offer && !error && <span role="status">{t('recordRequests.looking')}</span>}
      {offer && <OfferFacts offer={offer} />}
      {offer && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t(derived ? 'recordRequests.correctHint' : 'recordRequests.noDifference')}
        </Alert>
      )}
      {offer && !derived && (
        <TextField
          label={`${t('recordRequests.typed')} (${offer.currency})`}
          required
          value={typed}
          error={amount !== '' && !valid}
          helperText={t('recordRequests.missing.amount')}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
        />
      )}
    </AskDialog>
  );
}
