import { Box, Typography } from '@mui/material';
import { languages, type Language } from '#contract/explanations';
import { CopyButton } from '../fields/CopyButton.tsx';
import { Section } from '../fields/Section.tsx';
import { useLabel, useText } from '../i18n/useText.ts';

/** The decision as the affiliate gets it, in every language, each to copy. */
export function IssuedSection({ issued }: { issued: Record<Language, string> }) {
  const t = useText();
  const label = useLabel();
  return (
    <Section title={t('content.issued')}>
      <Typography variant="body2" color="textSecondary">
        {t('content.issuedHint')}
      </Typography>
      {languages.map((language) => (
        <Box key={language} sx={{ mt: 1.5 }}>
          <Typography variant="h3">
            {label('language', language)}
            <CopyButton text={issued[language]} label={t('content.copyIssued', { language: label('language', language) })} />
          </Typography>
          <Box lang={language} dir="auto" sx={{ overflowWrap: 'anywhere' }}>
            {issued[language]}
          </Box>
        </Box>
      ))}
    </Section>
  );
}
