import { execute, row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { FOREVER } from '../calendar.ts';
import type { BoostState } from './contract.ts';

/** A request as it is stored; instants in ms; `affiliate_id` null: the whole programme. */
export interface StoredBoost {
  id: number;
  affiliate_id: number | null;
  programme: string;
  from_at: number;
  to_at: number;
  requested_by_id: number;
  state: BoostState;
}

export function findBoost(connection: Connection, id: number, lock = ''): Promise<StoredBoost | undefined> {
  return row<StoredBoost>(
    connection,
    'SELECT id, affiliate_id, programme, from_at, to_at, requested_by_id, state FROM boosts WHERE id = :id {{lock}}',
    { id },
    { lock },
  );
}

/** The account, if it takes part in the programme at any instant of `[from, to)`, as believed now. */
export async function accountInProgramme(
  connection: Connection,
  uid: string,
  programme: string,
  from: number,
  to: number,
): Promise<number | undefined> {
  const found = await row<{ id: number }>(
    connection,
    `SELECT a.id FROM accounts a WHERE a.uid = :uid AND EXISTS (SELECT 1 FROM enrolment_periods p WHERE p.account_id = a.id
       AND p.programme = :programme AND p.known_to = ${FOREVER} AND p.from_at < :to AND :from < p.to_at)`,
    { uid, programme, from, to },
  );
  return found?.id;
}

export async function insertBoost(
  transaction: Transaction,
  boost: { affiliate_id: number | null; programme: string; from_at: number; to_at: number; text_id: number; at: number },
  actor: Actor,
): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO boosts (affiliate_id, programme, from_at, to_at, text_id, requested_by, requested_by_id, requested_at, state)
     VALUES (:affiliate_id, :programme, :from_at, :to_at, :text_id, :requested_by, :requested_by_id, :at, 'pending') RETURNING id`,
    { ...boost, requested_by: actor.name, requested_by_id: actor.staff_id },
  );
  return (made as { id: number }).id;
}

/** Compare-and-set: true where it was pending. */
export async function decideBoostRow(
  transaction: Transaction,
  id: number,
  state: BoostState,
  decided: { at: number; comment: string | null },
  actor: Actor,
): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE boosts SET state = :state, decided_by = :by, decided_by_id = :by_id, decided_at = :at, comment = :comment
     WHERE id = :id AND state = 'pending'`,
    { id, state, ...decided, by: actor.name, by_id: actor.staff_id },
  );
  return touched === 1;
}

/** What evaluations ask (TIE-9), known from the revision on. */
export async function insertBoostPeriod(transaction: Transaction, boost: StoredBoost, revision: number): Promise<void> {
  const { affiliate_id, programme, from_at, to_at, id } = boost;
  await execute(
    transaction,
    `INSERT INTO boost_periods (account_id, programme, from_at, to_at, known_from, known_to, cause)
     VALUES (:affiliate_id, :programme, :from_at, :to_at, :revision, ${FOREVER}, :cause)`,
    { affiliate_id, programme, from_at, to_at, revision, cause: `boost:${id}` },
  );
}
