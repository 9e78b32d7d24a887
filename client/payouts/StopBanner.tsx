import { Alert, Stack } from '@mui/material';
import { InstantField } from '../fields/InstantField.tsx';
import { useText } from '../i18n/useText.ts';
import { ResumeActions } from './ResumeActions.tsx';
import { useStop } from './useStop.ts';

/** On every page while all payouts are stopped: by whom and why, and the way on, which takes two people (PAY-7). */
export function StopBanner() {
  const t = useText();
  const stop = useStop();
  if (!stop) return null;
  const { reason, stopped_by, stopped_at, resume_requested_by, resume_reason } = stop;
  return (
    <Alert severity="error" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
      <Stack spacing={0.5}>
        <span>
          <strong>{t('payouts.stop.banner')}</strong> {t('payouts.stop.by', { by: stopped_by })}{' '}
          <InstantField at={stopped_at} short />: {reason}
        </span>
        {resume_requested_by && (
          <span>{t('payouts.stop.wanted', { by: resume_requested_by, reason: resume_reason ?? '' })}</span>
        )}
        <ResumeActions stop={stop} />
      </Stack>
    </Alert>
  );
}
