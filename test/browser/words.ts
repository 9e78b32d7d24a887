import polyglot from 'ra-i18n-polyglot';
import type { LabelGroup, TextKey } from '../../client/i18n/catalogue.ts';
import { en } from '../../client/i18n/en.ts';
import { fa } from '../../client/i18n/fa.ts';
import { putInto } from '../../client/i18n/putInto.ts';
import type { Values } from '../../client/i18n/useText.ts';

/** What the console says in a language, as the page puts it. */
export interface Words {
  language: 'en' | 'fa';
  text: (key: TextKey, values?: Values) => string;
  label: (group: LabelGroup, value: string) => string;
}

export function wordsOf(language: Words['language']): Words {
  const { console: own, ...rest } = language === 'en' ? en : fa;
  const messages = { ...rest, ...own };
  // As the page's own provider, but for a document to tell the language to.
  const { translate } = polyglot(() => messages, language, [], { allowMissing: true, replace: putInto(language) });
  return {
    language,
    text: (key, values) => translate(key, values),
    label: (group, value) => translate(`label.${group}.${value}`),
  };
}
