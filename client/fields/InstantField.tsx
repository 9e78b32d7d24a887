import { Tooltip } from '@mui/material';
import { useLocale } from 'react-admin';

const inUtc: Intl.DateTimeFormatOptions = {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
  hourCycle: 'h23',
};
const shortInUtc: Intl.DateTimeFormatOptions = { ...inUtc, timeStyle: 'short' };
const inPlace: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long' };

interface InstantFieldProps {
  at: string | null | undefined;
  /** Without seconds, where there is little room. */
  short?: boolean;
}

/** An instant, in UTC as everything here is counted; the reader's own time and the exact form stand in the tooltip. */
export function InstantField({ at, short = false }: InstantFieldProps) {
  const locale = useLocale() ?? 'en';
  if (!at) return <span>–</span>;
  const instant = new Date(at);
  const utc = new Intl.DateTimeFormat(locale, short ? shortInUtc : inUtc).format(instant);
  const local = new Intl.DateTimeFormat(locale, inPlace).format(instant);
  return (
    <Tooltip
      title={
        <>
          {local}
          <br />
          {at}
        </>
      }
    >
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {utc} UTC
      </time>
    </Tooltip>
  );
}
