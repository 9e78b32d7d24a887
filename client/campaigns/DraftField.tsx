import { TextField } from '@mui/material';
import type { FocusEvent } from 'react';
import { DateTextField } from '../fields/DateTextField.tsx';
import { LongTextField } from '../fields/LongTextField.tsx';
import type { CampaignEditing } from './useCampaignDraft.ts';

interface DraftFieldProps {
  form: CampaignEditing;
  /** As problems name it, such as `tasks.deposit.amount`. */
  name: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: string | undefined;
  required?: boolean;
  /** The cursor is in it when the form opens; what stands there is written over by typing. */
  autoFocus?: boolean;
  multiline?: boolean;
  max?: number;
  kind?: 'figure' | 'url';
}

/** A field of a campaign with what is wrong with it. */
export function DraftField({ form, name, label, value, onChange, hint, required = false, autoFocus = false, multiline = false, max, kind }: DraftFieldProps) {
  const problem = form.problemOf(name);
  const shown = { name, label, required, autoFocus, value, error: problem !== null, helperText: problem ?? hint };
  if (multiline) {
    return <LongTextField {...shown} minRows={3} maxRows={12} onChange={onChange} {...(max ? { max } : {})} htmlInput={{ dir: 'auto' }} />;
  }
  return (
    <TextField
      {...shown}
      onChange={(event) => onChange(event.target.value)}
      {...(autoFocus ? { onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select() } : {})}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          ...(max ? { maxLength: max } : {}),
          ...(kind === 'figure' ? { inputMode: 'decimal' } : {}),
          ...(kind === 'url' ? { inputMode: 'url' } : {}),
        },
      }}
    />
  );
}

/** The same for an instant in UTC. */
export function DraftInstant({ form, name, label, value, onChange, required = false }: Omit<DraftFieldProps, 'hint' | 'kind'>) {
  const problem = form.problemOf(name);
  return (
    <DateTextField
      type="datetime-local"
      name={name}
      label={label}
      required={required}
      value={value}
      error={problem !== null}
      helperText={problem}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { step: 1 } }}
    />
  );
}
