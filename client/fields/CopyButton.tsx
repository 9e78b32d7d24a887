import DoneIcon from '@mui/icons-material/Done';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton, Tooltip } from '@mui/material';
import { type MouseEvent, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { useCopy } from './useCopy.ts';

/** Copies a text on a click. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useText();
  const copy = useCopy();
  const [done, setDone] = useState(false);
  const name = label ?? t('copy.text', { text });
  const onClick = async (event: MouseEvent) => {
    event.stopPropagation();
    if (await copy(text)) setDone(true);
  };
  return (
    <Tooltip title={name}>
      <IconButton aria-label={name} size="small" onClick={onClick} sx={{ marginInlineStart: 0.5, p: 0.25, verticalAlign: 'middle' }}>
        {done ? <DoneIcon fontSize="inherit" /> : <ContentCopyIcon fontSize="inherit" />}
      </IconButton>
    </Tooltip>
  );
}
