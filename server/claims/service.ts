import type { Database } from '../../db/connection.ts';
import type { Connection, Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { may, roles, type Role } from '../policy/contract.ts';
import { Refusal } from '../refusal.ts';
import type { Claimable, Colleague } from './contract.ts';
import {
  activeIn, deleteClaim, deleteSettledClaims, insertClaim, keepClaim, lockClaim, lockClaimById, moveClaim, stateOfCase, type StoredClaim,
} from './store.ts';

export interface ClaimDesk {
  database: Database;
  clock: Clock;
  /** How long a case stays in a hand that does not open it again. */
  idleMs: number;
}

/** Who takes cases in hand: a member of staff, never the console itself. */
export interface Holder extends Actor {
  staff_id: number;
  role: Role;
}

/**
 * Takes a waiting case in hand; one's own is kept for as long again, which the audit does not tell, as it does not tell of a session
 * that goes on. Answers the claim's number. Refuses `forbidden` for who cannot decide the case, `not_found`, `not_pending`, and
 * `claimed` where somebody else has it and has not let it lie.
 */
export async function takeClaim({ database, clock, idleMs }: ClaimDesk, holder: Holder, resource: Claimable, caseId: number): Promise<number> {
  if (!may(holder.role, resource, 'approve')) throw new Refusal('forbidden', { resource });
  return database.transaction(async (transaction) => {
    const now = clock.now();
    const state = await stateOfCase(transaction, resource, caseId);
    if (state === undefined) throw new Refusal('not_found');
    if (state !== 'pending') throw new Refusal('not_pending', { state });
    const before = await lockClaim(transaction, resource, caseId);
    const holding = { staff_id: holder.staff_id, given_by_id: null, taken_at: now, until_at: now + idleMs };
    if (before?.staff_id === holder.staff_id) {
      await keepClaim(transaction, before.id, holding.until_at);
      return before.id;
    }
    if (before && before.until_at > now) throw new Refusal('claimed', { holder: before.holder });
    await deleteSettledClaims(transaction);
    if (before) await moveClaim(transaction, before.id, holding);
    const id = before?.id ?? (await insertClaim(transaction, resource, caseId, holding));
    if (id === undefined) throw new Refusal('claimed');
    await audit(transaction, { now, actor: holder, action: 'claim.taken', id, of: { resource, case_id: caseId }, from: before?.holder ?? null, to: holder.name });
    return id;
  });
}

/** Puts a case back that one has in hand. Refuses `not_found`, `forbidden`. */
export async function releaseClaim({ database, clock }: ClaimDesk, holder: Holder, id: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const claim = await ownClaim(transaction, holder, id);
    await deleteClaim(transaction, id);
    await audit(transaction, { now: clock.now(), actor: holder, action: 'claim.released', id, of: claim, from: claim.holder, to: null });
  });
}

/** Gives a case that one has in hand to a colleague. Refuses `not_found`, `forbidden`, and `bad_value` for who cannot decide it. */
export async function handOverClaim({ database, clock, idleMs }: ClaimDesk, holder: Holder, id: number, to: string): Promise<void> {
  await database.transaction(async (transaction) => {
    const now = clock.now();
    const claim = await ownClaim(transaction, holder, id);
    const colleague = (await deciding(transaction, claim.resource, holder.staff_id)).find(({ email }) => email === to);
    if (!colleague) throw new Refusal('bad_value', { field: 'to' }, 'to: nobody of the staff who could decide this.');
    await moveClaim(transaction, id, { staff_id: colleague.id, given_by_id: holder.staff_id, taken_at: now, until_at: now + idleMs });
    await audit(transaction, { now, actor: holder, action: 'claim.handed_over', id, of: claim, from: claim.holder, to: colleague.email });
  });
}

/** Whom one can hand a case of this kind over to. */
export async function colleaguesFor(connection: Connection, resource: Claimable, but: number): Promise<Colleague[]> {
  return (await deciding(connection, resource, but)).map(({ email, name }) => ({ email, name }));
}

function deciding(connection: Connection, resource: Claimable, but: number) {
  return activeIn(connection, roles.filter((role) => may(role, resource, 'approve')), but);
}

async function ownClaim(transaction: Transaction, holder: Holder, id: number): Promise<StoredClaim> {
  const claim = await lockClaimById(transaction, id);
  if (!claim) throw new Refusal('not_found');
  if (claim.staff_id !== holder.staff_id) throw new Refusal('forbidden', { holder: claim.holder }, 'Somebody else has this in hand.');
  return claim;
}

interface Told {
  now: number;
  actor: Holder;
  action: AuditAction;
  id: number;
  of: { resource: Claimable; case_id: number };
  from: string | null;
  to: string | null;
}

async function audit(transaction: Transaction, { now, actor, action, id, of, from, to }: Told): Promise<void> {
  const changes = {
    resource: { old: of.resource, new: of.resource },
    case_id: { old: String(of.case_id), new: String(of.case_id) },
    holder: { old: from, new: to },
  };
  await writeAudit(transaction, { at: now, actor, action, subject_type: 'claims', subject_id: String(id), changes });
}
