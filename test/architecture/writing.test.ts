/** How the page writes in each language: one place for figures and dates, and nothing laid out by left and right. */
import { expect, test } from 'vitest';
import { sourcesOf, withoutComments } from './sources.ts';

const page = sourcesOf().filter(({ path }) => path.startsWith('client/'));

/** `path: found` of each match, but for those in the files named. */
function hits(pattern: RegExp, except: readonly string[] = []): string[] {
  return page
    .filter(({ path }) => !except.includes(path))
    .flatMap(({ path, text }) => [...withoutComments(text).matchAll(pattern)].map(([found]) => `${path}: ${found}`));
}

test('figures and dates take their form in client/fields', () => {
  expect(hits(/\bnew Intl\b|\btoLocale\w*String\b/g, ['client/fields/forms.ts'])).toEqual([]);
});

test('nothing is laid out by left and right, but by where a line starts and ends', () => {
  const physical = /\b(?:ml|mr|pl|pr): |\b(?:margin|padding|border)(?:Left|Right)\b|\btextAlign: '(?:left|right)'|\b(?:left|right): -?\d/g;
  expect(hits(physical)).toEqual([]);
});
