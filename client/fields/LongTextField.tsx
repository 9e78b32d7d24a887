import { TextField, type TextFieldProps } from '@mui/material';
import { type ClipboardEvent, useRef, useState } from 'react';
import { MAX_WORDS } from '#contract/transitions';
import { useText } from '../i18n/useText.ts';

/** From this part of the room on it is told how much is left. */
const NEARLY_FULL = 0.9;

type Field = HTMLTextAreaElement | HTMLInputElement;

interface LongTextFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'slotProps' | 'variant'> {
  value: string;
  onChange: (text: string) => void;
  /** As many characters as the server takes. */
  max?: number;
  htmlInput?: Record<string, unknown>;
}

/** Free text. The browser stops at its longest in silence and cuts what is pasted: here both are told, and read out. */
export function LongTextField({ value, onChange, max = MAX_WORDS, htmlInput, helperText, error = false, ...field }: LongTextFieldProps) {
  const t = useText();
  const { lost, paste, change } = useLost(max);
  const told = [
    helperText,
    lost > 0 ? t('decisions.tooLong', { smart_count: lost, max }) : null,
    value.length >= max * NEARLY_FULL ? t('decisions.room', { length: value.length, max }) : null,
  ].filter(Boolean);
  return (
    <TextField
      multiline
      {...field}
      value={value}
      error={error || lost > 0}
      helperText={told.map((line, index) => <span key={index} style={{ display: 'block' }}>{line}</span>)}
      onPaste={paste}
      onChange={(event) => {
        change();
        onChange(event.target.value);
      }}
      slotProps={{ htmlInput: { ...htmlInput, maxLength: max }, formHelperText: { 'aria-live': 'polite' } }}
    />
  );
}

/** How much of what was pasted last did not fit; none any more once something else is typed. */
function useLost(max: number) {
  const [lost, setLost] = useState(0);
  const pasting = useRef(false);
  return {
    lost,
    paste: (event: ClipboardEvent<HTMLDivElement>) => {
      const { value, selectionStart, selectionEnd } = event.target as Field;
      const room = max - value.length + (selectionEnd ?? 0) - (selectionStart ?? 0);
      const pasted = event.clipboardData.getData('text').replaceAll('\r\n', '\n').length;
      // With no room left nothing changes.
      pasting.current = room > 0;
      setLost(Math.max(0, pasted - room));
    },
    change: () => {
      if (!pasting.current) setLost(0);
      pasting.current = false;
    },
  };
}
