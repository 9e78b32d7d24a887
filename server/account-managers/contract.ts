import { z } from 'zod';

/** ENR-8: who looks after the affiliate from now on; null: nobody. The reason says why, in 10 to 2,000 characters. */
export const newAccountManager = z.strictObject({
  staff_email: z.string().trim().toLowerCase().min(1).max(254).nullable(),
  reason: z.string().trim().min(10).max(2_000),
});

/** `GET /api/account-managers`: whom an affiliate can be given to. */
export interface PossibleManager {
  email: string;
  name: string;
}
