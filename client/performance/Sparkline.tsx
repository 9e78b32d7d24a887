import { useTheme } from '@mui/material';

const [WIDTH, HEIGHT, EDGE] = [120, 28, 2];

/** How a figure went, as a line; drawn from doubles, and for the eye only: the table below holds the figures. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const { palette, direction } = useTheme();
  if (values.length < 2) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (place: number): number => EDGE + ((WIDTH - 2 * EDGE) * place) / (values.length - 1);
  const y = (value: number): number => HEIGHT - EDGE - (high === low ? 0 : ((HEIGHT - 2 * EDGE) * (value - low)) / (high - low));
  const flip = direction === 'rtl' ? { transform: 'scaleX(-1)' } : {};
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden style={flip}>
      <polyline
        points={values.map((value, place) => `${x(place)},${y(value)}`).join(' ')}
        fill="none"
        stroke={palette.primary.main}
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    </svg>
  );
}
