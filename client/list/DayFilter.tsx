import { DateInput, useListContext, type DateInputProps } from 'react-admin';
import { useReadBack } from '../fields/DateTextField.tsx';
import { DAY_MS } from '../fields/times.ts';

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00.000Z`) + days * DAY_MS).toISOString();
}

/** A UTC day; beneath it in the calendar of the language where that is another than the field's. */
export function DayFilter(props: DateInputProps) {
  const { filterValues } = useListContext();
  const value: unknown = (filterValues as Record<string, unknown>)[props.source];
  const day: unknown = props.format ? props.format(value) : value;
  const reading = useReadBack(typeof day === 'string' ? day : '');
  // Among filters react-admin hides what stands beneath a field.
  return <DateInput {...props} {...(reading ? { helperText: reading, sx: { '&& .MuiFormHelperText-root': { display: 'block' } } } : {})} />;
}

/** From a UTC day on: the instant at which it begins. */
export function FromDayFilter(props: DateInputProps) {
  return (
    <DayFilter
      {...props}
      format={(at: string | null) => at?.slice(0, 10) ?? ''}
      parse={(day: string) => (day ? moved(day, 0) : null)}
    />
  );
}

/** Up to and with a UTC day: before the instant at which the next one begins. */
export function ToDayFilter(props: DateInputProps) {
  return (
    <DayFilter
      {...props}
      format={(at: string | null) => (at ? moved(at, -1).slice(0, 10) : '')}
      parse={(day: string) => (day ? moved(day, 1) : null)}
    />
  );
}
