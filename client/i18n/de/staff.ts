import type { Translated } from '../catalogue.ts';
import type * as english from '../en/staff.ts';

export const staff: Translated<typeof english.staff> = {};
