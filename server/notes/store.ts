import { row, type Connection, type Transaction } from '../../db/statement.ts';
import type { NoteSubject } from './contract.ts';

/** How a subject is found by its id in the list of its kind, and whose timeline it stands in. */
const subjects: Record<NoteSubject, { sql: string; serial: boolean }> = {
  affiliates: { serial: false, sql: 'SELECT a.id AS affiliate_id FROM accounts a WHERE a.uid = :id' },
  'status-changes': { serial: true, sql: 'SELECT c.affiliate_id FROM status_changes c WHERE c.id = :id' },
  'tier-reviews': { serial: true, sql: 'SELECT r.affiliate_id FROM tier_reviews r WHERE r.id = :id' },
  commissions: { serial: true, sql: 'SELECT c.inviter_id AS affiliate_id FROM commission_records c WHERE c.id = :id' },
  reversals: {
    serial: true,
    sql: 'SELECT c.inviter_id AS affiliate_id FROM reversals v JOIN commission_records c ON c.id = v.record_id WHERE v.id = :id',
  },
  corrections: {
    serial: true,
    sql: 'SELECT c.inviter_id AS affiliate_id FROM corrections v JOIN commission_records c ON c.id = v.record_id WHERE v.id = :id',
  },
  'payout-lines': { serial: true, sql: 'SELECT l.affiliate_id FROM payout_lines l WHERE l.id = :id' },
  // Who applied may never have been an affiliate.
  applications: { serial: true, sql: 'SELECT p.account_id AS affiliate_id FROM applications p WHERE p.id = :id' },
  'content-reviews': { serial: true, sql: 'SELECT q.affiliate_id FROM content_reviews q WHERE q.id = :id' },
};

const serialForm = /^[1-9]\d{0,14}$/;

/** The affiliate of a subject, or undefined where there is no such subject. */
export async function affiliateOf(connection: Connection, type: NoteSubject, id: string): Promise<number | undefined> {
  const { sql, serial } = subjects[type];
  if (serial && !serialForm.test(id)) return undefined;
  return (await row<{ affiliate_id: number }>(connection, sql, { id: serial ? Number(id) : id }))?.affiliate_id;
}

export async function insertNote(
  transaction: Transaction,
  note: {
    subject_type: NoteSubject;
    subject_id: string;
    affiliate_id: number;
    kind: string;
    text_id: number;
    author: string;
    author_id: number | null;
    at: number;
  },
): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO notes (subject_type, subject_id, affiliate_id, kind, text_id, author, author_id, at)
     VALUES (:subject_type, :subject_id, :affiliate_id, :kind, :text_id, :author, :author_id, :at) RETURNING id`,
    { ...note },
  );
  return (made as { id: number }).id;
}
