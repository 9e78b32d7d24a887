import { useLocale, useStore } from 'react-admin';
import type { Language } from '#contract/explanations';
import { isLanguage } from '../i18n/languages.ts';

/** The language in which customers are answered: the one chosen last in this browser, else the reader's own. */
export function useSentenceLanguage(): [Language, (language: Language) => void] {
  const locale = useLocale();
  const [chosen, choose] = useStore<string>('preferences.sentenceLanguage', '');
  if (isLanguage(chosen)) return [chosen, choose];
  return [isLanguage(locale) ? locale : 'en', choose];
}
