import polyglotI18nProvider from 'ra-i18n-polyglot';
import { resolveBrowserLocale, type I18nProvider } from 'react-admin';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';

const catalogues: Record<string, Catalogue> = { en };

/** The console's languages, by their own names. */
export const languages = [{ locale: 'en', name: 'English' }];

function flatten({ console: own, ...rest }: Catalogue) {
  return { ...rest, ...own };
}

export const i18nProvider: I18nProvider = polyglotI18nProvider(
  (locale) => flatten(catalogues[locale] ?? en),
  languages.some(({ locale }) => locale === resolveBrowserLocale('en')) ? resolveBrowserLocale('en') : 'en',
  languages,
  { allowMissing: true },
);
