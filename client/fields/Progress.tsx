import { Box, LinearProgress, Typography } from '@mui/material';

/** How far something is, from 0 to 1: a bar and the figure. */
export function Progress({ value, label }: { value: number; label: string }) {
  const percent = Math.round(value * 100);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-label={label}
        sx={{ flex: 1, height: 8, borderRadius: 4 }}
      />
      <Typography variant="body2">{percent} %</Typography>
    </Box>
  );
}
