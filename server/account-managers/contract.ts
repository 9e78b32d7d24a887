import { z } from 'zod';
import { words } from '../transitions/contract.ts';

/** ENR-8: who looks after the affiliate from now on; null: nobody. The reason says why. */
export const newAccountManager = z.strictObject({
  staff_email: z.string().trim().toLowerCase().min(1).max(254).nullable(),
  reason: words,
});

/** `GET /api/account-managers`: whom an affiliate can be given to. */
export interface PossibleManager {
  email: string;
  name: string;
}
