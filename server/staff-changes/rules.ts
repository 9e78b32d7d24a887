import type { Actor } from '../audit/contract.ts';
import type { Role } from '../policy/contract.ts';
import type { StaffState } from '../staff/contract.ts';
import type { StaffChangeKind } from './contract.ts';

/** A member of staff, as far as the rules ask. */
export interface Member {
  id: number;
  role: Role;
  state: StaffState;
}

/** What is asked for about a member who is there; `role_to` is the member's own where the role stays. */
export interface Wish {
  kind: Exclude<StaffChangeKind, 'add'>;
  role_to: Role;
}

/** Without one of each nobody could ask, or nobody agree. */
const needed = ['admin', 'compliance'] as const satisfies readonly Role[];

/** Why an administrator cannot ask for this; null where they can. */
export function refusalOfAsking(staff: readonly Member[], actor: Member, subject: Member, wish: Wish): 'own_account' | 'no_change' | 'last_of_role' | null {
  if (actor.id === subject.id) return 'own_account';
  if (changesNothing(subject, wish)) return 'no_change';
  return leavesNobody(staff, subject, wish) ? 'last_of_role' : null;
}

/** A request as far as the rules ask. */
export interface Asked {
  kind: StaffChangeKind;
  role_from: Role | null;
  role_to: Role;
}

export type DecisionRefusal = 'own_account' | 'stale' | 'last_of_role';

/**
 * Why this person cannot take a step that the table of transitions lets them take; null where they can. Whom it is about never decides.
 * `subject` null: an addition.
 */
export function refusalOfDeciding(
  staff: readonly Member[],
  actor: Pick<Actor, 'staff_id'>,
  asked: Asked,
  subject: Member | null,
  verb: 'approve' | 'reject' | 'cancel',
): DecisionRefusal | null {
  if (verb === 'cancel') return null;
  if (subject !== null && subject.id === actor.staff_id) return 'own_account';
  if (verb === 'reject' || subject === null || asked.kind === 'add') return null;
  const wish = { kind: asked.kind, role_to: asked.role_to };
  // Asked about the role that the member had then.
  if (changesNothing(subject, wish) || subject.role !== asked.role_from) return 'stale';
  return leavesNobody(staff, subject, wish) ? 'last_of_role' : null;
}

/** A disabled member's role is not changed: first they are enabled. */
function changesNothing({ role, state }: Member, { kind, role_to }: Wish): boolean {
  if (kind === 'enable') return state !== 'disabled';
  if (state === 'disabled') return true;
  return kind === 'role' && role === role_to;
}

function leavesNobody(staff: readonly Member[], subject: Member, { kind, role_to }: Wish): boolean {
  if (kind === 'enable' || subject.state !== 'active') return false;
  const leaves = needed.find((role) => role === subject.role && (kind === 'disable' || role_to !== role));
  return leaves !== undefined && !staff.some(({ id, role, state }) => id !== subject.id && role === leaves && state === 'active');
}
