import type { Knex } from 'knex';
import { execute, row, type Connection } from '../../db/statement.ts';
import type { Revealable } from './contract.ts';

export interface Identity {
  account_id: number;
  /** Null where it has been erased. */
  email: string | null;
  name: string | null;
}

/** Only who is in the resource can be revealed through it: an affiliate was enrolled, a referral is bound. */
const membership: Record<Revealable, string> = {
  affiliates: 'EXISTS (SELECT 1 FROM enrolments e WHERE e.account_id = a.id)',
  referrals: 'EXISTS (SELECT 1 FROM bindings b WHERE b.invitee_id = a.id)',
};

export async function findIdentity(
  connection: Connection,
  resource: Revealable,
  uid: string,
): Promise<Identity | undefined> {
  return row<Identity>(
    connection,
    `SELECT a.id AS account_id, i.email, i.name
     FROM accounts a LEFT JOIN account_identities i ON i.account_id = a.id
     WHERE a.uid = :uid AND ${membership[resource]}`,
    { uid },
  );
}

export async function countReveals(connection: Connection, staffId: number, since: number): Promise<number> {
  const counted = await row<{ n: number }>(
    connection,
    'SELECT count(*) AS n FROM reveals WHERE staff_id = :staffId AND at > :since',
    {
      staffId,
      since,
    },
  );
  return counted?.n ?? 0;
}

export interface NewReveal {
  staff_id: number;
  account_id: number;
  fields: string;
  reason: string;
  at: number;
}

export async function insertReveal(transaction: Knex.Transaction, reveal: NewReveal): Promise<void> {
  await execute(
    transaction,
    'INSERT INTO reveals (staff_id, account_id, fields, reason, at) VALUES (:staff_id, :account_id, :fields, :reason, :at)',
    { ...reveal },
  );
}
