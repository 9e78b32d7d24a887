import { FormHelperText, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  values: readonly Value[];
  word: (value: Value) => string;
  onChoose: (value: Value) => void;
  problem?: string | null;
  /** The focus is on its first value when it appears. */
  first?: boolean;
}

const look = {
  m: 0,
  px: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  color: 'text.primary',
  textTransform: 'none',
  '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'primary.main', color: 'primary.contrastText' },
} as const;

/** One of a few values, all of them on the screen: a press chooses. */
export function Choice<Value extends string>({ label, value, values, word, onChoose, problem, first = false }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} aria-describedby={problem ? `${id}-problem` : undefined}>
      <Typography id={id} variant="body2" color={problem ? 'error' : 'textSecondary'} sx={{ mt: 1.5, mb: 0.5 }}>
        {label}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={value}
        aria-labelledby={id}
        onChange={(_, chosen: Value | null) => onChoose(chosen ?? (value as Value))}
        sx={{ flexWrap: 'wrap', gap: 0.75, '& .MuiToggleButton-root': look }}
      >
        {values.map((one, place) => (
          <ToggleButton key={one} value={one} {...(first && place === 0 ? { autoFocus: true, 'data-first': true } : {})}>
            {word(one)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {problem && (
        <FormHelperText id={`${id}-problem`} error>
          {problem}
        </FormHelperText>
      )}
    </div>
  );
}
