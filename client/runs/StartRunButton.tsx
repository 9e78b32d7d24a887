import PlayIcon from '@mui/icons-material/PlayArrow';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { StartRunDialog } from './StartRunDialog.tsx';

export function StartRunButton() {
  const t = useText();
  const [open, setOpen] = useState(false);
  if (!useMay('runs', 'create')) return null;
  return (
    <>
      <Button variant="contained" startIcon={<PlayIcon />} onClick={() => setOpen(true)}>
        {t('runs.start')}
      </Button>
      {open && <StartRunDialog onClose={() => setOpen(false)} />}
    </>
  );
}
