import { Box } from '@mui/material';
import { useLocale } from 'react-admin';

/** A number of rows; one that wants attention is heavier as well as coloured. */
export function Count({ value, bad = false }: { value: number; bad?: boolean }) {
  const locale = useLocale() ?? 'en';
  const alarming = bad && value > 0;
  return (
    <Box component="span" sx={alarming ? { color: 'error.main', fontWeight: 700 } : {}}>
      {value.toLocaleString(locale)}
    </Box>
  );
}
