import { Box, Table, TableBody, TableCell, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { timesRate } from '../fields/decimal.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RateField } from '../fields/RateField.tsx';
import { Section } from '../fields/Section.tsx';
import { useWritten } from '../fields/useWritten.ts';
import { useText } from '../i18n/useText.ts';
import { evenFigures } from '../theme/figures.ts';
import type { Explanation } from '#contract/explanations';

const PRODUCT_PLACES = 12;

/** REF-3, REF-4, REF-6 line by line: fee, offset, base, rate, product, and what the cut to eight places leaves. */
export function SumSection({ explanation }: { explanation: Explanation }) {
  const t = useText();
  const { trade, base, rate_bps, amount, currency, reason, record_id } = explanation;
  const money = (value: string) => <MoneyField amount={value} currency={currency} exact />;
  return (
    <Section title={t('explain.sum')}>
      <Table size="small" aria-label={t('explain.sum')} sx={{ maxWidth: 640 }}>
        <TableBody>
          <Line name={t('explain.fee')} value={money(trade.fee)} />
          <Line name={t('explain.offset')} sign="−" value={money(trade.fee_offset)} />
          <Line name={t('explain.base')} sign="=" value={money(base)} strong />
          {rate_bps !== null && <Line name={t('explain.rate')} sign="×" value={<RateField bps={rate_bps} />} />}
          {rate_bps !== null && (
            <Line name={t('explain.product')} sign="=" value={<Exact amount={timesRate(base, rate_bps)} />} />
          )}
          {reason !== null && (
            <Line name={t(record_id ? 'explain.zeroed' : 'explain.noRecord')} value={t('explain.zeroedBy')} />
          )}
          <Line name={t(reason === null ? 'explain.cut' : 'explain.amount')} sign="=" value={money(amount)} strong />
        </TableBody>
      </Table>
    </Section>
  );
}

/** More places than an amount ever has: the product before the cut. */
function Exact({ amount }: { amount: string }) {
  const written = useWritten();
  return (
    <Box component="bdi" sx={evenFigures}>
      {written.decimal(amount, PRODUCT_PLACES)}
    </Box>
  );
}

interface LineProps {
  name: string;
  sign?: string;
  value: ReactNode;
  strong?: boolean;
}

function Line({ name, sign = '', value, strong = false }: LineProps) {
  const sx = strong ? { fontWeight: 600 } : {};
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={sx}>
        {name}
      </TableCell>
      <TableCell sx={{ width: 24 }}>{sign}</TableCell>
      <TableCell align="right" sx={sx}>
        {value}
      </TableCell>
    </TableRow>
  );
}
