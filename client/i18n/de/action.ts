import type { Translated } from '../catalogue.ts';
import type * as english from '../en/action.ts';

export const action: Translated<typeof english.action> = {};
