import PlayIcon from '@mui/icons-material/PlayArrow';
import { Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { RunKind } from '#contract/runs';
import { useApi } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { useNotifyStarted } from '../runs/useNotifyStarted.ts';

/** For operations: starts a step by hand; twice does no harm. Who starts a payout cannot release it, and is told so. */
export function StartButton({ kind, period }: { kind: RunKind; period: string }) {
  const t = useText();
  const label = useLabel();
  const { busy, start } = useStart();
  if (!useMay('runs', 'create')) return null;
  const step = label('routineStep', kind);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PlayIcon />}
        disabled={busy}
        aria-label={t('routine.startNamed', { step, period })}
        onClick={() => void start(kind, period)}
      >
        {t('routine.start')}
      </Button>
      {kind === 'payout' && (
        <Typography variant="body2" color="textSecondary">
          {t('routine.startHint')}
        </Typography>
      )}
    </>
  );
}

function useStart() {
  const notifyStarted = useNotifyStarted();
  const api = useApi();
  const notify = useNotify();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function start(kind: RunKind, period: string) {
    setBusy(true);
    try {
      const started = await api.startRun({ kind, [kind === 'evaluation' ? 'month' : 'day']: period });
      if ('id' in started) notifyStarted(started);
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
    await queries.invalidateQueries({ queryKey: ['read'] });
    setBusy(false);
  }
  return { busy, start };
}
