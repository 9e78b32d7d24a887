import { Typography } from '@mui/material';
import type { Explanation } from '#contract/explanations';
import type { MoneySentence } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { MoneyField } from '../fields/MoneyField.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { SentencePanel } from '../sentences/SentencePanel.tsx';

/** The outcome in one sentence, ready for the ticket, and when its money comes; a trade that no run has come to has neither amount nor verdict. */
export function TicketSentence({ explanation, recordId }: { explanation: Explanation; recordId: string | null }) {
  const t = useText();
  const label = useLabel();
  const { sentence, amount, currency, reason, status, record_id } = explanation;
  const undecided = reason === 'not_yet_run';
  const { data } = useRead<MoneySentence>(`commissions/${recordId ?? ''}/sentence`, { enabled: recordId !== null });
  return (
    <SentencePanel
      title={undecided ? t('explain.undecided') : reason ? t('explain.earnsNothing', { reason: label('reason', reason) }) : t('explain.earns')}
      action={record_id ? <StateChip group="status" value={status} /> : undefined}
      tells={[
        { name: t('told.why'), sentence },
        ...(data && status !== 'zero' ? [{ name: t('told.money'), sentence: data.sentence }] : []),
      ]}
    >
      {!undecided && (
        <Typography variant="h1" component="p" sx={{ mb: 1 }}>
          <MoneyField amount={amount} currency={currency} exact copyable />
        </Typography>
      )}
    </SentencePanel>
  );
}
