import { useNotify } from 'react-admin';
import type { StartedRun } from '../api/verbs.ts';
import { useStaffWord } from '../fields/useStaffWord.ts';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** Says what a start has come to; to start what had been run already changes nothing, and is told with who did it and when. */
export function useNotifyStarted(): (started: StartedRun) => void {
  const t = useText();
  const word = useStaffWord();
  const written = useWritten();
  const notify = useNotify();
  return ({ already }) => {
    if (!already) return notify(t('routine.started'), { type: 'info' });
    return notify(t('runs.already', { by: word(already.by), at: written.instant(already.at) }), { type: 'warning', autoHideDuration: SHOWN_MS });
  };
}

const SHOWN_MS = 12_000;
