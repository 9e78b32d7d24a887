import type { Translated } from '../catalogue.ts';
import type * as english from '../en/affiliates.ts';

export const affiliates: Translated<typeof english.affiliates> = {};
