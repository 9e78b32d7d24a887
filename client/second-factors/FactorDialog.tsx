import { Alert, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';

interface FactorDialogProps {
  title: string;
  /** What the sending button says. */
  verb: string;
  /** Whether there is all that is to be sent. */
  ready: boolean;
  children: ReactNode;
  onClose: () => void;
  /** The dialog stays open with the reason where this throws. */
  onSend: () => Promise<void>;
}

/** Asks for what proves that it is oneself, and says why it does not. */
export function FactorDialog({ title, verb, ready, children, onClose, onSend }: FactorDialogProps) {
  const t = useText();
  const errorText = useErrorText();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onSend();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <GuardedDialog dirty={false} busy={busy} onClose={onClose} aria-labelledby="second-factor">
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle id="second-factor">{title}</DialogTitle>
        <DialogContent>
          {children}
          {problem !== null && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {errorText(problem)}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('decisions.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || !ready}>
            {verb}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}
