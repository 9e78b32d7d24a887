import { Box } from '@mui/material';
import { useWritten } from './useWritten.ts';

/** A number of rows; one that wants attention is heavier as well as coloured. */
export function Count({ value, bad = false }: { value: number | null | undefined; bad?: boolean }) {
  const written = useWritten();
  if (value === null || value === undefined) return <span>–</span>;
  const alarming = bad && value > 0;
  return (
    <Box component="span" sx={alarming ? { color: 'error.main', fontWeight: 700 } : {}}>
      {written.count(value)}
    </Box>
  );
}
