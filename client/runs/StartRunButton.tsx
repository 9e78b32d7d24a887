import PlayIcon from '@mui/icons-material/PlayArrow';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useLocation } from 'react-admin';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { startOf } from './startRunPath.ts';
import { StartRunDialog } from './StartRunDialog.tsx';

export function StartRunButton() {
  const t = useText();
  const { search } = useLocation();
  const asked = startOf(search);
  const [open, setOpen] = useState(asked !== null);
  const [answered, setAnswered] = useState(search);
  if (answered !== search) {
    setAnswered(search);
    if (asked) setOpen(true);
  }
  if (!useMay('runs', 'create')) return null;
  return (
    <>
      <Button variant="contained" startIcon={<PlayIcon />} onClick={() => setOpen(true)}>
        {t('runs.start')}
      </Button>
      {open && <StartRunDialog kind={asked ?? 'commission'} onClose={() => setOpen(false)} />}
    </>
  );
}
