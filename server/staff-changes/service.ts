import type { Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction, AuditChanges } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Context } from '../context.ts';
import { takeStep } from '../transitions/service.ts';
import { Refusal } from '../refusal.ts';
import { forgetSecondFactor } from '../second-factors/service.ts';
import { deleteSessionsOf } from '../session/store.ts';
import type { StaffState } from '../staff/contract.ts';
import { newInvitation, type NewInvitation } from '../staff/service.ts';
import { insertStaff, moveStaff, normalEmail } from '../staff/store.ts';
import { staffChangeSteps, type NewStaffChange, type StaffChangeState } from './contract.ts';
import { refusalOfAsking, refusalOfDeciding } from './rules.ts';
import { decideRow, insertChange, lockChange, lockEverybody, type KnownMember, type NewChange, type StoredChange } from './store.ts';

type StaffDesk = Pick<Context, 'database' | 'clock'>;

/** What an approval hands out where somebody has to choose a password. */
export interface HandedOut {
  token: string;
  expires_at: string;
}

/**
 * An administrator asks for a change among the staff; answers its number. A disabling holds at once and ends the member's sessions, all else
 * waits for compliance. Refuses `bad_value` for nobody known, `own_account`, `no_change`, `last_of_role`, `email_taken`, `already_pending`.
 */
export async function askStaffChange({ database, clock }: StaffDesk, actor: Actor, wish: NewStaffChange): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const staff = await lockEverybody(transaction);
    const asker = stillThere(staff, actor);
    const { state_from, ...asked } = changeOf(staff, asker, wish);
    const change = { ...asked, reason: wish.reason ?? null, at };
    const id = await insertChange(transaction, change, actor);
    if (id === null) throw new Refusal('already_pending');
    if (change.kind === 'disable' && change.staff_id !== null) {
      await moveStaff(transaction, change.staff_id, { state: 'disabled' });
      await deleteSessionsOf(transaction, change.staff_id);
      await auditMember(transaction, 'staff.disabled', { at, actor, id: change.staff_id, reason: change.reason }, { state: { old: state_from, new: 'disabled' } });
    }
    await writeAudit(transaction, {
      at, actor, action: 'staff_change.requested', subject_type: 'staff-changes', subject_id: String(id),
      changes: {
        state: { old: null, new: change.state },
        kind: { old: null, new: change.kind },
        email: { old: null, new: change.email },
        role: { old: change.role_from, new: change.role_to },
      },
      reason: change.reason,
    });
    return id;
  });
}

/** The session was looked up before the lock: who was disabled or moved to another role meanwhile asks and decides nothing (ATTACKS 16). */
function stillThere(staff: readonly KnownMember[], actor: Actor): KnownMember {
  const found = staff.find(({ id }) => id === actor.staff_id);
  if (found?.state !== 'active' || found.role !== actor.role) throw new Refusal('unauthenticated');
  return found;
}

/** What is asked for, and how the member stands whom it is about. */
type Wished = Omit<NewChange, 'reason' | 'at'> & { state_from: StaffState | null };

function changeOf(staff: readonly KnownMember[], asker: KnownMember, wish: NewStaffChange): Wished {
  if (wish.kind === 'add') {
    const email = normalEmail(wish.email);
    if (staff.some((one) => one.email === email)) throw new Refusal('email_taken');
    return { kind: 'add', staff_id: null, email, name: wish.name, role_from: null, role_to: wish.role, state: 'pending', state_from: null };
  }
  const subject = staff.find(({ id }) => String(id) === wish.staff_id);
  if (!subject) throw new Refusal('bad_value', { field: 'staff_id' }, 'staff_id: there is no such member of staff.');
  const { id, email, name, role } = subject;
  const role_to = wish.kind === 'role' ? wish.role : role;
  const refused = refusalOfAsking(staff, asker, subject, { kind: wish.kind, role_to });
  if (refused) throw new Refusal(refused);
  const state = wish.kind === 'disable' ? 'applied' : 'pending';
  return { kind: wish.kind, staff_id: id, email, name, role_from: role, role_to, state, state_from: subject.state };
}

/**
 * Compliance agrees: the change holds from here on, and a changed role ends the member's sessions. Answers the one-time token where the member
 * has no password yet. Who is let in again has no second factor: it may be the device that was lost. Compare-and-set. Refuses `not_found`,
 * `not_pending`, `own_request`, `own_account`, `stale`, `last_of_role`, `email_taken`.
 */
