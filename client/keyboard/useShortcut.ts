import { useTheme } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useShortcutsOn } from '../preferences/useShortcutsOn.ts';
import { isTyping, layKeys, matches, parseKeys } from './keys.ts';

const SEQUENCE_MS = 1200;

interface ShortcutOptions {
  /** Also while a field has the focus; single letters never should. */
  whileTyping?: boolean;
  enabled?: boolean;
}

/**
 * Runs an action when its keys are pressed: one stroke (`/`, `mod+k`) or several in turn (`g h`). Silent while a
 * dialog is open, and where the reader has switched shortcuts off (WCAG 2.1.4).
 */
export function useShortcut(
  keys: string,
  action: () => void,
  { whileTyping = false, enabled = true }: ShortcutOptions = {},
) {
  const on = useShortcutsOn();
  const { direction } = useTheme();
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (!on || !enabled) return undefined;
    const strokes = parseKeys(layKeys(keys, direction));
    let done = 0;
    let lastAt = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (isTyping(event) && !whileTyping) || document.querySelector('[role="dialog"]'))
        return;
      if (event.timeStamp - lastAt > SEQUENCE_MS) done = 0;
      lastAt = event.timeStamp;
      done = matches(event, strokes[done]) ? done + 1 : matches(event, strokes[0]) ? 1 : 0;
      if (done < strokes.length) return;
      done = 0;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [keys, direction, on, enabled, whileTyping]);
}
