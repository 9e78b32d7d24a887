import { FormControlLabel, Switch } from '@mui/material';
import { useStore } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { SHORTCUTS_KEY } from './useShortcutsOn.ts';

/** Turns the keyboard shortcuts on and off in this browser. */
export function ShortcutsSwitch() {
  const t = useText();
  const [on, setOn] = useStore<boolean>(SHORTCUTS_KEY, true);
  return (
    <FormControlLabel
      label={t('preferences.shortcuts')}
      control={<Switch checked={on} onChange={(event) => setOn(event.target.checked)} />}
    />
  );
}
