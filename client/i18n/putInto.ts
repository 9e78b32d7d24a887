import { writeCount, writeDay, writeInstant, writeMonth } from '../fields/forms.ts';
import { directionOf } from './languages.ts';

type Replacer = (token: string, name: string) => unknown;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** How polyglot puts values into a text, as it calls it: the text is `this`. */
export function putInto(locale: string) {
  return function replace(this: string, token: RegExp, valueOf: Replacer): string {
    return this.replace(token, (found: string, name: string) => written(valueOf(found, name), locale));
  };
}

/**
 * A value as the language writes it: numbers, days, months and instants. What is written the other way (a uid, an
 * address) is set apart, so that the words around it stay in their order.
 */
function written(value: unknown, locale: string): string {
  if (typeof value === 'number') return writeCount(value, locale);
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return writeDay(text, locale);
  if (/^\d{4}-\d\d$/.test(text)) return writeMonth(text, locale);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return writeInstant(text, locale);
  if (directionOf(locale) === 'rtl' && /[a-z]/i.test(text)) return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
  return text;
}
