import { Typography } from '@mui/material';
import type { ChangeSentence } from '#contract/sentences';
import { useRead } from '../api/useRead.ts';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { SentencePanel } from './SentencePanel.tsx';

/** Why a status changed, as far as the customer may know; or that nothing of it may be told. */
export function ChangeSentencePanel({ id }: { id: string }) {
  const t = useText();
  const { data } = useRead<ChangeSentence>(`status-changes/${encodeURIComponent(id)}/sentence`);
  if (!data) return <Section title={t('told.title')}>…</Section>;
  const { sentence } = data;
  return (
    <SentencePanel title={t('told.title')} tells={sentence ? [{ name: t('told.standing'), sentence }] : []}>
      {!sentence && <Typography color="textSecondary">{t('told.nothing')}</Typography>}
    </SentencePanel>
  );
}
