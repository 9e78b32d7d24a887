import type { Translated } from '../catalogue.ts';
import type * as english from '../en/payday-resources.ts';

export const payday: Translated<typeof english.payday> = {};
