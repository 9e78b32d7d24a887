import type { Translated } from '../catalogue.ts';
import type * as english from '../en/record-requests.ts';

export const recordRequests: Translated<typeof english.recordRequests> = {};
