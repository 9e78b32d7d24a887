import { Box, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useLocale } from 'react-admin';
import type { HomeDay } from '#contract/home';
import { groupDecimal } from '../fields/decimal.ts';
import { useText } from '../i18n/useText.ts';

/** What each day earned, in USDT. The bars are drawn from doubles; the figures that are read are not. */
export function DaysChart({ days }: { days: readonly HomeDay[] }) {
  const t = useText();
  const locale = useLocale() ?? 'en';
  const { palette } = useTheme();
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
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
            valueFormatter: (day: string) => short.format(new Date(`${day}T00:00:00Z`)),
          },
        ]}
        yAxis={[
          { width: 64, valueFormatter: (value: number) => value.toLocaleString(locale, { notation: 'compact' }) },
        ]}
        series={[
          {
            label: t('home.earnedUsdt'),
            data: days.map(({ earned_usdt }) => Number(earned_usdt)),
            valueFormatter: (_, { dataIndex }) => `${groupDecimal(days[dataIndex]?.earned_usdt ?? '0', locale)} USDT`,
          },
        ]}
      />
    </Box>
  );
}
