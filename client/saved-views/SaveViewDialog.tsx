import { Alert, Button, Checkbox, DialogActions, DialogContent, DialogTitle, FormControlLabel, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { MAX_VIEW_NAME } from '#contract/saved-views';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';

interface SaveViewDialogProps {
  /** Names of one's own views, which are written over. */
  taken: readonly string[];
  onClose: () => void;
  onSave: (name: string, shared: boolean) => Promise<void>;
}

/** Asks for a view's name, and whether others see it. */
export function SaveViewDialog({ taken, onClose, onSave }: SaveViewDialogProps) {
  const t = useText();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const wanted = name.trim();
  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy || wanted === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await onSave(wanted, shared);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }
  return (
    <GuardedDialog dirty={wanted !== ''} busy={busy} onClose={onClose} maxWidth="xs" aria-labelledby="save-view">
      <form onSubmit={save}>
        <DialogTitle id="save-view">{t('worklist.saveView')}</DialogTitle>
        <DialogContent>
          <TextField
            label={t('worklist.viewName')}
            required
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
            helperText={taken.includes(wanted) ? t('worklist.writtenOver') : t('worklist.viewKeeps')}
            slotProps={{ htmlInput: { maxLength: MAX_VIEW_NAME } }}
          />
          <FormControlLabel
            label={t('worklist.share')}
            control={<Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)} />}
          />
          {problem !== null && <Alert severity="error">{errorText(problem)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('decisions.back')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || wanted === ''}>
            {t('worklist.save')}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}
