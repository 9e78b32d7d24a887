import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useCloseNotification, useNotify } from 'react-admin';
import { useErrorText, useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';

const SHOWN_MS = 12_000;

/** Says what has been done, and offers to take it back; only for what has gone to nobody yet. */
export function useNotifyUndo(): (done: string, undo: () => Promise<void>) => void {
  const notify = useNotify();
  return (done, undo) =>
    notify(
      <Alert severity="info" variant="filled" action={<UndoButton undo={undo} />}>
        {done}
      </Alert>,
      { type: 'info', autoHideDuration: SHOWN_MS },
    );
}

function UndoButton({ undo }: { undo: () => Promise<void> }) {
  const t = useText();
  const errorText = useErrorText();
  const notify = useNotify();
  const close = useCloseNotification();
  const [busy, setBusy] = useState(false);
  async function takeBack() {
    if (busy) return;
    setBusy(true);
    close();
    try {
      await undo();
      notify(t('worklist.undone'), { type: 'info' });
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
  }
  useShortcut('mod+z', () => void takeBack());
  return (
    <Button color="inherit" disabled={busy} onClick={() => void takeBack()} endIcon={<KeyCaps keys="mod+z" />}>
      {t('worklist.undo')}
    </Button>
  );
}
