import DoneIcon from '@mui/icons-material/Done';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton, Tooltip } from '@mui/material';
import { type MouseEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useText } from '../i18n/useText.ts';

/** Puts a text on the clipboard, exactly as it is, and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useText();
  const notify = useNotify();
  const [done, setDone] = useState(false);
  const name = label ?? t('copy.text', { text });
  async function copy(event: MouseEvent) {
    event.stopPropagation();
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
      notify(t('copy.done'), { type: 'info', autoHideDuration: 1500 });
    } catch {
      notify(t('copy.failed'), { type: 'warning' });
    }
  }
  return (
    <Tooltip title={name}>
      <IconButton aria-label={name} size="small" onClick={copy} sx={{ ml: 0.5, p: 0.25, verticalAlign: 'middle' }}>
        {done ? <DoneIcon fontSize="inherit" /> : <ContentCopyIcon fontSize="inherit" />}
      </IconButton>
    </Tooltip>
  );
}
