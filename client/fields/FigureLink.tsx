import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { LinkBase } from 'react-admin';
import { stopAtLink } from './stopAtLink.ts';

interface FigureLinkProps {
  /** The list of the rows that make the figure up. */
  to: string;
  /** How many rows there are. */
  rows?: number;
  /** What the amounts of the rows come to, all in one currency. */
  sum?: string;
  /** The same in more than one currency. */
  sums?: readonly { currency: string; amount: string }[];
  /** The amount of a row that is meant, where it is not called `amount`. */
  of?: string;
  /** Where the figure alone does not say what it is of. */
  name?: string;
  children: ReactNode;
}

/**
 * A figure that leads to the rows which make it up. What it claims of them stands on the link, so that the claim can be held
 * against the rows (test/browser/figures.spec.ts).
 */
export function FigureLink({ to, rows, sum, sums, of, name, children }: FigureLinkProps) {
  return (
    <Link
      component={LinkBase}
      to={to}
      onClick={stopAtLink}
      aria-label={name}
      data-rows={rows}
      data-sum={sum}
      data-sums={sums && JSON.stringify(Object.fromEntries(sums.map(({ currency, amount }) => [currency, amount])))}
      data-of={of}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {children}
    </Link>
  );
}
