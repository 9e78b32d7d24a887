import type { Translated } from '../catalogue.ts';
import type * as english from '../en/runs.ts';

export const runs: Translated<typeof english.runs> = {};
