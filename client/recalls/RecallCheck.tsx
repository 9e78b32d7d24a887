import { Alert, Box } from '@mui/material';
import { Title, useLocation } from 'react-admin';
import type { RecallEligibility } from '#contract/recalls';
import { codeOf, detailsOf } from '../api/http.ts';
import { useRead } from '../api/useRead.ts';
import { useMay } from '../auth/access.ts';
import { Section } from '../fields/Section.tsx';
import { useErrorText, useText } from '../i18n/useText.ts';
import { SentencePanel } from '../sentences/SentencePanel.tsx';
import { AttemptsSection } from './AttemptsSection.tsx';
import { eligibilityPath, questionOf } from './question.ts';
import { RecallAnswer } from './RecallAnswer.tsx';
import { RecallFacts } from './RecallFacts.tsx';
import { RecallForm } from './RecallForm.tsx';

/** Whether an existing user can be recalled by an inviter, why not, and from when on (BIN-4, BIN-5). The address holds the question. */
export function RecallCheck() {
  const t = useText();
  const { search } = useLocation();
  const mayRead = useMay('recalls', 'read');
  const question = questionOf(search);
  const path = eligibilityPath(question);
  const { data, error, isFetching } = useRead<RecallEligibility>(path ?? '', { enabled: mayRead && path !== null });
  const answer = path && !error ? data : undefined;
  const unknown = codeOf(error) === 'not_found' && detailsOf(error).field === 'uid';
  return (
    <>
      <Title title={t('recalls.title')} />
      <RecallForm asked={question} problem={unknown ? t('recalls.unknown') : null} />
      <Box aria-live="polite">
        {path && isFetching && !answer && <span role="status">{t('recalls.looking')}</span>}
        {path && error && !unknown && <Refusal error={error} />}
        {answer && <RecallAnswer answer={answer} />}
      </Box>
      {answer && <SentencePanel title={t('told.title')} tells={[{ name: t('told.recall'), sentence: answer.sentence }]} />}
      {answer && <RecallFacts facts={answer.facts} />}
      {answer && <AttemptsSection uid={answer.uid} />}
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const t = useText();
  const errorText = useErrorText();
  return (
    <Section title={t('recalls.answer')}>
      <Alert severity="error">{errorText(error)}</Alert>
    </Section>
  );
}
