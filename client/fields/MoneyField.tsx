import { Box, Tooltip } from '@mui/material';
import type { ClipboardEvent } from 'react';
import { useLocale } from 'react-admin';
import { evenFigures } from '../theme/figures.ts';
import { CopyButton } from './CopyButton.tsx';
import { groupDecimal, tablePlaces } from './decimal.ts';

interface MoneyFieldProps {
  amount: string | null | undefined;
  currency?: string | null | undefined;
  /** Every place there is, not the table's two. */
  exact?: boolean;
  copyable?: boolean;
}

/**
 * An amount: thousands grouped, the exact text in the tooltip and on the clipboard. No value shows as a dash, never as
 * 0.
 */
export function MoneyField({ amount, currency, exact = false, copyable = false }: MoneyFieldProps) {
  const locale = useLocale() ?? 'en';
  if (amount === null || amount === undefined) return <span>–</span>;
  const copyExact = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', amount);
    event.preventDefault();
  };
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      <Tooltip title={<bdi>{`${amount} ${currency ?? ''}`.trim()}</bdi>}>
        <Box component="span" onCopy={copyExact} sx={evenFigures}>
          <bdi>{groupDecimal(amount, locale, exact ? 8 : tablePlaces(amount))}</bdi>
          {currency && (
            <Box component="span" sx={{ color: 'text.secondary', marginInlineStart: 0.5, fontSize: '0.88em', letterSpacing: 'normal' }}>
              {currency}
            </Box>
          )}
        </Box>
      </Tooltip>
      {copyable && <CopyButton text={amount} />}
    </Box>
  );
}
