import { Alert, Box, Typography } from '@mui/material';
import type { Routine, RoutineStep } from '#contract/routine';
import type { HomePayout } from '#contract/home';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { ReleaseButton } from '../payouts/ReleaseButton.tsx';
import { StepCard } from './StepCard.tsx';
import { useRoutine } from './useRoutine.ts';

/** The steps of the day in a row: what is done, what is next, by when, and whether it was kept. */
export function RoutineSection({ nextPayout }: { nextPayout: HomePayout | null }) {
  const errorText = useErrorText();
  const { data, error } = useRoutine();
  const t = useText();
  if (error) {
    return (
      <Alert severity="error" sx={{ mb: 2 }}>
        {errorText(error)}
      </Alert>
    );
  }
  if (!data) return null;
  return (
    <Section title={t('routine.title', { day: data.day })}>
      <Steps routine={data} nextPayout={nextPayout} />
    </Section>
  );
}

function Steps({ routine, nextPayout }: { routine: Routine; nextPayout: HomePayout | null }) {
  const t = useText();
  const { steps, missed_days, scheduler, now } = routine;
  const earlier = earlierPayout(steps, nextPayout);
  const upNext = steps.find(({ state }) => state !== 'done');
  return (
    <>
      {missed_days > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('routine.missed', { smart_count: missed_days })}
        </Alert>
      )}
      {earlier && (
        <Alert severity="warning" sx={{ mb: 1.5 }} action={<ReleaseButton {...earlier} withKey />}>
          {t('routine.earlier', { day: earlier.day })}
        </Alert>
      )}
      {steps.length === 0 && <Typography color="textSecondary">{t('routine.none')}</Typography>}
      <Box
        component="ol"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: `repeat(${Math.max(1, steps.length)}, minmax(0, 1fr))` },
        }}
      >
        {steps.map((step) => (
          <StepCard key={step.kind} step={step} upNext={step === upNext} withKey={step === upNext && !earlier} now={now} />
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t(scheduler.on ? 'routine.scheduled' : 'routine.byHand')}
      </Typography>
    </>
  );
}

/** A payout of an earlier day that waits for its release while the routine is at another day. */
function earlierPayout(steps: readonly RoutineStep[], nextPayout: HomePayout | null): { id: string; day: string } | null {
  const { batch_id, day, state } = nextPayout ?? {};
  const waits = batch_id && day && state === 'ready' && !steps.some((step) => step.batch_id === batch_id);
  return waits ? { id: batch_id, day } : null;
}
