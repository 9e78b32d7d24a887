import type { Translated } from '../catalogue.ts';
import type * as english from '../en/recalls.ts';

export const recalls: Translated<typeof english.recalls> = {};
