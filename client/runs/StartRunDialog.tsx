import {
  Alert,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  MenuItem,
  Switch,
  TextField,
} from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-admin';
import { runKinds, type RunKind, type RunRow } from '#contract/runs';
import { useApi } from '../api/useRead.ts';
import { GuardedDialog } from '../decisions/GuardedDialog.tsx';
import { DateTextField } from '../fields/DateTextField.tsx';
import { useErrorText, useLabel, useText } from '../i18n/useText.ts';
import { RunFigures } from './RunFigures.tsx';
import { useNotifyStarted } from './useNotifyStarted.ts';

/** Starts the run of a day or a month. A dry run changes nothing and shows its figures here. */
export function StartRunDialog({ kind: first, onClose }: { kind: RunKind; onClose: () => void }) {
  const t = useText();
  const label = useLabel();
  const errorText = useErrorText();
  const { kind, setKind, period, setPeriod, dryRun, setDryRun, busy, problem, figures, submit } = useStart(first);
  const daily = kind !== 'evaluation';
  return (
    <GuardedDialog dirty={period !== '' && figures === null} busy={busy} onClose={onClose} aria-labelledby="start-run">
      <form onSubmit={submit}>
        <DialogTitle id="start-run">{t('runs.startTitle')}</DialogTitle>
        <DialogContent>
          <TextField
            select
            label={t('runs.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as RunKind)}
          >
            {runKinds.map((name) => (
              <MenuItem key={name} value={name}>
                {label('runKind', name)}
              </MenuItem>
            ))}
          </TextField>
          <DateTextField
            label={t(daily ? 'runs.day' : 'runs.month')}
            type={daily ? 'date' : 'month'}
            required
            autoFocus
            value={period}
            onChange={(event) => setPeriod(event.target.value)}
          />
          <FormControlLabel
            label={t('runs.dryRun')}
            control={<Switch checked={dryRun} onChange={(event) => setDryRun(event.target.checked)} />}
          />
          {problem !== null && <Alert severity="error">{errorText(problem)}</Alert>}
          {figures && (
            <>
              <Alert severity="info" sx={{ my: 1 }}>
                {t(isDone(figures) ? 'runs.doneAlready' : 'runs.dryRunHint')}
              </Alert>
              <RunFigures result={figures} />
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('reviews.close')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || !period}>
            {t(busy ? 'runs.working' : 'runs.start')}
          </Button>
        </DialogActions>
      </form>
    </GuardedDialog>
  );
}

function useStart(first: RunKind) {
  const api = useApi();
  const navigate = useNavigate();
  const notifyStarted = useNotifyStarted();
  const [kind, setKindOnly] = useState<RunKind>(first);
  const [period, setPeriod] = useState('');
  const [dryRun, setDryRun] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [figures, setFigures] = useState<RunRow['result'] | null>(null);
  const setKind = (next: RunKind) => {
    setKindOnly(next);
    setPeriod('');
    setFigures(null);
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    setFigures(null);
    try {
      const started = await api.startRun({
        kind,
        [kind === 'evaluation' ? 'month' : 'day']: period,
        ...(dryRun ? { dry_run: true } : {}),
      });
      if ('id' in started) {
        notifyStarted(started);
        navigate(`/runs/${started.id}/show`);
      }
      else setFigures(started.result);
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  }
  return { kind, setKind, period, setPeriod, dryRun, setDryRun, busy, problem, figures, submit };
}

/** A dry run of what has been run answers what that run made. */
function isDone(figures: RunRow['result']): boolean {
  return 'run_id' in figures && figures.run_id !== null;
}
