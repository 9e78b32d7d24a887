import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import type { Claimable, Colleague } from '#contract/claims';
import { useRead } from '../api/useRead.ts';
import { useErrorText, useText } from '../i18n/useText.ts';

interface HandOverDialogProps {
  resource: Claimable;
  onClose: () => void;
  onGive: (to: string) => Promise<void>;
}

/** Asks which colleague, of those who may decide it, has the case in hand from now on. */
export function HandOverDialog({ resource, onClose, onGive }: HandOverDialogProps) {
  const t = useText();
  const errorText = useErrorText();
  const { data: colleagues, error } = useRead<Colleague[]>(`claims/colleagues?${new URLSearchParams({ resource })}`);
  const [to, setTo] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  async function give(event: FormEvent) {
    event.preventDefault();
    if (to === '') return;
    setProblem(null);
    try {
      await onGive(to);
    } catch (refused) {
      setProblem(refused);
    }
  }
  const shown = problem ?? error;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="hand-over">
      <form onSubmit={give}>
        <DialogTitle id="hand-over">{t('worklist.handOver')}</DialogTitle>
        <DialogContent>
          <TextField
            select
            fullWidth
            required
            autoFocus
            label={t('worklist.colleague')}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            {...(colleagues?.length === 0 ? { helperText: t('worklist.nobodyElse') } : {})}
          >
            {(colleagues ?? []).map(({ email, name }) => (
              <MenuItem key={email} value={email}>
                {`${name} (${email})`}
              </MenuItem>
            ))}
          </TextField>
          {shown !== null && <Alert severity="error">{errorText(shown)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('decisions.back')}</Button>
          <Button type="submit" variant="contained" disabled={to === ''}>
            {t('worklist.handOver')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
