import { Box, Chip } from '@mui/material';
import { InstantField } from '../fields/InstantField.tsx';
import { MINUTE_MS } from '../fields/times.ts';
import { useText } from '../i18n/useText.ts';

const SHORT_MINUTES = 60;

interface DeadlineFieldProps {
  at: string;
  /** Null while that is open. */
  kept: boolean | null;
  /** The server's time; undefined until it is known. */
  now: string | undefined;
}

/** A deadline, and whether it was kept; while that is open, how long there is. */
export function DeadlineField({ at, kept, now }: DeadlineFieldProps) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', columnGap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <InstantField at={at} short />
      <KeptChip at={at} kept={kept} now={now} />
    </Box>
  );
}

export function KeptChip({ at, kept, now }: DeadlineFieldProps) {
  const t = useText();
  if (kept !== null) return <Chip color={kept ? 'success' : 'error'} label={t(kept ? 'payouts.kept' : 'payouts.missed')} />;
  if (!now) return null;
  const left = Math.floor((Date.parse(at) - Date.parse(now)) / MINUTE_MS);
  if (left < 0) return <Chip color="error" label={t('payouts.past')} />;
  const [hours, minutes] = [Math.floor(left / 60), left % 60];
  const words = hours > 0 ? t('payouts.left', { hours, minutes }) : t('payouts.leftMinutes', { minutes });
  return <Chip color={left < SHORT_MINUTES ? 'warning' : 'default'} label={words} />;
}
