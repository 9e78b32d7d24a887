import { useState } from 'react';
import { DateTextField } from '../fields/DateTextField.tsx';

/** Before this is what a year looks like that is still being typed. */
const forms = { date: /^2\d{3}-\d\d-\d\d$/, month: /^2\d{3}-(0[1-9]|1[0-2])$/ };

interface PeriodChoiceProps {
  type: keyof typeof forms;
  label: string;
  /** The last that can be chosen, and what is chosen at first. */
  last: string;
  onChoose: (period: string) => void;
}

/**
 * A day or a month up to now to look at; asks only for what is typed to the end. Anything else is marked, and gives way to what is
 * looked at once the reader leaves the field: it never names another period than the figures are of.
 */
export function PeriodChoice({ type, label, last, onChoose }: PeriodChoiceProps) {
  const [typed, setTyped] = useState(last);
  const [chosen, setChosen] = useState(last);
  function choose(period: string): void {
    setTyped(period);
    if (!forms[type].test(period) || period > last) return;
    setChosen(period);
    onChoose(period);
  }
  return (
    <DateTextField
      type={type}
      size="small"
      margin="none"
      fullWidth={false}
      label={label}
      value={typed}
      error={typed !== chosen}
      onBlur={() => setTyped(chosen)}
      onChange={(event) => choose(event.target.value)}
      slotProps={{ htmlInput: { max: last } }}
    />
  );
}
