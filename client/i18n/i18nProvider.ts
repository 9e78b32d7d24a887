import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import type { Language } from '#contract/explanations';
import type { Catalogue } from './catalogue.ts';
import { browserLanguage, directionOf, isLanguage, languages } from './languages.ts';
import { putInto } from './putInto.ts';

/** Each language is a file of its own, brought when somebody reads in it. */
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  de: async () => (await import('./de.ts')).de,
  fa: async () => (await import('./fa.ts')).fa,
};

async function messagesOf(locale: string) {
  const { console: own, ...rest } = await catalogues[isLanguage(locale) ? locale : 'en']();
  return { ...rest, ...own };
}

/** The page's own language and direction: what reads it aloud and what lays it out go by them. */
function tellPage(locale: string): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
}

/** The texts, in the language that was chosen in this browser, else in the browser's own; they are there at once. */
export async function createI18nProvider(chosen: unknown): Promise<I18nProvider> {
  const first = isLanguage(chosen) ? chosen : browserLanguage();
  const messages = await messagesOf(first);
  const provider = polyglotI18nProvider(
    (locale) => (locale === first ? messages : messagesOf(locale)),
    first,
    languages,
    { allowMissing: true, replace: putInto(() => provider.getLocale()) },
  );
  tellPage(first);
  return {
    ...provider,
    changeLocale: async (locale) => {
      await provider.changeLocale(locale);
      tellPage(locale);
    },
  };
}
