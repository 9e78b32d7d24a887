import { languages as known, type Language } from '#contract/explanations';

const names: Record<Language, string> = { en: 'English', fr: 'Français', de: 'Deutsch', fa: 'فارسی' };

/** The console's languages, by their own names. */
export const languages = known.map((locale) => ({ locale, name: names[locale] }));

export function isLanguage(locale: unknown): locale is Language {
  return known.some((one) => one === locale);
}

export type Direction = 'ltr' | 'rtl';

/** Which way a language is written. */
export function directionOf(locale: string): Direction {
  return locale === 'fa' ? 'rtl' : 'ltr';
}

/** The first of the browser's languages that the console speaks, else English. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]);
  return wanted.find(isLanguage) ?? 'en';
}
