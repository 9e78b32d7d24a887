import type { Translated } from '../catalogue.ts';
import type * as english from '../en/applications.ts';

export const applications: Translated<typeof english.applications> = {};
