import type { Translated } from '../catalogue.ts';
import type * as english from '../en/imports.ts';

export const imports: Translated<typeof english.imports> = {};
