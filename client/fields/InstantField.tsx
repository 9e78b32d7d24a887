import { Tooltip } from '@mui/material';
import { useLocale } from 'react-admin';

const inUtc: Intl.DateTimeFormatOptions = {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
  hourCycle: 'h23',
};
const shortInUtc: Intl.DateTimeFormatOptions = { ...inUtc, timeStyle: 'short' };
const NO_BREAK = '\u00a0';
const inPlace: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long' };

interface InstantFieldProps {
  at: string | null | undefined;
  /** Without seconds, and broken into lines where there is little room. */
  short?: boolean;
}

/** An instant, in UTC as everything here is counted; the reader's own time and the exact form stand in the tooltip. */
export function InstantField({ at, short = false }: InstantFieldProps) {
  const locale = useLocale() ?? 'en';
  if (!at) return <span>–</span>;
  const instant = new Date(at);
  const utc = short ? breakable(locale, instant) : new Intl.DateTimeFormat(locale, inUtc).format(instant);
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
      <time dateTime={at} {...(short ? {} : { style: { whiteSpace: 'nowrap' } })}>
        {`${utc}${NO_BREAK}UTC`}
      </time>
    </Tooltip>
  );
}

/** The short form, which breaks between day and time only. */
function breakable(locale: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat(locale, shortInUtc).formatToParts(instant);
  return parts
    .map(({ value }, index) => (parts[index + 1]?.type === 'hour' ? value : value.replaceAll(' ', NO_BREAK)))
    .join('');
}
