import { Stack, Typography } from '@mui/material';
import type { Earned } from '#contract/performance';
import { FigureLink } from '../fields/FigureLink.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useText } from '../i18n/useText.ts';

interface EarnedFieldProps {
  earned: Earned;
  currency: string;
  to: string;
}

/**
 * What was earned: its known value, and of how many records no price is known; never a zero in place of what is unknown (REF-9). Its rows are
 * held against the amounts themselves, by currency.
 */
export function EarnedField({ earned: { amount, unknown, totals }, currency, to }: EarnedFieldProps) {
  const t = useText();
  const value = amount === null ? t('performance.unknownValue') : <MoneyField amount={amount} currency={currency} />;
  return (
    <Stack component="span" sx={{ display: 'inline-flex', alignItems: 'inherit' }}>
      <FigureLink to={to} sums={totals}>{value}</FigureLink>
      {unknown > 0 && (
        <Typography component="span" variant="body2" color="textSecondary">
          {t('performance.unknown', { smart_count: unknown })}
        </Typography>
      )}
    </Stack>
  );
}
