import type { MoneySentence } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { SentencePanel } from './SentencePanel.tsx';

/** When the money of a record or a payout line comes, for the customer. */
export function MoneySentencePanel({ resource, id }: { resource: 'commissions' | 'payout-lines'; id: string }) {
  const t = useText();
  const { data } = useRead<MoneySentence>(`${resource}/${encodeURIComponent(id)}/sentence`);
  if (!data) return <Section title={t('told.title')}>…</Section>;
  return <SentencePanel title={t('told.title')} tells={[{ name: t('told.money'), sentence: data.sentence }]} />;
}
