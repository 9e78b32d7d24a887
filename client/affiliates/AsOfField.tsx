import { Button, Stack, TextField } from '@mui/material';
import { useRef, useState } from 'react';
import { DateTextField } from '../fields/DateTextField.tsx';
import { useText } from '../i18n/useText.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useAsOf } from './useAsOf.ts';

const MIDNIGHT = '00:00:00';
/** A day before this is one whose year is still being typed. */
const FIRST_DAY = '2000-01-01';

const dayOf = (instant: string | null) => instant?.slice(0, 10) ?? '';

/** As of which UTC day, and from what time of it, the page shows the affiliate; empty: now. */
export function AsOfField() {
  const t = useText();
  const { asOf, showAsOf } = useAsOf();
  const [{ day, of }, setTyped] = useState({ day: dayOf(asOf), of: asOf });
  if (of !== asOf) setTyped({ day: dayOf(asOf), of: asOf });
  const field = useRef<HTMLInputElement>(null);
  useShortcut('d', () => field.current?.focus());
  const time = asOf?.slice(11, 19) ?? '';
  const show = (newDay: string, newTime: string) => {
    const seconds = newTime.length === 5 ? `${newTime}:00` : newTime;
    setTyped({ day: newDay, of: asOf });
    if (newDay >= FIRST_DAY) showAsOf(`${newDay}T${seconds || MIDNIGHT}.000Z`);
  };
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <DateTextField
        type="date"
        label={t('affiliates.asOf.day')}
        inputRef={field}
        value={day}
        fullWidth={false}
        onChange={(event) => show(event.target.value, time)}
        slotProps={{ htmlInput: { 'aria-keyshortcuts': 'd' } }}
      />
      {asOf && (
        <>
          <TextField
            type="time"
            label={t('affiliates.asOf.time')}
            value={time}
            fullWidth={false}
            onChange={(event) => show(day, event.target.value)}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { step: 1 } }}
          />
          <Button onClick={() => showAsOf(null)} sx={{ mt: 1.25 }}>{t('affiliates.asOf.now')}</Button>
        </>
      )}
    </Stack>
  );
}
