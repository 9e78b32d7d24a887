import type { Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstantOrNull } from '../calendar.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { lockStaff, type StoredStaff } from '../staff/store.ts';
import { deviceUri, randomDeviceSecret, stepOfCode } from './codes.ts';
import type { BegunSecondFactor, SecondFactorView } from './contract.ts';
import { counts, deleteSecondFactor, findSecondFactor, markConfirmed, saveSecondFactor, spendStep } from './store.ts';

export async function secondFactorOf({ database }: Context, staffId: number): Promise<SecondFactorView> {
  return { since: formatInstantOrNull((await findSecondFactor(database.read, staffId))?.confirmed_at ?? null) };
}

/** Gives a device its secret, which counts once `confirmSecondFactor` has seen a code of it. Refuses `second_factor_on`. */
export function beginSecondFactor({ database }: Context, member: StoredStaff): Promise<BegunSecondFactor> {
  return database.transaction(async (transaction) => {
    await lockStaff(transaction, member.id);
    if (counts(await findSecondFactor(transaction, member.id))) throw new Refusal('second_factor_on');
    const secret = randomDeviceSecret();
    await saveSecondFactor(transaction, member.id, secret);
    return { secret, uri: deviceUri(secret, member.email) };
  });
}

/** From now on a code is asked for at sign-in. Refuses `second_factor_on`, `no_second_factor` where none was begun, `wrong_code`. */
export async function confirmSecondFactor({ database, clock }: Context, actor: Actor, staffId: number, code: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockStaff(transaction, staffId);
    const factor = await findSecondFactor(transaction, staffId);
    if (!factor) throw new Refusal('no_second_factor');
    if (counts(factor)) throw new Refusal('second_factor_on');
    const at = clock.now();
    if (!(await takesCode(transaction, staffId, factor.secret, code, at))) throw new Refusal('wrong_code');
    await markConfirmed(transaction, staffId, at);
    await auditFactor(transaction, { at, actor, staffId, action: 'staff.second_factor_set' });
  });
}

/** Refuses `no_second_factor`, `wrong_code`. */
export async function removeSecondFactor({ database, clock }: Context, actor: Actor, staffId: number, code: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockStaff(transaction, staffId);
    const factor = await findSecondFactor(transaction, staffId);
    if (!counts(factor)) throw new Refusal('no_second_factor');
    const at = clock.now();
    if (!(await takesCode(transaction, staffId, factor.secret, code, at))) throw new Refusal('wrong_code');
    await forgetSecondFactor(transaction, actor, staffId, at);
  });
}

/** Of somebody whose device is lost, too: two people have agreed that they are let in again. */
export async function forgetSecondFactor(transaction: Transaction, actor: Actor, staffId: number, at: number): Promise<void> {
  if (await deleteSecondFactor(transaction, staffId)) await auditFactor(transaction, { at, actor, staffId, action: 'staff.second_factor_removed' });
}

/**
 * At sign-in, once the password has matched: whoever has a second factor shows a code of it, each once (DESIGN 6). Refuses
 * `second_factor_required` where none is given, `bad_second_factor` where it is wrong, too old or used.
 */
export async function askSecondFactor(transaction: Transaction, staffId: number, code: string | undefined, at: number): Promise<void> {
  const factor = await findSecondFactor(transaction, staffId);
  if (!counts(factor)) return;
  if (!code) throw new Refusal('second_factor_required');
  if (!(await takesCode(transaction, staffId, factor.secret, code, at))) throw new Refusal('bad_second_factor');
}

async function takesCode(transaction: Transaction, staffId: number, secret: string, code: string, at: number): Promise<boolean> {
  const step = stepOfCode(secret, code, at);
  return step !== null && spendStep(transaction, staffId, step);
}

interface FactorChange {
  at: number;
  actor: Actor;
  staffId: number;
  action: Extract<AuditAction, `staff.second_factor_${string}`>;
}

async function auditFactor(transaction: Transaction, { at, actor, staffId, action }: FactorChange): Promise<void> {
  await writeAudit(transaction, { at, actor, action, subject_type: 'staff', subject_id: String(staffId), changes: {} });
}
