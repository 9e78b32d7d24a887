import type { AffiliateSentences } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { useText } from '../i18n/useText.ts';
import { SentencePanel, type Tellable } from './SentencePanel.tsx';

/** What an affiliate can be told of its tier, its standing and its money. */
export function AffiliateSentencesPanel({ uid }: { uid: string }) {
  const t = useText();
  const { data } = useRead<AffiliateSentences>(`affiliates/${encodeURIComponent(uid)}/sentences`);
  if (!data) return null;
  const { tier, standing, money } = data;
  const tells: Tellable[] = [
    ...(standing ? [{ name: t('told.standing'), sentence: standing }] : []),
    ...(tier ? [{ name: t('told.tier'), sentence: tier }] : []),
    ...money.map(({ currency, sentence }) => ({ name: t('told.moneyIn', { currency }), sentence })),
  ];
  return tells.length === 0 ? null : <SentencePanel title={t('told.title')} tells={tells} />;
}
