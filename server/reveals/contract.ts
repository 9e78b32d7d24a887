import { z } from 'zod';
import { words } from '../transitions/contract.ts';

/** What can be revealed: resources whose rows hold masked personal data. */
export const revealable = ['affiliates', 'referrals', 'applications'] as const;
export type Revealable = (typeof revealable)[number];

/** What of a person can be revealed; what somebody wrote in an application stands there only (ENR-6). */
export const revealFields = ['email', 'name', 'channels', 'audience', 'text'] as const;
export type RevealField = (typeof revealFields)[number];

/**
 * `POST /api/reveals`: whose personal data, which of it, and why. `id` is the row's id: of affiliates and referrals the
 * account's uid.
 */
export const revealBody = z.strictObject({
  resource: z.enum(revealable),
  id: z.string().min(1).max(64),
  fields: z
    .array(z.enum(revealFields))
    .min(1)
    .max(revealFields.length),
  reason: words,
});
export type RevealBody = z.infer<typeof revealBody>;

/** The answer: the fields asked for, null where the data has been erased. */
export interface Revealed {
  fields: Partial<Record<RevealField, string | null>>;
}

/** How somebody came to see personal data: revealed for a reason, or found by the whole address. */
export const lookKinds = ['reveal', 'email_search'] as const;

/** A row of `reveals`: who looked at whom. */
export interface RevealRow {
  id: string;
  at: string;
  person: string;
  how: (typeof lookKinds)[number];
  /** Null where the address that was searched for led to nobody. */
  uid: string | null;
  fields: string[];
  reason: string | null;
}
