import type { Translated } from '../catalogue.ts';
import type * as english from '../en/content.ts';

export const content: Translated<typeof english.content> = {};
