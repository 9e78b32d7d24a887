import type { Translated } from '../catalogue.ts';
import type * as english from '../en/audit.ts';

export const audit: Translated<typeof english.audit> = {};
