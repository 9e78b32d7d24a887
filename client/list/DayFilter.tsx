import { DateInput, type DateInputProps } from 'react-admin';

const DAY_MS = 86_400_000;

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00.000Z`) + days * DAY_MS).toISOString();
}

/** From a UTC day on: the instant at which it begins. */
export function FromDayFilter(props: DateInputProps) {
  return (
    <DateInput
      {...props}
      format={(at: string | null) => at?.slice(0, 10) ?? ''}
      parse={(day: string) => (day ? moved(day, 0) : null)}
    />
  );
}

/** Up to and with a UTC day: before the instant at which the next one begins. */
export function ToDayFilter(props: DateInputProps) {
  return (
    <DateInput
      {...props}
      format={(at: string | null) => (at ? moved(at, -1).slice(0, 10) : '')}
      parse={(day: string) => (day ? moved(day, 1) : null)}
    />
  );
}
