import { Stack } from '@mui/material';
import { grains, views } from '#contract/performance';
import { families, type Family, type ReportingCurrency } from '#contract/rulebooks';
import { Choice } from '../fields/Choice.tsx';
import { DateTextField } from '../fields/DateTextField.tsx';
import { useLabel, useText } from '../i18n/useText.ts';
import type { Question } from './question.ts';

interface QuestionFormProps {
  question: Question;
  ask: (change: Partial<Question>) => void;
  ofAffiliate: boolean;
  /** The currency that the programme reports in: where it is another, USDT can be chosen. */
  own: ReportingCurrency;
}

const ALL = 'all';

/** By what, from when to when, of which account, and in whose view; each change asks at once. */
export function QuestionForm({ question, ask, ofAffiliate, own }: QuestionFormProps) {
  const t = useText();
  const label = useLabel();
  const day = (name: 'from' | 'to') => (
    <DateTextField
      type="date"
      size="small"
      margin="none"
      fullWidth={false}
      sx={{ width: 180 }}
      label={t(`performance.${name}`)}
      value={question[name]}
      onChange={(event) => ask({ [name]: event.target.value })}
    />
  );
  return (
    <Stack direction="row" role="search" aria-label={t('performance.question')} useFlexGap sx={{ flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 2 }}>
      <Choice
        label={t('performance.grain')}
        value={question.grain}
        values={grains}
        word={(grain) => t(`performance.by.${grain}`)}
        onChoose={(grain) => ask({ grain })}
      />
      <Choice<Family | typeof ALL>
        label={t('performance.family')}
        value={question.family || ALL}
        values={[ALL, ...families]}
        word={(family) => (family === ALL ? t('performance.allFamilies') : label('family', family))}
        onChoose={(family) => ask({ family: family === ALL ? '' : family })}
      />
      {ofAffiliate && (
        <Choice
          label={t('performance.view')}
          value={question.view}
          values={views}
          word={(view) => t(`performance.viewOf.${view}`)}
          onChoose={(view) => ask({ view })}
        />
      )}
      {own !== 'USDT' && (
        <Choice
          label={t('performance.currency')}
          value={question.currency || own}
          values={[own, 'USDT']}
          word={(currency) => currency}
          onChoose={(currency) => ask({ currency: currency === own ? '' : currency })}
        />
      )}
      <Stack direction="row" spacing={2}>
        {day('from')}
        {day('to')}
      </Stack>
    </Stack>
  );
}
