import { Box, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Language } from '#contract/explanations';
import type { Sentence } from '#contract/sentences';
import { CopyButton } from '../fields/CopyButton.tsx';
import { Section } from '../fields/Section.tsx';
import { useCopy } from '../fields/useCopy.ts';
import { directionOf, languages } from '../i18n/languages.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useSentenceLanguage } from './useSentenceLanguage.ts';

/** One thing that can be told; `name` says what it answers. */
export interface Tellable {
  name: string;
  sentence: Sentence;
}

interface SentencePanelProps {
  title: string;
  /** The key copies the first. */
  tells: readonly Tellable[];
  action?: ReactNode;
  /** Above the sentences: what the house itself calls it. */
  children?: ReactNode;
}

/** What can be told to the customer, ready for the ticket, in the language that the customer reads. */
export function SentencePanel({ title, tells, action, children }: SentencePanelProps) {
  const [language, choose] = useSentenceLanguage();
  const copy = useCopy();
  const [first] = tells;
  useShortcut('c', () => void (first && copy(first.sentence[language])), { enabled: first !== undefined });
  return (
    <Section
      title={title}
      action={
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          {action}
          {first && <LanguageChoice language={language} onChoose={choose} />}
        </Stack>
      }
    >
      {children}
      {tells.map(({ name, sentence }, index) => (
        <Told key={name} name={name} text={sentence[language]} language={language} byKey={index === 0} named={tells.length > 1} />
      ))}
    </Section>
  );
}

interface ToldProps {
  name: string;
  text: string;
  language: Language;
  byKey: boolean;
  /** Whether there are others beside it. */
  named: boolean;
}

function Told({ name, text, language, byKey, named }: ToldProps) {
  const t = useText();
  return (
    <Box sx={{ '& + &': { mt: 1.5 } }}>
      {named && (
        <Typography variant="body2" color="textSecondary">
          {name}
        </Typography>
      )}
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography
          component="blockquote"
          lang={language}
          dir={directionOf(language)}
          sx={{ m: 0, flex: 1, paddingInlineStart: 2, borderInlineStart: ({ palette }) => `3px solid ${palette.primary.main}` }}
        >
          {text}
        </Typography>
        <CopyButton text={text} label={t('told.copy', { name })} />
        {byKey && <KeyCaps keys="c" />}
      </Stack>
    </Box>
  );
}

function LanguageChoice({ language, onChoose }: { language: Language; onChoose: (language: Language) => void }) {
  const t = useText();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('told.language')}
      value={language}
      onChange={(_, chosen: Language | null) => chosen && onChoose(chosen)}
    >
      {languages.map(({ locale, name }) => (
        <ToggleButton key={locale} value={locale} lang={locale} sx={{ textTransform: 'none', py: 0.25 }}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
