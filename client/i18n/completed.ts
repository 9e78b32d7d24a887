import type { Catalogue, Translated } from './catalogue.ts';
import type { en } from './en.ts';

type Texts = { [key: string]: string | Texts | undefined };

function over(base: Texts, top: Texts): Texts {
  const entries = Object.entries(base).map(([key, text]) => {
    const other = top[key];
    return [key, typeof text === 'object' && typeof other === 'object' ? over(text, other) : (other ?? text)];
  });
  return Object.fromEntries(entries) as Texts;
}

/** A catalogue with English where it has no words of its own. */
export async function completed(part: Translated<typeof en>): Promise<Catalogue> {
  return over((await import('./en.ts')).en, part as Texts) as Catalogue;
}
