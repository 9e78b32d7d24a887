import { z } from 'zod';
import type { ApplicationState } from './contract-steps.ts';

export * from './contract-steps.ts';

const written = (max: number) => z.string().trim().min(1).max(max);

/** ENR-6: staff file what somebody sent in: who, channels, audience, text. */
export const newApplication = z.strictObject({
  uid: z.string().min(1).max(64),
  channels: written(4_000),
  audience: written(4_000),
  text: written(10_000),
});
export type NewApplication = z.infer<typeof newApplication>;

/** An application to `pro` on the wire, with what is known about the person now. */
export interface ApplicationRow {
  id: string;
  application_id: string;
  uid: string;
  applied_at: string;
  channels?: string;
  audience?: string;
  text?: string;
  source: 'staff' | 'feed';
  requested_by: string;
  requested_at: string;
  state: ApplicationState;
  decided_by: string | null;
  decided_at: string | null;
  comment: string | null;
  email?: string | null;
  name?: string | null;
  registered_at: string;
  country: string | null;
  account_type: string | null;
  kyc_level: string | null;
  age_hours: number;
  /** Why it could not be approved now (ENR-3, ENR-4); empty where it could, and of what has been decided. */
  refusals: string[];
}
