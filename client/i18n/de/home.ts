import type { Translated } from '../catalogue.ts';
import type * as english from '../en/home.ts';

export const home: Translated<typeof english.home> = {};
