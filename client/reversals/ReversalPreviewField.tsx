import { Box } from '@mui/material';
import type { ReversalPreview, ReversalRow } from '#contract/reversals';
import { useRead } from '../api/useRead.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { reversalPreviewPath } from './recordRequests.ts';

/** In a row: the affiliate's open sum before and after, and why the record earns nothing by what is known now. */
export function ReversalPreviewField({ request: { id, state } }: { request: ReversalRow }) {
  const t = useText();
  const label = useLabel();
  const { data } = useRead<ReversalPreview>(reversalPreviewPath(id), { enabled: state === 'pending' });
  if (!data) return <span>–</span>;
  const { open_before, open_after, currency, reason_now } = data;
  return (
    <Box component="span" sx={{ display: 'inline-block' }}>
      <MoneyField amount={open_before} currency={currency} />
      {` ${t('word.becomes')} `}
      <MoneyField amount={open_after} currency={currency} />
      {reason_now && <div>{`${t('recordRequests.now')} ${label('reason', reason_now)}`}</div>}
    </Box>
  );
}
