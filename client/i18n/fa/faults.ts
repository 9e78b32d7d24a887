import type { Translated } from '../catalogue.ts';
import type * as english from '../en/faults.ts';

export const faults: Translated<typeof english.faults> = {};
