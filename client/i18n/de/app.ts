import type { Translated } from '../catalogue.ts';
import type * as english from '../en/app.ts';

export const app: Translated<typeof english.app> = {};
