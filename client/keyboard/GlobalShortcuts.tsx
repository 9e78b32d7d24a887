import { useState } from 'react';
import { useNavigate } from 'react-admin';
import { useMay } from '../auth/access.ts';
import { OMNIBOX_ID } from '../omnibox/Omnibox.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { useShortcut } from './useShortcut.ts';

/** The shortcuts that hold on every page. */
export function GlobalShortcuts() {
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  useShortcut('g h', () => navigate('/'));
  useShortcut('g r', () => navigate('/tier-reviews'));
  useShortcut('g s', () => navigate('/status-changes'));
  useShortcut('g a', () => navigate('/affiliates'));
  useShortcut('g c', () => navigate('/commissions'));
  useShortcut('g p', () => navigate('/payouts'));
  useShortcut('g v', () => navigate('/reversals'));
  useShortcut('g d', () => navigate('/compliance-desk'), { enabled: useMay('decisions', 'read') });
  useShortcut('?', () => setHelp(true));
  useShortcut('/', focusSearch);
  useShortcut('mod+k', focusOmnibox, { whileTyping: true });
  return <HelpDialog open={help} onClose={() => setHelp(false)} />;
}

/** The list's own search, or else the omnibox. */
function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>('main input[name="q"]');
  if (search) search.focus();
  else focusOmnibox();
}

function focusOmnibox(): void {
  const box = document.getElementById(OMNIBOX_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}
