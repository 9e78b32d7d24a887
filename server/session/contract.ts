import { z } from 'zod';
import { languages, type Language } from '../explanations/contract.ts';
import type { Role } from '../policy/contract.ts';

export const MIN_PASSWORD_LENGTH = 12;
/** Longer ones only cost time to hash. */
export const MAX_PASSWORD_LENGTH = 256;

/** Of a second factor's code: six digits, some with a space between. */
export const MAX_CODE_LENGTH = 16;

/** `POST /api/session`. `code` is of the second factor, for who has one; nobody else is asked for it. */
export const signInBody = z.strictObject({
  email: z.string().min(1).max(254),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
  code: z.string().max(MAX_CODE_LENGTH).optional(),
});

/** `POST /api/session/password`: the one-time token of an invitation and the password chosen. */
export const setPasswordBody = z.strictObject({
  token: z.string().min(1).max(128),
  password: z.string().min(MIN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
});

/** `PUT /api/session/language`: the language in which the person signed in reads the console. */
export const languageBody = z.strictObject({ language: z.enum(languages) });

/** What `POST` and `GET /api/session` answer. */
export interface SessionView {
  /** `language` is null until somebody chooses one. */
  staff: { id: string; email: string; name: string; role: Role; language: Language | null };
  /** Goes into the header X-CSRF-Token of every request that is no GET. */
  csrf_token: string;
}

/** `GET /api/session/demo`, only where DEMO=1: the sign-ins that the page offers. */
export interface DemoSignIns {
  password: string;
  staff: { email: string; role: Role; name: string }[];
}
