import type { Translated } from '../catalogue.ts';
import type * as english from '../en/changes.ts';

export const changes: Translated<typeof english.changes> = {};
