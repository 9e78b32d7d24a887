import type { Translated } from '../catalogue.ts';
import type * as english from '../en/notes.ts';

export const notes: Translated<typeof english.notes> = {};
