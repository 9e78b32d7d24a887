import type { Actor } from '../audit/contract.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { askSecondFactor } from '../second-factors/service.ts';
import { matchesPassword } from '../staff/password.ts';
import { findStaffByEmail, lockStaff, normalEmail, type StoredStaff } from '../staff/store.ts';
import { beginAttempt, forgetAttempt } from './attempts.ts';
import type { SessionView } from './contract.ts';
import { keyed, randomSecret } from './secrets.ts';
import type { SignedIn } from './signed-in.ts';
import { deleteExpiredSessions, deleteSession, insertSession } from './store.ts';

export interface SignInRequest {
  email: string;
  password: string;
  /** Of the second factor, for who has one. */
  code: string | undefined;
  /** The client's address as the connection says, never as a header does. */
  address: string;
  /** The session that the browser brought along: it ends, whoever began it (ATTACKS 19). */
  previous: string | null;
  requestId: string;
}

export interface Opened {
  /** Goes into the cookie; only its keyed form is stored. */
  secret: string;
  view: SessionView;
}

/**
 * Opens a session. An unknown e-mail address, a wrong password and a member who is not active all get
 * `bad_credentials` after the same work; too many attempts get `too_many_requests`. Who has a second factor is told so once the password has
 * matched: `second_factor_required` without a code, which counts as no attempt, `bad_second_factor` with a wrong one, which does.
 */
export async function signIn(context: Context, request: SignInRequest): Promise<Opened> {
  const email = normalEmail(request.email);
  const attempt = await beginAttempt(context, email, request.address);
  const staff = await findStaffByEmail(context.database.read, email);
  const matches = await matchesPassword(staff?.password_hash ?? null, request.password);
  if (!staff || staff.state !== 'active' || !matches) {
    await auditRefusal(context, staff, request.requestId);
    throw new Refusal('bad_credentials');
  }
  try {
    const opened = await openSession(context, staff, request);
    await forgetAttempt(context, attempt);
    return opened;
  } catch (error) {
    const code = error instanceof Refusal ? error.code : null;
    if (code === 'second_factor_required') await forgetAttempt(context, attempt);
    if (code === 'bad_second_factor') await auditRefusal(context, staff, request.requestId);
    throw error;
  }
}

async function openSession(context: Context, staff: StoredStaff, request: SignInRequest): Promise<Opened> {
  const { database, settings, clock } = context;
  const secret = randomSecret();
  const csrfToken = randomSecret();
  await database.transaction(async (transaction) => {
    // The password was compared outside the transaction: it must still be this one.
    const current = await lockStaff(transaction, staff.id);
    if (current?.state !== 'active' || current.session_epoch !== staff.session_epoch)
      throw new Refusal('bad_credentials');
    const at = clock.now();
    await askSecondFactor(transaction, staff.id, request.code, at);
    await deleteExpiredSessions(transaction, at);
    if (request.previous !== null)
      await deleteSession(transaction, keyed(settings.sessionSecret, 'session', request.previous));
    await insertSession(transaction, {
      sid: keyed(settings.sessionSecret, 'session', secret),
      staff_id: staff.id,
      csrf_token: csrfToken,
      session_epoch: staff.session_epoch,
      at,
    });
    const actor: Actor = { staff_id: staff.id, name: staff.email, role: staff.role, request_id: request.requestId };
    await writeAudit(transaction, {
      at,
      actor,
      action: 'session.opened',
      subject_type: 'staff',
      subject_id: String(staff.id),
      changes: {},
    });
  });
  const { id, email, name, role, language } = staff;
  return { secret, view: viewOf({ csrfToken, staff: { id, email, name, role, language } }) };
}

/** What somebody typed who is nobody here may be a password: it is not kept. */
async function auditRefusal(context: Context, staff: StoredStaff | undefined, requestId: string): Promise<void> {
  await context.database.transaction((transaction) =>
    writeAudit(transaction, {
      at: context.clock.now(),
      actor: { ...systemActor, request_id: requestId },
      action: 'session.refused',
      subject_type: 'staff',
      subject_id: staff ? String(staff.id) : 'unknown',
      changes: {},
    }),
  );
}

export async function signOut(context: Context, current: SignedIn, actor: Actor): Promise<void> {
  await context.database.transaction(async (transaction) => {
    const ended = await deleteSession(transaction, current.sid);
    if (ended === 0) return;
    await writeAudit(transaction, {
      at: context.clock.now(),
      actor,
      action: 'session.closed',
      subject_type: 'staff',
      subject_id: String(current.staff.id),
      changes: {},
    });
  });
}

export function viewOf({ staff, csrfToken }: Omit<SignedIn, 'sid'>): SessionView {
  return { staff: { ...staff, id: String(staff.id) }, csrf_token: csrfToken };
}
