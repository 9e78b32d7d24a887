import type { Knex } from 'knex';
import { execute, row, type Connection } from '../../db/statement.ts';
import type { Revealable, RevealField } from './contract.ts';

/** Each field null where it has been erased, or where the resource has none such. */
export type Identity = { account_id: number } & Record<RevealField, string | null>;

const identity = `FROM accounts a LEFT JOIN account_identities i ON i.account_id = a.id`;
const noWords = `CAST(NULL AS TEXT) AS channels, CAST(NULL AS TEXT) AS audience, CAST(NULL AS TEXT) AS text`;
const written = (column: string): string => `(SELECT f.text FROM free_texts f WHERE f.id = p.${column}_id) AS ${column}`;

/** Only who is in the resource can be revealed through it: an affiliate was enrolled, a referral is bound, an applicant has applied. */
const whose: Record<Revealable, string> = {
  affiliates: `SELECT a.id AS account_id, i.email, i.name, ${noWords} ${identity}
    WHERE a.uid = :id AND EXISTS (SELECT 1 FROM enrolments e WHERE e.account_id = a.id)`,
  referrals: `SELECT a.id AS account_id, i.email, i.name, ${noWords} ${identity}
    WHERE a.uid = :id AND EXISTS (SELECT 1 FROM bindings b WHERE b.invitee_id = a.id)`,
  applications: `SELECT a.id AS account_id, i.email, i.name, ${written('channels')}, ${written('audience')}, ${written('text')} ${identity}
    JOIN applications p ON p.account_id = a.id WHERE p.id = :id`,
};

export async function findIdentity(
  connection: Connection,
  resource: Revealable,
  id: string,
): Promise<Identity | undefined> {
  if (resource !== 'applications') return row<Identity>(connection, whose[resource], { id });
  return /^[1-9]\d{0,14}$/.test(id) ? row<Identity>(connection, whose[resource], { id: Number(id) }) : undefined;
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
