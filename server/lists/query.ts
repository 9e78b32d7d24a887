import type { Direction } from '../policy/contract.ts';

/** What a list is asked for, checked against the policy: nothing a client wrote goes further than this (DESIGN 6). */

/**
 * A checked value as it stands on the wire: instants, days and amounts are still text; a serial id is a string of
 * digits.
 */
export type Scalar = string | number | boolean | null;

export type Comparison = 'gte' | 'gt' | 'lte' | 'lt';

export type Condition =
  /** Equal; null means: has no value. */
  | { field: string; operator: 'eq'; value: Scalar }
  /** Any of; an empty list matches nothing. */
  | { field: string; operator: 'in'; value: Scalar[] }
  | { field: string; operator: Comparison; value: string | number }
  /** The search of the resource: what it looks through stands in the policy of the role. */
  | { field: 'q'; operator: 'q'; value: string };

export interface ListQuery {
  sort: { field: string; direction: Direction };
  /** Positions from 0, both included; at most MAX_ROWS of them. */
  range: { first: number; last: number };
  filter: Condition[];
}

export const MAX_ROWS = 1000;
