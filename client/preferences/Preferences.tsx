import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack } from '@mui/material';
import { Title, useTheme } from 'react-admin';
import { useText } from '../i18n/useText.ts';
import { Section } from '../fields/Section.tsx';
import { KeyCaps } from '../keyboard/KeyCaps.tsx';
import { ShortcutsSwitch } from './ShortcutsSwitch.tsx';

/** What one person sets for themselves in this browser. */
export function Preferences() {
  const t = useText();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <Title title={t('preferences.title')} />
      <Section title={t('preferences.keyboard')}>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <ShortcutsSwitch />
          <span>
            {t('preferences.help')} <KeyCaps keys="?" />
          </span>
        </Stack>
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
    </>
  );
}
