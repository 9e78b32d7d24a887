import type { Translated } from '../catalogue.ts';
import type * as english from '../en/explain.ts';

export const explain: Translated<typeof english.explain> = {};
