import { TextField } from '@mui/material';
import { MAX_CODE_LENGTH } from '#contract/session';
import { useText } from '../i18n/useText.ts';

interface ProofFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** One's own password, once more. */
export function PasswordField({ value, onChange }: ProofFieldProps) {
  const t = useText();
  return (
    <TextField
      label={t('secondFactor.password')}
      type="password"
      autoComplete="current-password"
      required
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The code that one's device shows now. */
export function CodeField({ value, onChange, first = false }: ProofFieldProps & { first?: boolean }) {
  const t = useText();
  return (
    <TextField
      label={t('secondFactor.code')}
      autoComplete="one-time-code"
      required
      autoFocus={first}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: MAX_CODE_LENGTH, dir: 'ltr' } }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
