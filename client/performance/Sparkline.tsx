import { useTheme } from '@mui/material';
import { linesOf } from './lines.ts';

const [WIDTH, HEIGHT, EDGE] = [120, 28, 2];

/** How a figure went, as a line; drawn from doubles, and for the eye only: the table below holds the figures. What is unknown is a gap (REF-9). */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const { palette, direction } = useTheme();
  const known = values.filter((value) => value !== null);
  if (values.length < 2 || known.length === 0) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (place: number): number => EDGE + ((WIDTH - 2 * EDGE) * place) / (values.length - 1);
  const y = (value: number): number => HEIGHT - EDGE - (high === low ? 0 : ((HEIGHT - 2 * EDGE) * (value - low)) / (high - low));
  const flip = direction === 'rtl' ? { transform: 'scaleX(-1)' } : {};
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden style={flip}>
      {linesOf(values).map((line) => (
        <polyline
          key={line[0]?.place}
          points={line.map(({ place, value }) => `${x(place)},${y(value)}`).join(' ')}
          fill="none"
          stroke={palette.primary.main}
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}
