import { Box, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import type { HomeDay } from '#contract/home';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';

/** What each day earned, in USDT. The bars are drawn from doubles; the figures that are read are not. */
export function DaysChart({ days }: { days: readonly HomeDay[] }) {
  const t = useText();
  const written = useWritten();
  const { palette, direction } = useTheme();
  const mirrored = direction === 'rtl';
  return (
    <Box component="figure" aria-label={t('home.chartHint')} sx={{ m: 0 }}>
      <BarChart
        height={240}
        hideLegend
        skipAnimation
        colors={[palette.primary.main]}
        xAxis={[
          {
            data: days.map(({ day }) => day),
            scaleType: 'band',
            reverse: mirrored,
            // Every second day is named: the days of some languages are too long to stand side by side.
            tickLabelInterval: (_, index) => index % 2 === 1,
            valueFormatter: written.dayShortly,
          },
        ]}
        yAxis={[
          { width: 64, position: mirrored ? 'right' : 'left', valueFormatter: written.shortly },
        ]}
        series={[
          {
            label: t('home.earnedUsdt'),
            data: days.map(({ earned_usdt }) => Number(earned_usdt)),
            valueFormatter: (_, { dataIndex }) => `${written.decimal(days[dataIndex]?.earned_usdt ?? '0')} USDT`,
          },
        ]}
      />
    </Box>
  );
}
