import SendIcon from '@mui/icons-material/SendOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useMay } from '../auth/access.ts';
import { useText } from '../i18n/useText.ts';
import { useFocusLeft } from '../layout/useFocusLeft.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';

interface ReleaseButtonProps {
  id: string;
  day: string;
  /** Also by its key, where this payout is the one that the page is about, or that is next. */
  withKey?: boolean;
}

/** For operations: opens what a release would do, and Ctrl+Enter does it. */
export function ReleaseButton({ id, day, withKey = false }: ReleaseButtonProps) {
  const t = useText();
  const may = useMay('payouts', 'release');
  const [asking, setAsking] = useState(false);
  useFocusLeft();
  useShortcut('a', () => setAsking(true), { enabled: may && withKey });
  if (!may) return null;
  return (
    <>
      <Button
        variant="contained"
        startIcon={<SendIcon className="points" />}
        aria-label={t('payouts.releaseNamed', { day })}
        onClick={() => setAsking(true)}
        {...(withKey ? { 'aria-keyshortcuts': 'a', endIcon: <KeyCaps keys="a" /> } : {})}
      >
        {t('payouts.release')}
      </Button>
      {asking && <ReleaseDialog id={id} day={day} onClose={() => setAsking(false)} />}
    </>
  );
}
