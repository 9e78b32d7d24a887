import { Alert } from '@mui/material';
import { Loading } from 'react-admin';
import { useRead } from '../api/useRead.ts';
import { useErrorText } from '../i18n/useText.ts';
import type { Explanation } from '#contract/explanations';
import { MoneySentencePanel } from '../sentences/MoneySentencePanel.tsx';
import { ChecksSection } from './ChecksSection.tsx';
import { DecisionFacts } from './DecisionFacts.tsx';
import { KnownNowSection } from './KnownNowSection.tsx';
import { SumSection } from './SumSection.tsx';
import { TicketSentence } from './TicketSentence.tsx';

/** The explanation of a trade, as seen from one of its records where that is named: the sentence for the ticket, the nine checks, the sum line by line. */
export function ExplanationPage({ path, recordId }: { path: string; recordId?: string }) {
  const errorText = useErrorText();
  const { data, error } = useRead<Explanation>(path);
  if (error) {
    return (
      <>
        {recordId && <MoneySentencePanel resource="commissions" id={recordId} />}
        <Alert severity="error">{errorText(error)}</Alert>
      </>
    );
  }
  if (!data) return <Loading />;
  return (
    <>
      <TicketSentence explanation={data} recordId={recordId ?? data.record_id} />
      {data.as_known_now && <KnownNowSection then={data} now={data.as_known_now} />}
      {data.checks.length > 0 && <ChecksSection decision={data} />}
      <SumSection explanation={data} />
      <DecisionFacts explanation={data} />
    </>
  );
}
