import { Link, Stack } from '@mui/material';
import { LinkBase } from 'react-admin';
import type { CurrencySum } from '#contract/commissions';
import { columnOfFigures } from '../fields/columnOfFigures.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { stopAtLink } from '../fields/stopAtLink.ts';

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
        <Link key={currency} component={LinkBase} to={to(currency)} onClick={stopAtLink}>
          <MoneyField amount={amount} currency={currency} exact />
        </Link>
      ))}
    </Stack>
  );
}
