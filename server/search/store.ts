import { rows, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';

export interface FoundAccount {
  id: number;
  uid: string;
  country: string;
  /** Of the last enrolment. */
  programme: string | null;
}

const accountColumns = `a.id, a.uid, a.country, (
  SELECT p.programme FROM enrolment_periods p WHERE p.account_id = a.id AND p.known_to = ${FOREVER}
  ORDER BY p.from_at DESC LIMIT 1) AS programme`;

export function accountsByKey(connection: Connection, key: string): Promise<FoundAccount[]> {
  return rows(connection, `SELECT ${accountColumns} FROM accounts a WHERE a.uid = :key`, { key });
}

export function accountsByCode(connection: Connection, code: string): Promise<FoundAccount[]> {
  return rows(connection, `SELECT ${accountColumns} FROM accounts a WHERE a.referral_code = :code`, { code });
}

/** Addresses are kept as the exchange gave them; the whole one must be known. */
export function accountsByEmail(connection: Connection, email: string, limit: number): Promise<FoundAccount[]> {
  return rows(
    connection,
    `SELECT ${accountColumns} FROM account_identities i JOIN accounts a ON a.id = i.account_id
     WHERE i.email = :email ORDER BY a.uid LIMIT :limit`,
    { email, limit },
  );
}

export interface FoundTrade {
  trade_id: string;
  uid: string;
  product: string;
  executed_at: number;
}

export function tradesByKey(connection: Connection, key: string): Promise<FoundTrade[]> {
  return rows(
    connection,
    `SELECT t.trade_id, a.uid, t.product, t.executed_at FROM trades t JOIN accounts a ON a.id = t.account_id WHERE t.trade_id = :key`,
    { key },
  );
}

export interface FoundRecord {
  id: number;
  uid: string;
  kind: string;
  amount: string;
  currency: string;
}

export function recordsById(connection: Connection, id: number): Promise<FoundRecord[]> {
  return rows(
    connection,
    `SELECT r.id, a.uid, r.kind, CAST(r.amount_e8 AS TEXT) AS amount, r.currency
     FROM commission_records r JOIN accounts a ON a.id = r.inviter_id WHERE r.id = :id`,
    { id },
  );
}
