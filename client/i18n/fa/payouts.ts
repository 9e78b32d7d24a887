import type { Translated } from '../catalogue.ts';
import type * as english from '../en/payouts.ts';

export const payouts: Translated<typeof english.payouts> = {};
