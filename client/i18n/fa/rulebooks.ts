import type { Translated } from '../catalogue.ts';
import type * as english from '../en/rulebooks.ts';

export const rulebooks: Translated<typeof english.rulebooks> = {};
