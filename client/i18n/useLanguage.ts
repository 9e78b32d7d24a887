import { useI18nProvider, useLocaleState, useNotify } from 'react-admin';
import type { Language } from '#contract/explanations';
import { ask } from '../api/http.ts';
import { rememberLanguage } from '../api/session.ts';
import { useErrorText } from './useText.ts';

/** The language on the screen, and how somebody who is signed in chooses another: it follows them to other browsers. */
export function useLanguage(): { language: string; choose: (language: Language) => Promise<void> } {
  const language = useI18nProvider().getLocale();
  const [, setLocale] = useLocaleState();
  const notify = useNotify();
  const errorText = useErrorText();
  async function choose(chosen: Language) {
    setLocale(chosen);
    try {
      await ask('session/language', { method: 'PUT', json: { language: chosen } });
      rememberLanguage(chosen);
    } catch (error) {
      notify(errorText(error), { type: 'warning' });
    }
  }
  return { language, choose };
}
