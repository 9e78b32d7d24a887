import { Title, useParams } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { ExplanationPage } from './ExplanationPage.tsx';

/** Why one trade earned what it did, or why there is no record of it. */
export function TradeExplanation() {
  const t = useText();
  const { tradeId = '' } = useParams<{ tradeId: string }>();
  return (
    <>
      <Title title={t('explain.tradeTitle', { id: tradeId })} />
      <ExplanationPage path={`trades/${encodeURIComponent(tradeId)}/explain`} />
    </>
  );
}
