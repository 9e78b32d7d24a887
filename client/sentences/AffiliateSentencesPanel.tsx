import { Typography } from '@mui/material';
import type { AffiliateSentences } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { SentencePanel, type Tellable } from './SentencePanel.tsx';

/** What an affiliate can be told of its tier, its standing and its money. */
export function AffiliateSentencesPanel({ uid }: { uid: string }) {
  const t = useText();
  const { data } = useRead<AffiliateSentences>(`affiliates/${encodeURIComponent(uid)}/sentences`);
  if (!data) return <Section title={t('told.title')}>…</Section>;
  const { tier, standing, money } = data;
  const tells: Tellable[] = [
    ...(standing ? [{ name: t('told.standing'), sentence: standing }] : []),
    ...(tier ? [{ name: t('told.tier'), sentence: tier }] : []),
    ...money.map(({ currency, sentence }) => ({ name: t('told.moneyIn', { currency }), sentence })),
  ];
  return (
    <SentencePanel title={t('told.title')} tells={tells}>
      {tells.length === 0 && <Typography color="textSecondary">{t('told.empty')}</Typography>}
    </SentencePanel>
  );
}
