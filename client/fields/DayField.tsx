import { Tooltip } from '@mui/material';
import { useWritten } from './useWritten.ts';

/** A day (UTC) `YYYY-MM-DD`, in the calendar of the language; as it is counted in the tooltip. */
export function DayField({ day }: { day: string | null | undefined }) {
  const written = useWritten();
  if (!day) return <span>–</span>;
  return (
    <Tooltip title={`${day} UTC`}>
      <time dateTime={day} style={{ whiteSpace: 'nowrap', unicodeBidi: 'isolate' }}>
        {written.day(day)}
      </time>
    </Tooltip>
  );
}

/** A month `YYYY-MM`, as the programme counts it. */
export function MonthField({ month }: { month: string | null | undefined }) {
  const written = useWritten();
  if (!month) return <span>–</span>;
  return (
    <Tooltip title={`${month} UTC`}>
      <time dateTime={month} style={{ whiteSpace: 'nowrap', unicodeBidi: 'isolate' }}>
        {written.month(month)}
      </time>
    </Tooltip>
  );
}
