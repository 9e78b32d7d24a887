import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { FOREVER } from '../calendar.ts';
import type { ContentReasonCode, ContentReviewState } from './contract.ts';

/** The account, if it is or was an affiliate, kept until the transaction ends: of two submissions at once the second finds the first. */
export async function lockAffiliate(transaction: Transaction, uid: string): Promise<number | undefined> {
  const found = await row<{ id: number }>(
    transaction,
    `SELECT a.id FROM accounts a WHERE a.uid = :uid
       AND EXISTS (SELECT 1 FROM enrolment_periods p WHERE p.account_id = a.id AND p.known_to = ${FOREVER}) {{lock}}`,
    { uid },
    { lock: dialectOf(transaction).lockForUpdate },
  );
  return found?.id;
}

export async function isPending(connection: Connection, affiliateId: number, url: string): Promise<boolean> {
  const found = await row(
    connection,
    `SELECT 1 AS one FROM content_reviews WHERE affiliate_id = :affiliateId AND state = 'pending' AND url = :url`,
    { affiliateId, url },
  );
  return found !== undefined;
}

export interface NewReview {
  affiliate_id: number;
  url: string;
  channel: string;
  text_id: number;
  look_alikes: string;
  at: number;
}

export async function insertReview(transaction: Transaction, review: NewReview, actor: Actor): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO content_reviews (affiliate_id, url, channel, text_id, look_alikes, requested_by, requested_by_id, requested_at, state)
     VALUES (:affiliate_id, :url, :channel, :text_id, :look_alikes, :by, :by_id, :at, 'pending') RETURNING id`,
    { ...review, by: actor.name, by_id: actor.staff_id },
  );
  return (made as { id: number }).id;
}

export interface StoredReview {
  id: number;
  url: string;
  requested_by_id: number;
  requested_at: number;
  state: ContentReviewState;
}

/** Kept until the transaction ends. */
export function lockReview(transaction: Transaction, id: number): Promise<StoredReview | undefined> {
  return row<StoredReview>(
    transaction,
    'SELECT id, url, requested_by_id, requested_at, state FROM content_reviews WHERE id = :id {{lock}}',
    { id },
    { lock: dialectOf(transaction).lockForUpdate },
  );
}

export interface Decided {
  state: 'approved' | 'rejected';
  reason_code: ContentReasonCode | null;
  comment: string | null;
  issued: string;
  at: number;
}

/** Compare-and-set: true where it was pending. */
export async function decideRow(transaction: Transaction, id: number, decided: Decided, actor: Actor): Promise<boolean> {
  const touched = await execute(
    transaction,
    `UPDATE content_reviews SET state = :state, reason_code = :reason_code, comment = :comment, issued = :issued, decided_at = :at,
       decided_by = :by, decided_by_id = :by_id WHERE id = :id AND state = 'pending'`,
    { id, ...decided, by: actor.name, by_id: actor.staff_id },
  );
  return touched === 1;
}

export interface Counted {
  affiliate_id: number;
  state: ContentReviewState;
  reason_code: ContentReasonCode | null;
  reviews: number;
}

/** How many submissions each of these affiliates has, by state and reason. */
export function countReviews(connection: Connection, affiliateIds: number[]): Promise<Counted[]> {
  return rows<Counted>(
    connection,
    `SELECT r.affiliate_id, r.state, r.reason_code, count(*) AS reviews
     FROM {{ids}} k JOIN content_reviews r ON r.affiliate_id = k.id GROUP BY r.affiliate_id, r.state, r.reason_code`,
    { ids: JSON.stringify(affiliateIds.map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
}
