import { Box } from '@mui/material';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** Growth against the period before: with its sign, never by colour alone; short in a column whose head says it. */
export function Growth({ bps, short = false }: { bps: number | null | undefined; short?: boolean }) {
  const t = useText();
  const written = useWritten();
  if (bps === null || bps === undefined) {
    return (
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>
        {short ? '–' : t('performance.noGrowth')}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ color: bps < 0 ? 'error.main' : bps > 0 ? 'success.main' : 'text.secondary', fontSize: '0.88rem', whiteSpace: 'nowrap' }}>
      <bdi>{written.change(bps)}</bdi>
      {!short && ` ${t('performance.againstBefore')}`}
    </Box>
  );
}
