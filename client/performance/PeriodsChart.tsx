import { Box, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useWritten } from '../fields/useWritten.ts';

interface PeriodsChartProps {
  hint: string;
  names: readonly string[];
  /** Plain decimals; null: unknown. */
  series: readonly { label: string; values: readonly (string | null)[] }[];
}

/** Figures by period as bars. The bars are drawn from doubles; the figures that are read are not. */
export function PeriodsChart({ hint, names, series }: PeriodsChartProps) {
  const written = useWritten();
  const { palette, direction } = useTheme();
  const mirrored = direction === 'rtl';
  return (
    <Box component="figure" aria-label={hint} sx={{ m: 0, mb: 2 }}>
      <BarChart
        height={240}
        hideLegend={series.length < 2}
        skipAnimation
        colors={[palette.primary.main, palette.secondary.main]}
        xAxis={[{ data: [...names], scaleType: 'band', reverse: mirrored }]}
        yAxis={[{ width: 64, position: mirrored ? 'right' : 'left', valueFormatter: written.shortly }]}
        series={series.map(({ label, values }) => ({
          label,
          data: values.map((value) => (value === null ? null : Number(value))),
          valueFormatter: (_: number | null, { dataIndex }: { dataIndex: number }) => {
            const value = values[dataIndex] ?? null;
            return value === null ? '–' : written.decimal(value);
          },
        }))}
      />
    </Box>
  );
}
