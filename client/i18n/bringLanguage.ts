import type { EmotionCache } from '@emotion/react';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Language } from '#contract/explanations';
import { bringStyles } from '../theme/Directed.tsx';
import type { Catalogue } from './catalogue.ts';
import { directionOf, languages } from './languages.ts';
import { putInto } from './putInto.ts';

/** Each language is a file of its own, brought when somebody reads in it. */
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
  fa: async () => (await import('./fa.ts')).fa,
};

/** All that a page in a language is made of. */
export interface Spoken {
  language: Language;
  texts: I18nProvider;
  styles: EmotionCache;
}

/** A language with its texts and the styles for its direction: shown when both are there. */
export async function bringLanguage(language: Language): Promise<Spoken> {
  const [{ console: own, ...rest }, styles] = await Promise.all([catalogues[language](), bringStyles(directionOf(language))]);
  const options = { allowMissing: true, replace: putInto(language) };
  return { language, styles, texts: polyglotI18nProvider(() => ({ ...rest, ...own }), language, languages, options) };
}
