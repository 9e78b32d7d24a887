import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { tableOf } from '../transitions/table.ts';
import { claimables, type Claimable, type Colleague } from './contract.ts';

/** Holds as long as the case of a row of claims waits for its decision. */
export const caseWaits = (claim: string): string => claimables
  .map((resource) => `(${claim}.resource = '${resource}' AND EXISTS
    (SELECT 1 FROM ${tableOf(resource)} waiting WHERE waiting.id = ${claim}.case_id AND waiting.state = 'pending'))`)
  .join(' OR ');

export interface StoredClaim {
  id: number;
  resource: Claimable;
  case_id: number;
  staff_id: number;
  holder: string;
  until_at: number;
}

const claimSql = `SELECT c.id, c.resource, c.case_id, c.staff_id, s.email AS holder, c.until_at FROM claims c JOIN staff s ON s.id = c.staff_id`;

/** The state of a case, or undefined where there is none. */
export async function stateOfCase(connection: Connection, resource: Claimable, id: number): Promise<string | undefined> {
  return (await row<{ state: string }>(connection, `SELECT state FROM ${tableOf(resource)} WHERE id = :id`, { id }))?.state;
}

export function lockClaim(transaction: Transaction, resource: Claimable, caseId: number): Promise<StoredClaim | undefined> {
  return row<StoredClaim>(
    transaction, `${claimSql} WHERE c.resource = :resource AND c.case_id = :case_id ${lockOf(transaction)}`, { resource, case_id: caseId },
  );
}

/** A claim by its number, if its case still waits. */
export function lockClaimById(transaction: Transaction, id: number): Promise<StoredClaim | undefined> {
  return row<StoredClaim>(transaction, `${claimSql} WHERE c.id = :id AND (${caseWaits('c')}) ${lockOf(transaction)}`, { id });
}

function lockOf(transaction: Transaction): string {
  const { lockForUpdate } = dialectOf(transaction);
  return lockForUpdate === '' ? '' : `${lockForUpdate} OF c`;
}

export interface Holding {
  staff_id: number;
  given_by_id: number | null;
  taken_at: number;
  until_at: number;
}

/** The number of the new claim, or undefined where somebody was faster. */
export async function insertClaim(transaction: Transaction, resource: Claimable, caseId: number, holding: Holding): Promise<number | undefined> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO claims (resource, case_id, staff_id, given_by_id, taken_at, until_at)
     VALUES (:resource, :case_id, :staff_id, :given_by_id, :taken_at, :until_at) ON CONFLICT (resource, case_id) DO NOTHING RETURNING id`,
    { resource, case_id: caseId, ...holding },
  );
  return made?.id;
}

export async function moveClaim(transaction: Transaction, id: number, holding: Holding): Promise<void> {
  await execute(
    transaction,
    'UPDATE claims SET staff_id = :staff_id, given_by_id = :given_by_id, taken_at = :taken_at, until_at = :until_at WHERE id = :id',
    { id, ...holding },
  );
}

export async function keepClaim(transaction: Transaction, id: number, until: number): Promise<void> {
  await execute(transaction, 'UPDATE claims SET until_at = :until WHERE id = :id', { id, until });
}

export async function deleteClaim(transaction: Transaction, id: number): Promise<void> {
  await execute(transaction, 'DELETE FROM claims WHERE id = :id', { id });
}

/** Those whose cases have been decided: they say nothing any more. */
export async function deleteSettledClaims(transaction: Transaction): Promise<void> {
  await execute(transaction, `DELETE FROM claims WHERE NOT (${caseWaits('claims')})`);
}

/** Active staff in these roles, but for one. */
export function activeIn(connection: Connection, roles: readonly string[], but: number): Promise<(Colleague & { id: number })[]> {
  const listed = roles.map((_role, place) => `:role${place}`).join(', ');
  return rows<Colleague & { id: number }>(
    connection, `SELECT id, email, name FROM staff WHERE state = 'active' AND role IN (${listed}) AND id <> :but ORDER BY email`,
    { but, ...Object.fromEntries(roles.map((role, place) => [`role${place}`, role])) },
  );
}
