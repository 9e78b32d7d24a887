import type { en } from './en.ts';

type Console = (typeof en)['console'];

type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string];

/** Every text of the console's own catalogue, by its path. */
export type TextKey = Leaf<Console>;

/** The closed lists whose values have words. */
export type LabelGroup = keyof (typeof en)['label'];

type Wider<T> = T extends string ? string : { [K in keyof T]: Wider<T[K]> };

/** What every language fills. */
export type Catalogue = Wider<typeof en>;

/** English texts in another language. */
export type Translated<T> = Wider<T>;
