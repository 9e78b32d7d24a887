import { Stack } from '@mui/material';
import type { Money } from '../api/rows.ts';
import { MoneyField } from './MoneyField.tsx';

interface MoneyListProps {
  sums: readonly Money[];
  exact?: boolean;
  /** Side by side, for a row of a table. */
  inline?: boolean;
}

/** Sums of several currencies, each by itself: they cannot be added up. */
export function MoneyList({ sums, exact = false, inline = false }: MoneyListProps) {
  if (sums.length === 0) return <span>–</span>;
  return (
    <Stack
      component="span"
      sx={
        inline
          ? { flexFlow: 'row wrap', columnGap: 1.5, justifyContent: 'end', minWidth: sums.length > 1 ? 210 : 0 }
          : { display: 'inline-flex' }
      }
    >
      {sums.map(({ currency, amount }) => (
        <MoneyField key={currency} amount={amount} currency={currency} exact={exact} />
      ))}
    </Stack>
  );
}
