import type { Request } from 'express';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { matchesPassword } from '../staff/password.ts';
import { findStaffByEmail, type StoredStaff } from '../staff/store.ts';
import { beginAttempt, forgetAttempt } from './attempts.ts';
import { signedIn } from './signed-in.ts';

/**
 * Does what asks for the password of the person signed in once more. It counts as an attempt to sign in until the work is done: whoever
 * found the screen open guesses neither a password nor a code. Refuses `wrong_password`, `too_many_requests`.
 */
export async function withPassword<Done>(context: Context, request: Request, password: string, work: (member: StoredStaff) => Promise<Done>): Promise<Done> {
  const { email } = signedIn(request).staff;
  const attempt = await beginAttempt(context, email, request.ip ?? '');
  const member = await findStaffByEmail(context.database.read, email);
  if (!member || !(await matchesPassword(member.password_hash, password))) throw new Refusal('wrong_password');
  const done = await work(member);
  await forgetAttempt(context, attempt);
  return done;
}
