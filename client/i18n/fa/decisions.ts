import type { Translated } from '../catalogue.ts';
import type * as english from '../en/decisions.ts';

export const decisions: Translated<typeof english.decisions> = {};
