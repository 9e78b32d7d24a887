import { Stack } from '@mui/material';
import type { CurrencySum } from '#contract/commissions';
import { columnOfFigures } from '../fields/columnOfFigures.ts';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';

interface LinkedSumsProps {
  sums: readonly CurrencySum[];
  /** The list of the rows that make up the sum of a currency. */
  to: (currency: string) => string;
  /** In a column of figures. */
  figure?: boolean;
}

/** Sums of several currencies, each leading to the rows that make it up. */
export function LinkedSums({ sums, to, figure = false }: LinkedSumsProps) {
  if (sums.length === 0) return <span>–</span>;
  return (
    <Stack component="span" sx={figure ? columnOfFigures : { display: 'inline-flex', alignItems: 'flex-start' }}>
      {sums.map(({ currency, amount }) => (
        <FigureLink key={currency} to={to(currency)} sum={amount}>
          <MoneyField amount={amount} currency={currency} exact />
        </FigureLink>
      ))}
    </Stack>
  );
}
