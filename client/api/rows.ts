import type { FieldKind, policy, Resource } from '#contract/policy';

interface Wire {
  serial: string;
  text: string;
  integer: number;
  amount: string;
  instant: string;
  day: string;
  month: string;
  boolean: boolean;
  fraction: number;
  json: unknown;
}

type Kinds<R extends Resource> = (typeof policy)[R]['fields'];

/** A row of a resource as it comes over the wire, derived from the policy: a field that has no value is null. */
export type Row<R extends Resource> = {
  [F in keyof Kinds<R>]: F extends 'id' ? string : Kinds<R>[F] extends FieldKind ? Wire[Kinds<R>[F]] | null : never;
} & { id: string };

/** An amount with its currency: a plain decimal, never a number. */
export interface Money {
  currency: string;
  amount: string;
}
