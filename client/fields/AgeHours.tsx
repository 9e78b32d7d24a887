import { Box } from '@mui/material';
import { useText, type Text } from '../i18n/useText.ts';

const DAY_HOURS = 24;
/** From here on hours say less than days. */
const LONG_HOURS = 48;

/** How long something has been waiting. */
export function AgeHours({ hours }: { hours: number }) {
  const t = useText();
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {ageText(hours, t)}
    </Box>
  );
}

function ageText(hours: number, t: Text): string {
  if (hours < 1) return t('age.fresh');
  if (hours < LONG_HOURS) return t('age.hours', { smart_count: hours });
  return t('age.days', { smart_count: Math.floor(hours / DAY_HOURS) });
}
