/** Every language says what English says: the same keys, the same values put in, the same plural forms. */
import { describe, expect, test } from 'vitest';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { fa } from '../../client/i18n/fa.ts';
import { fr } from '../../client/i18n/fr.ts';

type Texts = { [key: string]: string | Texts | undefined };

/** The texts by their paths. */
function textsOf(catalogue: object, path = ''): Map<string, string> {
  const entries = Object.entries(catalogue as Texts).flatMap(([key, text]) =>
    typeof text === 'object' ? [...textsOf(text, `${path}${key}.`)] : [[`${path}${key}`, text!] as const]);
  return new Map(entries);
}

const english = textsOf(en);
const languages = { fr: textsOf(fr), de: textsOf(de), fa: textsOf(fa) };

/** The names of the values put in, which react-admin's own texts may leave out where a language needs no noun. */
const valuesIn = (text: string) => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name!))].sort();
const formsOf = (text: string) => text.split('||||').length;
const isOurs = (key: string) => !key.startsWith('ra.');

describe.each(Object.entries(languages))('%s', (_language, texts) => {
  const pairs = [...texts].filter(([key]) => english.has(key)).map(([key, text]) => ({ key, text, said: english.get(key)! }));

  test('has no text that English lacks', () => {
    expect([...texts.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test('has every text that English has', () => {
    expect([...english.keys()].filter((key) => !texts.has(key))).toEqual([]);
  });

  test('puts in the same values', () => {
    const other = pairs.filter(({ key, text, said }) => isOurs(key) && valuesIn(text).join() !== valuesIn(said).join());
    expect(other.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });

  test('has the same plural forms', () => {
    expect(pairs.filter(({ text, said }) => formsOf(text) !== formsOf(said)).map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });

  test('leaves no text empty', () => {
    expect(pairs.filter(({ text, said }) => text.trim() === '' && said.trim() !== '').map(({ key }) => key)).toEqual([]);
  });
});
