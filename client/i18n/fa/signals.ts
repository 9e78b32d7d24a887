import type { Translated } from '../catalogue.ts';
import type * as english from '../en/signals.ts';

export const signals: Translated<typeof english.signals> = {};
