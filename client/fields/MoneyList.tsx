import { Stack } from '@mui/material';
import type { Money } from '../api/rows.ts';
import { columnOfFigures } from './columnOfFigures.ts';
import { MoneyField } from './MoneyField.tsx';

interface MoneyListProps {
  sums: readonly Money[];
  exact?: boolean;
  /** In a column of figures. */
  figure?: boolean;
}

/** Sums of several currencies, each by itself: they cannot be added up. */
export function MoneyList({ sums, exact = false, figure = false }: MoneyListProps) {
  if (sums.length === 0) return <span>–</span>;
  return (
    <Stack
      component="span"
      sx={figure ? columnOfFigures : { display: 'inline-flex', alignItems: 'flex-start' }}
    >
      {sums.map(({ currency, amount }) => (
        <MoneyField key={currency} amount={amount} currency={currency} exact={exact} />
      ))}
    </Stack>
  );
}
