import type { Translated } from '../catalogue.ts';
import type * as english from '../en/boosts.ts';

export const boosts: Translated<typeof english.boosts> = {};
