/** Every language says what English says: the same keys, the same values put in, the same plural forms; and the page says all of it. */
import { describe, expect, test } from 'vitest';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import { fa } from '../../client/i18n/fa.ts';
import { fr } from '../../client/i18n/fr.ts';
import { sourcesOf, withoutComments } from './sources.ts';

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

describe('the page', () => {
  const catalogues = /^client\/i18n\/(?:en|fr|de|fa)(?:\/|\.ts$)/;
  const code = sourcesOf(['client']).filter(({ path }) => !catalogues.test(path)).map(({ text }) => withoutComments(text)).join('\n');
  const written = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key!));
  /** What code puts together: `payouts.stop.${verb}Ask` says every key that has one word in the gap. */
  const composed = [...new Set([...code.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^}`]*\})*)`/g)].map(([, key]) => key!))]
    .map((key) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '[\\w-]+').replaceAll('.', '\\.')}$`));

  test('says every text of the console', () => {
    const keys = [...english.keys()].filter((key) => key.startsWith('console.')).map((key) => key.slice('console.'.length));
    expect(keys.filter((key) => !written.has(key) && !composed.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  test('names every list that has words', () => {
    expect(Object.keys(en.label).filter((group) => !written.has(group) && !code.includes(`label.${group}.`))).toEqual([]);
  });
});
