import { TextField } from '@mui/material';
import type { FocusEvent } from 'react';
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
  kind?: 'instant' | 'figure' | 'url';
}

/** A field of a campaign with what is wrong with it. */
export function DraftField({ form, name, label, value, onChange, hint, required = false, autoFocus = false, multiline = false, max, kind }: DraftFieldProps) {
  const problem = form.problemOf(name);
  return (
    <TextField
      name={name}
      label={label}
      required={required}
      autoFocus={autoFocus}
      value={value}
      error={problem !== null}
      helperText={problem ?? hint}
      onChange={(event) => onChange(event.target.value)}
      {...(autoFocus ? { onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select() } : {})}
      {...(multiline ? { multiline, minRows: 3, maxRows: 12 } : {})}
      {...(kind === 'instant' ? { type: 'datetime-local' } : {})}
      slotProps={{
        inputLabel: kind === 'instant' ? { shrink: true } : {},
        htmlInput: {
          spellCheck: multiline,
          ...(max ? { maxLength: max } : {}),
          ...(multiline ? { dir: 'auto' } : {}),
          ...(kind === 'instant' ? { step: 1 } : {}),
          ...(kind === 'figure' ? { inputMode: 'decimal' } : {}),
          ...(kind === 'url' ? { inputMode: 'url' } : {}),
        },
      }}
    />
  );
}
