import { createHash } from 'node:crypto';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant, HOUR_MS } from '../calendar.ts';
import type { Context } from '../context.ts';
import type { Language } from '../explanations/contract.ts';
import { Refusal } from '../refusal.ts';
import { randomSecret } from '../session/secrets.ts';
import { deleteSessionsOf } from '../session/store.ts';
import type { Invitation, NewStaff } from './contract.ts';
import { hashPassword } from './password.ts';
import { insertStaff, lockStaff, lockStaffByToken, normalEmail, saveLanguage, savePassword } from './store.ts';

const INVITATION_MS = 72 * HOUR_MS;

/** A token is 256 random bits: its plain hash is enough, and the command that makes it knows no session secret. */
function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What lets somebody choose a password once, within 72 hours. Only `hash` is stored. */
export interface NewInvitation {
  token: string;
  hash: string;
  until: number;
}

export function newInvitation(at: number): NewInvitation {
  const token = randomSecret();
  return { token, hash: tokenHash(token), until: at + INVITATION_MS };
}

/**
 * Adds a member of staff, who chooses a password with the one-time token (72 hours). The first administrator comes
 * about only here, at the machine: there is no sign-up to race for. Throws `email_taken`.
 */
export async function inviteStaff(context: Context, member: NewStaff, actor: Actor): Promise<Invitation> {
  const { database, clock } = context;
  const at = clock.now();
  const { token, hash, until } = newInvitation(at);
  const email = normalEmail(member.email);
  const id = await database.transaction(async (transaction) => {
    const inserted = await insertStaff(transaction, {
      email,
      name: member.name,
      role: member.role,
      state: 'invited',
      password_hash: null,
      setup_token_hash: hash,
      setup_token_until: until,
      at,
    });
    if (inserted === null) throw new Refusal('email_taken');
    await writeAudit(transaction, {
      at,
      actor,
      action: 'staff.invited',
      subject_type: 'staff',
      subject_id: String(inserted),
      changes: {
        email: { old: null, new: email },
        name: { old: null, new: member.name },
        role: { old: null, new: member.role },
        state: { old: null, new: 'invited' },
      },
    });
    return inserted;
  });
  return { id: String(id), email, role: member.role, token, expires_at: formatInstant(until) };
}

/** Uses an invitation's token up. A used, unknown or late token is `bad_token`; a disabled member stays disabled. */
export async function setPassword(
  context: Context,
  request: { token: string; password: string; requestId: string },
): Promise<void> {
  const { database, clock } = context;
  const hashed = tokenHash(request.token);
  // Looked up before the costly hash, so that a flood of made-up tokens costs little.
  await database.transaction((transaction) => memberByToken(transaction, hashed, clock.now()));
  const passwordHash = await hashPassword(request.password);
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const member = await memberByToken(transaction, hashed, at);
    await savePassword(transaction, member.id, passwordHash, at);
    await deleteSessionsOf(transaction, member.id);
    await writeAudit(transaction, {
      at,
      actor: { staff_id: member.id, name: member.email, role: member.role, request_id: request.requestId },
      action: 'staff.password_set',
      subject_type: 'staff',
      subject_id: String(member.id),
      changes: { state: { old: member.state, new: 'active' } },
    });
  });
}

/** The language in which somebody reads the console; each sets their own. Setting the same again changes nothing. */
export async function chooseLanguage({ database, clock }: Context, language: Language, actor: Actor): Promise<void> {
  await database.transaction(async (transaction) => {
    const member = await lockStaff(transaction, actor.staff_id ?? 0);
    if (!member) throw new Refusal('unauthenticated');
    if (member.language === language) return;
    await saveLanguage(transaction, member.id, language);
    await writeAudit(transaction, {
      at: clock.now(),
      actor,
      action: 'staff.language_chosen',
      subject_type: 'staff',
      subject_id: String(member.id),
      changes: { language: { old: member.language, new: language } },
    });
  });
}

async function memberByToken(
  transaction: Parameters<typeof lockStaffByToken>[0],
  hashed: string,
  now: number,
): Promise<NonNullable<Awaited<ReturnType<typeof lockStaffByToken>>>> {
  const member = await lockStaffByToken(transaction, hashed);
  if (!member || member.state === 'disabled' || (member.setup_token_until ?? 0) <= now) throw new Refusal('bad_token');
  return member;
}
