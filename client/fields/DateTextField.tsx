import { TextField, type TextFieldProps } from '@mui/material';
import { useLocale } from 'react-admin';
import { readBack } from './forms.ts';

type DateTextFieldProps = TextFieldProps & {
  type: 'date' | 'datetime-local' | 'month';
  value: string;
};

/**
 * A field for a day or an instant in UTC. The browser's own counts by the Gregorian calendar in every language: where
 * the reader counts by another, what is typed stands beneath in that one; the programme's months are Gregorian for everybody.
 */
export function DateTextField({ helperText, slotProps, ...field }: DateTextFieldProps) {
  const reading = useReadBack(field.value);
  return (
    <TextField
      {...field}
      helperText={reading ? <>{reading}{helperText && <br />}{helperText}</> : helperText}
      slotProps={{ ...slotProps, inputLabel: { shrink: true } }}
    />
  );
}

/** A day, or an instant without its zone, in the calendar of the language; null where that is the field's own. */
export function useReadBack(typed: string): string | null {
  const locale = useLocale() ?? 'en';
  return readBack(typed, locale);
}
