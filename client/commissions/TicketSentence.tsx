import { Typography } from '@mui/material';
import type { Explanation } from '#contract/explanations';
import type { MoneySentence } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { SentencePanel } from '../sentences/SentencePanel.tsx';

/** The outcome in one sentence, ready for the ticket, and when its money comes. */
export function TicketSentence({ explanation, recordId }: { explanation: Explanation; recordId: string | null }) {
  const t = useText();
  const label = useLabel();
  const { sentence, amount, currency, reason, status, record_id } = explanation;
  const { data } = useRead<MoneySentence>(`commissions/${recordId ?? ''}/sentence`, { enabled: recordId !== null });
  return (
    <SentencePanel
      title={reason ? t('explain.earnsNothing', { reason: label('reason', reason) }) : t('explain.earns')}
      action={record_id ? <StateChip group="status" value={status} /> : undefined}
      tells={[
        { name: t('told.why'), sentence },
        ...(data && status !== 'zero' ? [{ name: t('told.money'), sentence: data.sentence }] : []),
      ]}
    >
      <Typography variant="h1" component="p" sx={{ mb: 1 }}>
        <MoneyField amount={amount} currency={currency} exact copyable />
      </Typography>
    </SentencePanel>
  );
}
