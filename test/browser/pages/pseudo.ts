import type { BrowserContext, Page } from '@playwright/test';
import { tablesCut } from './look.ts';

/**
 * A language made of English: each text between marks, with accents, and longer by two fifths, as the longest languages
 * are. What stands on the page without marks has not come out of a catalogue.
 */
const OPEN = '⟦';
const CLOSE = '⟧';
const PAD = '·';
const accents: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', c: 'ç', n: 'ñ', y: 'ý' };

/** A text of the catalogue in the pseudo-language; what is put into it keeps its name. */
export function pseudo(text: string): string {
  const form = (one: string) => {
    const words = one.trim();
    if (words === '') return one;
    const accented = words.split(/(%\{\w+\})/).map((part) => (part.startsWith('%{') ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)));
    return `${OPEN}${accented.join('')}${PAD.repeat(Math.ceil(words.length * 0.4))}${CLOSE}`;
  };
  return text.split('||||').map(form).join(' |||| ');
}

const plain = Object.fromEntries(Object.entries(accents).map(([letter, accented]) => [accented, letter]));
const signs: Signs = { marks: `${OPEN}|${PAD}*${CLOSE}`, letters: plain };

interface Signs {
  /** What stands around a text, as a pattern. */
  marks: string;
  letters: Record<string, string>;
}

/** What a text in the pseudo-language says. */
export function inEnglish(text: string, { marks, letters }: Signs = signs): string {
  return [...text.replace(new RegExp(marks, 'g'), '')].map((letter) => letters[letter] ?? letter).join('');
}

/** Tables that are cut where the page says the same in English, which it does for no longer than it takes to measure them. */
export function cutInEnglish(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const putBack = (${sayAgain})((text) => (${inEnglish})(text, ${JSON.stringify(signs)}));
    try { return (${tablesCut})(); } finally { putBack(); }
  })()`);
}

/** Within the page: has every text on it said in other words, until what is given back is called. */
function sayAgain(inOtherWords: (text: string) => string): () => void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = new Map<Node, string>();
  while (walker.nextNode()) said.set(walker.currentNode, walker.currentNode.nodeValue ?? '');
  for (const [node, text] of said) node.nodeValue = inOtherWords(text);
  return () => said.forEach((text, node) => { node.nodeValue = text; });
}

/** Has the page bring the pseudo-language where it asks for English. */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/en-[\w-]+\.js$/, (route) => {
    const real = `${new URL(route.request().url()).pathname}?real`;
    const body = `import { en as real } from ${JSON.stringify(real)};
      const [OPEN, CLOSE, PAD, accents] = ${JSON.stringify([OPEN, CLOSE, PAD, accents])};
      const pseudo = ${pseudo.toString()};
      const all = (texts) => typeof texts === 'string' ? pseudo(texts)
        : Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, all(text)]));
      export const en = all(real);`;
    return route.fulfill({ contentType: 'text/javascript', body });
  });
}

/** What the server has told the page so far: names, ids, figures, words that somebody wrote. */
export function dataOf(context: BrowserContext): () => Promise<Set<string>> {
  const told = new Set<string>();
  const coming: Promise<void>[] = [];
  const take = (value: unknown): void => {
    if (typeof value === 'string') told.add(value.trim());
    else if (value && typeof value === 'object') {
      // The English sentence of a fact stands beside the key by which the page says it itself.
      for (const [name, one] of Object.entries(value)) if (name !== 'fact') take(one);
    }
  };
  context.on('response', (response) => {
    if (/\/api\//.test(response.url()) && /json/.test(response.headers()['content-type'] ?? '')) {
      coming.push(response.json().then(take, () => undefined));
    }
  });
  return async () => {
    await Promise.all(coming);
    return told;
  };
}

/** Texts on the page, also those only read aloud, that come neither from the catalogue nor from the data. */
export async function untranslated(page: Page, told: () => Promise<ReadonlySet<string>>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const written = 'time, bdi, code, kbd, script, style, noscript, [lang]:not(html), .MuiChartsAxis-root, [aria-hidden=true] svg';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest(written)) found.push(walker.currentNode.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`body [${name}]`)) found.push(element.getAttribute(name) ?? '');
    }
    return [...new Set([document.title, ...found])];
  });
  const data = [...(await told())].filter((text) => text.length > 1 && !isWordOfAList(text)).sort((one, other) => other.length - one.length);
  return texts.filter((text) => hasWords(bare(text, data)));
}

/** A value of a closed list has words of its own in every language: as it is, it is nobody's text. */
const isWordOfAList = (text: string) => /^[a-z]+(_[a-z]+)*$/.test(text) && text.includes('_');

const countries = new Intl.DisplayNames('en', { type: 'region' });

const codes = /\b[A-Z]{2}[A-Z\d]*\b/g;
const months = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d/g;
const hasWords = (text: string) => /[a-zA-Z]{2}/.test(text.replace(codes, ' ').replace(months, ' '));

/** A text without what is marked, what the server told, and countries' names. */
function bare(text: string, data: readonly string[]): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(new RegExp(`${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`, 'g'), ' ');
  }
  if (!hasWords(rest)) return '';
  rest = rest.replace(/[^()]+ \(([A-Z]{2})\)/g, (named, code: string) => (named.includes(countries.of(code) ?? '?') ? ' ' : named));
  return data.reduce((left, one) => left.replaceAll(one, ' '), rest);
}