export async function approveStaffChange({ database, clock }: StaffDesk, actor: Actor, id: number, comment: string | null): Promise<HandedOut | null> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    const { change, subject } = await lockDecidable(transaction, actor, id, 'approve');
    const invitation = change.kind === 'add' || (change.kind === 'enable' && subject?.has_password === 0) ? newInvitation(at) : null;
    const staff_id = change.kind === 'add' ? await addMember(transaction, change, invitation as NewInvitation, at) : (change.staff_id as number);
    const doing = { at, actor, id: staff_id, reason: comment };
    if (change.kind === 'add') {
      const { email, name, role_to: role } = change;
      await auditMember(transaction, 'staff.invited', doing, {
        email: { old: null, new: email }, name: { old: null, new: name }, role: { old: null, new: role }, state: { old: null, new: 'invited' },
      });
    } else if (change.kind === 'role') {
      await moveStaff(transaction, staff_id, { role: change.role_to });
      await deleteSessionsOf(transaction, staff_id);
      await auditMember(transaction, 'staff.role_changed', doing, { role: { old: change.role_from, new: change.role_to } });
    } else {
      const state = invitation ? 'invited' : 'active';
      await moveStaff(transaction, staff_id, { state, ...(invitation ? { setup_token_hash: invitation.hash, setup_token_until: invitation.until } : {}) });
      await auditMember(transaction, 'staff.enabled', doing, { state: { old: 'disabled', new: state } });
      await forgetSecondFactor(transaction, actor, staff_id, at);
    }
    await close(transaction, change, { state: 'approved', staff_id, comment, at }, actor);
    return invitation ? { token: invitation.token, expires_at: formatInstant(invitation.until) } : null;
  });
}

/** Compliance says no, or who asked takes it back: nobody's standing changes. */
export async function closeStaffChange(
  { database, clock }: StaffDesk,
  actor: Actor,
  id: number,
  verb: 'reject' | 'cancel',
  comment: string | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const { change } = await lockDecidable(transaction, actor, id, verb);
    await close(transaction, change, { state: verb === 'reject' ? 'rejected' : 'cancelled', staff_id: change.staff_id, comment, at }, actor);
  });
}

async function lockDecidable(
  transaction: Transaction,
  actor: Actor,
  id: number,
  verb: 'approve' | 'reject' | 'cancel',
): Promise<{ change: StoredChange; subject: KnownMember | null }> {
  const staff = await lockEverybody(transaction);
  stillThere(staff, actor);
  const change = await lockChange(transaction, id);
  if (!change) throw new Refusal('not_found', { id: String(id) });
  takeStep(staffChangeSteps, verb, actor, change);
  const subject = staff.find((one) => one.id === change.staff_id) ?? null;
  const refused = refusalOfDeciding(staff, actor, change, subject, verb);
  if (refused) throw new Refusal(refused);
  return { change, subject };
}

async function addMember(transaction: Transaction, { email, name, role_to }: StoredChange, invitation: NewInvitation, at: number): Promise<number> {
  const inserted = await insertStaff(transaction, {
    email, name, role: role_to, state: 'invited', password_hash: null, setup_token_hash: invitation.hash, setup_token_until: invitation.until, at,
  });
  if (inserted === null) throw new Refusal('email_taken');
  return inserted;
}

const closings = { approved: 'staff_change.approved', rejected: 'staff_change.rejected', cancelled: 'staff_change.cancelled' } as const;

async function close(
  transaction: Transaction,
  change: StoredChange,
  decided: { state: keyof typeof closings; staff_id: number | null; comment: string | null; at: number },
  actor: Actor,
): Promise<void> {
  if (!(await decideRow(transaction, change.id, decided, actor))) throw new Refusal('not_pending');
  const state: { old: StaffChangeState; new: StaffChangeState } = { old: 'pending', new: decided.state };
  await writeAudit(transaction, {
    at: decided.at, actor, action: closings[decided.state], subject_type: 'staff-changes', subject_id: String(change.id),
    changes: { state, email: { old: change.email, new: change.email } }, reason: decided.comment,
  });
}

function auditMember(
  transaction: Transaction,
  action: AuditAction,
  { at, actor, id, reason }: { at: number; actor: Actor; id: number; reason: string | null },
  changes: AuditChanges,
): Promise<number> {
  return writeAudit(transaction, { at, actor, action, subject_type: 'staff', subject_id: String(id), changes, reason });
}
