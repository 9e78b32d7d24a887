import { Box, LinearProgress } from '@mui/material';
import { useLocale } from 'react-admin';
import { groupDecimal, signOf } from '../fields/decimal.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useText } from '../i18n/useText.ts';

interface OutlookConditionProps {
  name: string;
  /** Plain decimals. */
  reached: string;
  required: string;
  needed: string;
  percent: number;
  currency?: string;
}

/** One condition of a tier: what there is of what it takes, as a bar and in figures, and what is still needed. */
export function OutlookCondition({ name, reached, required, needed, percent, currency }: OutlookConditionProps) {
  const t = useText();
  const locale = useLocale() ?? 'en';
  const met = signOf(needed) === 0;
  const figure = (amount: string) =>
    currency ? <MoneyField amount={amount} /> : groupDecimal(amount, locale);
  const amount = [groupDecimal(needed, locale), currency].filter(Boolean).join(' ');
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 2 }}>
        <span>{name}</span>
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {figure(reached)} {t('affiliates.outlook.of')} {figure(required)} {currency}
        </Box>
      </Box>
      <LinearProgress
        role="meter"
        variant="determinate"
        value={percent}
        aria-valuenow={percent}
        color={met ? 'success' : 'primary'}
        aria-label={name}
        sx={{ height: 8, borderRadius: 4, my: 0.5 }}
      />
      <Box component="span" sx={{ color: met ? 'success.main' : 'text.secondary' }}>
        {met ? t('affiliates.outlook.met') : t('affiliates.outlook.needed', { amount })}
      </Box>
    </Box>
  );
}
