import { Alert } from '@mui/material';
import type { ReversalPreview } from '#contract/reversals';
import { Facts } from '../fields/Facts.tsx';
import { LabelField } from '../fields/LabelField.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { signOf } from '../fields/decimal.ts';
import { useText } from '../i18n/useText.ts';

interface ReversalEffectProps {
  preview: ReversalPreview;
  bySystem: boolean;
}

/** What approving would write, and what it does to the affiliate's open sum of that currency. */
export function ReversalEffect({ preview, bySystem }: ReversalEffectProps) {
  const t = useText();
  const { amount, currency, status, reason_now, open_before, open_after } = preview;
  const money = (value: string) => <MoneyField amount={value} currency={currency} exact />;
  return (
    <>
      {bySystem && reason_now === null && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('recordRequests.earnsAgain')}
        </Alert>
      )}
      <Facts
        columns={1}
        facts={[
          { name: t('recordRequests.amount'), value: money(amount) },
          { name: t('recordRequests.status'), value: <StateChip group="status" value={status} /> },
          ...(reason_now
            ? [{ name: t('recordRequests.reasonNow'), value: <LabelField group="reason" value={reason_now} /> }]
            : []),
          { name: t('recordRequests.openBefore'), value: money(open_before) },
          { name: t('recordRequests.openAfter'), value: money(open_after) },
        ]}
      />
      {signOf(open_after) < 0 && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t('recordRequests.carried')}
        </Alert>
      )}
    </>
  );
}
