import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { StatusChangePreview } from '#contract/status-changes';
import { InstantField } from '../fields/InstantField.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** STA-10: how many records are taken back and what they come to; each with its link on demand. */
export function ReversedRecords({ reversals }: { reversals: StatusChangePreview['reversals'] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { count, totals, records, listed } = reversals;
  if (count === 0) return <>{t('changes.noReversals')}</>;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography component="span" color="error" sx={{ fontWeight: 600 }}>
          {t('changes.count', { smart_count: count })}
        </Typography>
        {totals.map(({ currency, amount }) => (
          <MoneyField key={currency} amount={amount} currency={currency} exact />
        ))}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'changes.hideRecords' : 'changes.showRecords')}
        </Button>
      </Box>
      {open && listed < count && (
        <Typography variant="body2" color="textSecondary">
          {t('changes.listed', { listed, count })}
        </Typography>
      )}
      {open && (
        <PlainTable
          caption={t('changes.reversals')}
          rows={records}
          keyOf={({ record_id }) => record_id}
          columns={[
            {
              name: t('changes.record'),
              cell: ({ record_id }) => <TextLink to={`/commissions/${record_id}/show`}>{record_id}</TextLink>,
            },
            { name: t('changes.executed'), cell: ({ executed_at }) => <InstantField at={executed_at} short /> },
            {
              name: t('changes.amount'),
              figure: true,
              cell: ({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact />,
            },
            { name: t('changes.status'), cell: ({ status }) => <StateChip group="status" value={status} /> },
            { name: t('changes.earnsNothing'), cell: ({ reason }) => <LabelField group="reason" value={reason} /> },
          ]}
        />
      )}
    </>
  );
}
