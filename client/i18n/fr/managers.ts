import type { Translated } from '../catalogue.ts';
import type * as english from '../en/managers.ts';

export const managers: Translated<typeof english.managers> = {};
