import { Paper, Stack, Typography } from '@mui/material';
import type { RoutineStep } from '#contract/routine';
import { InstantField } from '../fields/InstantField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { PeriodField } from '../fields/PeriodField.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useLabel, useText } from '../i18n/useText.ts';
import { KeptChip } from '../payouts/DeadlineField.tsx';
import { ReleaseButton } from '../payouts/ReleaseButton.tsx';
import { StartButton } from './StartButton.tsx';
import { WhyRefused } from './WhyRefused.tsx';

interface StepCardProps {
  step: RoutineStep;
  /** Whether it is the first that is not done. */
  upNext: boolean;
  /** Whether a key releases its payout. */
  withKey: boolean;
  now: string;
}

/** One step of the routine: its state in words, its deadline, and what can be done about it. */
export function StepCard({ step, upNext, withKey, now }: StepCardProps) {
  const t = useText();
  const label = useLabel();
  const written = useWritten();
  const { kind, period, state, deadline_at, kept } = step;
  return (
    <Paper
      component="li"
      variant="outlined"
      aria-label={`${label('routineStep', kind)} ${written.period(period)}`}
      aria-current={upNext ? 'step' : undefined}
      sx={{ p: 1.5, ...(upNext ? { borderColor: 'primary.main', borderWidth: 2 } : {}) }}
    >
      <Stack spacing={0.75} sx={{ alignItems: 'flex-start' }}>
        <Stack direction="row" useFlexGap sx={{ width: '100%', flexWrap: 'wrap', gap: 0.5, justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h3">{label('routineStep', kind)}</Typography>
          <StateChip group="routineState" value={state} />
        </Stack>
        <Where step={step} />
        <span>
          {t('routine.deadline')} <InstantField at={deadline_at} short /> <KeptChip at={deadline_at} kept={kept} now={now} />
        </span>
        <WhatNow step={step} upNext={upNext} withKey={withKey} now={now} />
      </Stack>
    </Paper>
  );
}

function Where({ step: { kind, period, run_id, batch_id } }: { step: RoutineStep }) {
  const ofRun = kind === 'evaluation' || kind === 'commission' || kind === 'bonus';
  if (ofRun && run_id) return <TextLink to={`/runs/${run_id}/show`}><PeriodField period={period} /></TextLink>;
  if (!ofRun && batch_id) return <TextLink to={`/payouts/${batch_id}/show`}><PeriodField period={period} /></TextLink>;
  return <PeriodField period={period} />;
}

function WhatNow({ step, upNext, withKey, now }: StepCardProps) {
  const t = useText();
  const { kind, period, state, due_at, done_at, why, batch_id } = step;
  if (state === 'done') {
    return (
      <span>
        {t('routine.done')} <InstantField at={done_at} short />
      </span>
    );
  }
  if (state === 'running') return null;
  if (kind === 'release' || kind === 'confirmation') {
    if (why) return <WhyRefused why={why} />;
    if (kind === 'release' && batch_id) return <ReleaseButton id={batch_id} day={period} withKey={withKey} />;
    return <span>{t(kind === 'confirmation' && upNext ? 'routine.confirmHint' : 'routine.after')}</span>;
  }
  return (
    <>
      {why && <WhyRefused why={why} />}
      {!upNext && t('routine.after')}
      {upNext && due_at > now && (
        <span>
          {t('routine.due')} <InstantField at={due_at} short />
        </span>
      )}
      {upNext && <StartButton kind={kind} period={period} />}
    </>
  );
}
