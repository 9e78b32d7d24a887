import type { Theme } from '@mui/material';

/**
 * Figures one below the other so that their places meet: to the right in either direction, as figures are written from
 * left to right everywhere.
 */
export function columnOfFigures({ direction }: Theme) {
  return { display: 'inline-flex', alignItems: direction === 'rtl' ? 'flex-start' : 'flex-end' };
}
