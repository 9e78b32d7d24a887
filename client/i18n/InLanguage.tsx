import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { I18nContext, type I18nProvider, type Store, useNotify, useStore } from 'react-admin';
import { Directed } from '../theme/Directed.tsx';
import { bringLanguage, type Spoken } from './bringLanguage.ts';
import { directionOf, isLanguage } from './languages.ts';

/**
 * What react-admin gets for an i18nProvider. Its own context mounts the whole page anew with each language, and what was
 * typed would be lost: it never learns that the language is another. The texts come from `InLanguage`.
 */
export function withoutTexts(store: Store): I18nProvider {
  return {
    translate: (key) => key,
    changeLocale: () => Promise.resolve(),
    getLocale: () => store.getItem<string>('locale') ?? '',
  };
}

/** Everything in the language that was chosen in this browser, `first` to begin with; another one leaves what is typed. */
export function InLanguage({ first, children }: { first: Spoken; children: ReactNode }) {
  const { language, texts, styles } = useSpoken(first);
  const direction = directionOf(language);
  // What reads the page aloud and what lays it out go by them.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  return (
    <I18nContext.Provider value={texts}>
      <Directed direction={direction} styles={styles}>
        {children}
      </Directed>
    </I18nContext.Provider>
  );
}

function useSpoken(first: Spoken): Spoken {
  const [wanted] = useStore<string>('locale');
  const [spoken, setSpoken] = useState(first);
  const notify = useNotify();
  useEffect(() => {
    if (!isLanguage(wanted) || wanted === spoken.language) return;
    let overtaken = false;
    bringLanguage(wanted).then(
      (brought) => {
        if (!overtaken) setSpoken(brought);
      },
      () => notify('ra.notification.i18n_error', { type: 'error' }),
    );
    return () => {
      overtaken = true;
    };
  }, [wanted, spoken, notify]);
  return spoken;
}
