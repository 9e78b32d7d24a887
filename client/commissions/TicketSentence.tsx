import { Typography } from '@mui/material';
import { useLocale } from 'react-admin';
import { CopyButton } from '../fields/CopyButton.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { Section } from '../fields/Section.tsx';
import { StateChip } from '../fields/StateChip.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import { languages, type Explanation } from '#contract/explanations';

/** The outcome in one sentence, ready for the ticket. */
export function TicketSentence({ explanation }: { explanation: Explanation }) {
  const t = useText();
  const label = useLabel();
  const locale = useLocale() ?? 'en';
  const { sentence, amount, currency, reason, status, record_id } = explanation;
  const text = sentence[languages.find((language) => language === locale) ?? 'en'];
  return (
    <Section
      title={reason ? t('explain.earnsNothing', { reason: label('reason', reason) }) : t('explain.earns')}
      action={record_id ? <StateChip group="status" value={status} /> : undefined}
    >
      <Typography variant="h1" component="p" sx={{ mb: 1 }}>
        <MoneyField amount={amount} currency={currency} exact copyable />
      </Typography>
      <Typography
        component="blockquote"
        sx={{ m: 0, paddingInlineStart: 2, borderInlineStart: ({ palette }) => `3px solid ${palette.primary.main}` }}
      >
        {text}
        <CopyButton text={text} label={t('explain.copySentence')} />
      </Typography>
    </Section>
  );
}
