import { Alert, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, useState } from 'react';
import type { RevealBody, Revealed } from '#contract/reveals';
import { MIN_WORDS } from '#contract/transitions';
import { useApi } from '../api/useRead.ts';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';

interface RevealDialogProps {
  /** Whose data it is. */
  uid: string;
  /** Of which row, and what of it. */
  asked: Omit<RevealBody, 'reason'>;
  onClose: () => void;
  onRevealed: (fields: Revealed['fields']) => void;
}

/** Personal data is shown for a stated reason, which is written down before it is shown (DESIGN 6). */
export function RevealDialog({ uid, asked, onClose, onRevealed }: RevealDialogProps) {
  const t = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      onRevealed((await api.reveal({ ...asked, reason: reason.trim() })).fields);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return (
    <GuardedDialog dirty={reason.trim() !== ''} busy={busy} onClose={onClose} aria-labelledby="reveal">
      <form onSubmit={submit}>
        <DialogTitle id="reveal">{t('affiliates.revealTitle', { uid })}</DialogTitle>
        <DialogContent>
          <LongTextField
            label={t('affiliates.revealReason')}
            helperText={t('affiliates.revealHint', { min: MIN_WORDS })}
            autoFocus
            required
            minRows={2}
            value={reason}
            onChange={setReason}
          />
          {problem !== null && <Alert severity="error">{errorText(problem)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('reviews.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy || reason.trim().length < MIN_WORDS}>
            {t('affiliates.reveal')}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}
