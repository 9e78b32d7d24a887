import { Box, LinearProgress, Typography } from '@mui/material';
import { useWritten } from './useWritten.ts';

/** How far something is, from 0 to 1: a bar and the figure; `dense` in the row of a table. */
export function Progress({ value, label, dense = false }: { value: number; label: string; dense?: boolean }) {
  const written = useWritten();
  const percent = Math.round(value * 100);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: dense ? 1 : 2, mb: dense ? 0 : 2 }}>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-label={label}
        sx={{ flex: 1, minWidth: 48, height: 8, borderRadius: 4 }}
      />
      <Typography variant="body2" sx={{ minWidth: '2.6em', textAlign: 'end' }}>{written.percent(percent * 100)}</Typography>
    </Box>
  );
}
