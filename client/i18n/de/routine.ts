import type { Translated } from '../catalogue.ts';
import type * as english from '../en/routine.ts';

export const routine: Translated<typeof english.routine> = {};

export const manifests: Translated<typeof english.manifests> = {};
