import { FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup, Stack } from '@mui/material';
import { Title, useTheme } from 'react-admin';
import type { Language } from '#contract/explanations';
import { Section } from '../fields/Section.tsx';
import { languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useText } from '../i18n/useText.ts';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { SecondFactorSection } from '../second-factors/SecondFactorSection.tsx';
import { ShortcutsSwitch } from './ShortcutsSwitch.tsx';

/** What one person sets for themselves in this browser. */
export function Preferences() {
  const t = useText();
  const [theme, setTheme] = useTheme();
  const { language, choose } = useLanguage();
  return (
    <>
      <Title title={t('preferences.title')} />
      <Section title={t('preferences.keyboard')}>
        <Stack direction="row" useFlexGap spacing={2} sx={{ alignItems: 'center' }}>
          <ShortcutsSwitch />
          <span>
            {t('preferences.help')} <KeyCaps keys="?" />
          </span>
        </Stack>
      </Section>
      <Section title={t('preferences.language')}>
        <FormControl>
          <RadioGroup
            aria-label={t('preferences.language')}
            row
            value={language}
            onChange={(_, value) => void choose(value as Language)}
          >
            {languages.map(({ locale, name }) => (
              <FormControlLabel key={locale} value={locale} control={<Radio />} label={<bdi lang={locale}>{name}</bdi>} />
            ))}
          </RadioGroup>
          <FormHelperText>{t('preferences.languageKept')}</FormHelperText>
        </FormControl>
      </Section>
      <Section title={t('preferences.look')}>
        <FormControl>
          <FormLabel id="theme-choice">{t('preferences.theme')}</FormLabel>
          <RadioGroup
            aria-labelledby="theme-choice"
            row
            value={theme ?? 'light'}
            onChange={(_, value) => setTheme(value as 'light')}
          >
            <FormControlLabel value="light" control={<Radio />} label={t('preferences.light')} />
            <FormControlLabel value="dark" control={<Radio />} label={t('preferences.dark')} />
          </RadioGroup>
        </FormControl>
      </Section>
      <SecondFactorSection />
    </>
  );
}
