import { Typography } from '@mui/material';
import { Section } from '../fields/Section.tsx';
import { useText } from '../i18n/useText.ts';
import { Omnibox } from '../omnibox/Omnibox.tsx';

/** Support's first thing: what the ticket names, pasted, and Enter. */
export function PasteBox() {
  const t = useText();
  return (
    <Section title={t('home.paste')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {t('home.pasteHint')}
      </Typography>
      <Omnibox id="paste-box" autoFocus wide />
    </Section>
  );
}
