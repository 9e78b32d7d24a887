import { useEffect } from 'react';
import { useGetIdentity, useLocaleState } from 'react-admin';
import { browserLanguage, isLanguage } from './languages.ts';

/** Whose language is on the screen: what they have chosen since they came counts, wherever the frame is mounted next. */
let shownTo: unknown;

/** Whoever signs in reads in the language that they have chosen, wherever that was; else in the browser's. */
export function useLanguageOfReader(): void {
  const { identity } = useGetIdentity();
  const [, setLocale] = useLocaleState();
  const reader = identity?.id;
  const chosen: unknown = identity?.language;
  useEffect(() => {
    if (reader === undefined || reader === shownTo) return;
    shownTo = reader;
    setLocale(isLanguage(chosen) ? chosen : browserLanguage());
  }, [reader, chosen, setLocale]);
}
