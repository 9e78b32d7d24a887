import { z } from 'zod';
import { MAX_CODE_LENGTH, MAX_PASSWORD_LENGTH } from '../session/contract.ts';

const password = z.string().min(1).max(MAX_PASSWORD_LENGTH);
const code = z.string().max(MAX_CODE_LENGTH);

/** `POST /api/session/second-factor`: a secret for one's device; it counts from the first code on. */
export const newSecondFactor = z.strictObject({ password });

/** `PUT /api/session/second-factor`: the first code that the device shows. */
export const confirmSecondFactor = z.strictObject({ code });

/** `DELETE /api/session/second-factor`. */
export const removeSecondFactor = z.strictObject({ password, code });

/** `GET /api/session/second-factor`: since when a code is asked for at sign-in; null: none is. */
export interface SecondFactorView {
  since: string | null;
}

/** What a device needs, told once: the secret to type, and the address that a QR code holds. */
export interface BegunSecondFactor {
  secret: string;
  uri: string;
}
