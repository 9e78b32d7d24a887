import type { Translated } from '../catalogue.ts';
import type * as english from '../en/reviews.ts';

export const reviews: Translated<typeof english.reviews> = {};
