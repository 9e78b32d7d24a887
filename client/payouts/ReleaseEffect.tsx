import { Alert, Box, Typography } from '@mui/material';
import type { ReleasePreview } from '#contract/payouts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { MoneyList } from '../fields/MoneyList.tsx';
import { TextLink } from '../fields/TextLink.tsx';
import { UidLink } from '../fields/UidLink.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { PlainTable } from '../list/PlainTable.tsx';

/** What a release would do now: the sums that go out, and each line that is held back and why (PAY-3). */
export function ReleaseEffect({ preview }: { preview: ReleasePreview }) {
  const t = useText();
  const { goes_out, own, stopped } = preview;
  return (
    <>
      {stopped && <Warning text={t('payouts.stoppedHint')} />}
      {own && <Warning text={t('payouts.own')} />}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline', mb: 1.5 }}>
        <Typography variant="h3">{t('payouts.goesOut')}</Typography>
        {goes_out.lines === 0 ? (
          t('payouts.nothingGoesOut')
        ) : (
          <>
            <span>{t('payouts.linesOf', { smart_count: goes_out.lines })}</span>
            <MoneyList sums={goes_out.totals} exact figure />
          </>
        )}
      </Box>
      <Withdrawn preview={preview} />
    </>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {text}
    </Alert>
  );
}

function Withdrawn({ preview: { withdrawn } }: { preview: ReleasePreview }) {
  const t = useText();
  const label = useLabel();
  if (withdrawn.length === 0) return <Typography color="textSecondary">{t('payouts.noneWithdrawn')}</Typography>;
  const title = t('payouts.withdrawnLines', { smart_count: withdrawn.length });
  return (
    <>
      <Typography variant="h3">{title}</Typography>
      <PlainTable
        caption={title}
        rows={withdrawn}
        keyOf={({ line_id }) => line_id}
        columns={[
          {
            name: t('payouts.line.line'),
            cell: ({ line_id }) => <TextLink to={`/payout-lines/${line_id}/show`}>{line_id}</TextLink>,
          },
          { name: t('payouts.line.affiliate'), cell: ({ affiliate_uid }) => <UidLink uid={affiliate_uid} /> },
          {
            name: t('payouts.line.amount'),
            figure: true,
            cell: ({ amount, currency }) => <MoneyField amount={amount} currency={currency} exact />,
          },
          { name: t('payouts.why'), cell: ({ because }) => label('withdrawn', because) },
        ]}
      />
    </>
  );
}
