import ScienceIcon from '@mui/icons-material/FactCheckOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useServerTime } from '../api/useServerTime.ts';
import { DrawDialog } from './DrawDialog.tsx';

/** Draws a sample; not there for who may not. */
export function DrawButton() {
  const t = useText();
  const may = useMay('audit-samples', 'create');
  const now = useServerTime();
  const [asking, setAsking] = useState(false);
  useShortcut('n', () => setAsking(true), { enabled: may && Boolean(now) });
  if (!may) return null;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<ScienceIcon />}
        disabled={!now}
        onClick={() => setAsking(true)}
        aria-label={t('oversight.samples.draw')}
        aria-keyshortcuts="n"
        endIcon={<KeyCaps keys="n" />}
      >
        {t('oversight.samples.draw')}
      </Button>
      {asking && now && <DrawDialog month={monthBefore(now)} onClose={() => setAsking(false)} />}
    </>
  );
}

/** The last month that is over: what is looked into first. */
function monthBefore(now: string): string {
  const first = new Date(`${now.slice(0, 7)}-01T00:00:00.000Z`);
  return new Date(first.getTime() - 1).toISOString().slice(0, 7);
}
