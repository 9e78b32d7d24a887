import { row, rows, type Connection } from '../../db/statement.ts';
import type { EndReason } from '../affiliates/contract.ts';
import { FOREVER } from '../calendar.ts';
import { holdsPayout, restrictionLaid } from '../commissions/held.ts';
import type { RecordKind } from '../commissions/contract.ts';
import type { Outcome } from '../evaluations/contract.ts';
import type { PayoutLineState } from '../payouts/contract.ts';
import { standingStop } from '../payouts/store.ts';
import { inConflict } from '../payouts/withdrawals.ts';
import type { AccountType, Programme } from '../rulebooks/contract.ts';
import { stateThen } from '../status-changes/by-the-clock.ts';
import type { ReasonCode, StatusChangeKind, StatusChangeState } from '../status-changes/contract.ts';
import type { TierReviewState } from '../tier-reviews/contract.ts';

/** Whether nothing of an affiliate is paid out at `:at`, for whatever reason: a restriction, a conflict, a stop (STA-7, PAY-3, PAY-7). */
const isHeld = (account: string): string => `CASE WHEN ${holdsPayout(account)}
  OR EXISTS (${standingStop}) OR ${account} IN (${inConflict})
  THEN 1 ELSE 0 END`;

export interface StoredRecord {
  kind: RecordKind;
  status: 'zero' | 'open' | 'in_batch' | 'paid';
  amount: string;
  currency: string;
  at: number;
  run_day: string;
  distributed_at: number | null;
  held: number;
  open_units: string;
  open_fraction: string;
  line_day: string | null;
  line_status: PayoutLineState | null;
  deadline_at: number | null;
  failed_day: string | null;
  failed_at: number | null;
  reversed_at: number | null;
  reverses: RecordKind | null;
}

const openSum = (column: string): string => `(SELECT CAST(COALESCE(sum(t.${column}), 0) AS TEXT) FROM commission_totals t
  WHERE t.inviter_id = c.inviter_id AND t.currency = c.currency AND t.status = 'open')`;

/** A record with where it stands on its way to payout. */
export function findRecord(connection: Connection, id: number, at: number): Promise<StoredRecord | undefined> {
  return row<StoredRecord>(
    connection,
    `SELECT c.kind, c.status, CAST(c.amount_e8 AS TEXT) AS amount, c.currency, COALESCE(x.executed_at, c.executed_at) AS at, c.run_day,
       c.distributed_at, ${isHeld('c.inviter_id')} AS held, ${openSum('amount_units')} AS open_units, ${openSum('amount_fraction_e8')} AS open_fraction,
       b.day AS line_day, l.state AS line_status, b.deadline_at, y.day AS failed_day, f.confirmed_at AS failed_at, v.executed_at AS reversed_at, o.kind AS reverses
     FROM commission_records c
     LEFT JOIN trades x ON x.id = c.trade_ref
     LEFT JOIN commission_records v ON v.reverses_id = c.id
     LEFT JOIN commission_records o ON o.id = c.reverses_id
     LEFT JOIN payout_line_records r ON r.record_id = c.id AND r.active = 1
     LEFT JOIN payout_lines l ON l.id = r.line_id
     LEFT JOIN payout_batches b ON b.id = l.batch_id
     LEFT JOIN payout_lines f ON f.id = (SELECT max(w.id) FROM payout_lines w WHERE w.affiliate_id = c.inviter_id AND w.currency = c.currency
       AND w.state = 'failed' AND EXISTS (SELECT 1 FROM payout_line_records q WHERE q.line_id = w.id AND q.record_id = c.id))
     LEFT JOIN payout_batches y ON y.id = f.batch_id
     WHERE c.id = :id`,
    { id, at },
  );
}

export interface StoredLine {
  currency: string;
  status: PayoutLineState;
  units: string;
  fraction: string;
  day: string;
  deadline_at: number;
  confirmed_at: number | null;
  held: number;
}

const lineColumns = `SELECT l.currency, l.state AS status, CAST(l.amount_units AS TEXT) AS units, CAST(l.amount_fraction_e8 AS TEXT) AS fraction,
  b.day, b.deadline_at, l.confirmed_at, ${isHeld('l.affiliate_id')} AS held
  FROM payout_lines l JOIN payout_batches b ON b.id = l.batch_id`;

export function findLine(connection: Connection, id: number, at: number): Promise<StoredLine | undefined> {
  return row<StoredLine>(connection, `${lineColumns} WHERE l.id = :id`, { id, at });
}

/** The lines of an affiliate that are on their way. */
export function linesUnderWay(connection: Connection, affiliate_id: number, at: number): Promise<StoredLine[]> {
  return rows<StoredLine>(
    connection, `${lineColumns} WHERE l.affiliate_id = :affiliate_id AND l.state IN ('ready', 'released') ORDER BY l.id`, { affiliate_id, at },
  );
}

/** What is open of an affiliate by currency, from the kept aggregates; `held`: none of it is paid out now. */
export function openSums(
  connection: Connection, affiliate_id: number, at: number,
): Promise<{ currency: string; units: string; fraction: string; held: number }[]> {
  return rows(
    connection,
    `SELECT g.currency, CAST(g.units AS TEXT) AS units, CAST(g.fraction AS TEXT) AS fraction, ${isHeld('g.inviter_id')} AS held FROM (
       SELECT t.inviter_id, t.currency, sum(t.amount_units) AS units, sum(t.amount_fraction_e8) AS fraction
       FROM commission_totals t WHERE t.inviter_id = :affiliate_id AND t.status = 'open' GROUP BY t.inviter_id, t.currency) AS g`,
    { affiliate_id, at },
  );
}

export interface StoredChange {
  affiliate_id: number;
  kind: StatusChangeKind;
  state: StatusChangeState;
  to: string;
  reason_code: ReasonCode;
  effective_at: number;
  requested_at: number;
  /** Whether a restriction that it laid on has begun, and when it ended; FOREVER: not yet. */
  laid_until: number | null;
}

/** A status change as the clock has it; `cause` is how it names itself in what it lays on. */
export function findChange(connection: Connection, id: number, cause: string, now: number): Promise<StoredChange | undefined> {
  return row<StoredChange>(
    connection,
    `SELECT c.affiliate_id, c.kind, c.to_value AS "to", c.reason_code, c.effective_at, c.requested_at,
       ${stateThen(':now')} AS state,
       (SELECT max(s.to_at) FROM account_states s WHERE s.account_id = c.affiliate_id AND s.field = 'restriction' AND s.known_to = ${FOREVER}
          AND s.cause = :cause AND s.from_at <= :now) AS laid_until
     FROM status_changes c WHERE c.id = :id`,
    { id, cause, now },
  );
}

export interface StoredEnrolment {
  enrolment_id: number;
  programme: Programme;
  from_at: number;
  to_at: number;
  end_reason: EndReason | null;
  /** What the account was at the end, or is. */
  account_type: AccountType | null;
}

/** The enrolments of an account as believed now, the latest first. */
export function enrolmentsOf(connection: Connection, account_id: number): Promise<StoredEnrolment[]> {
  return rows<StoredEnrolment>(
    connection,
    `SELECT p.enrolment_id, p.programme, p.from_at, p.to_at, p.end_reason,
       (SELECT s.value FROM account_states s WHERE s.account_id = p.account_id AND s.field = 'account_type' AND s.known_to = ${FOREVER}
          AND s.from_at <= p.to_at AND p.to_at < s.to_at) AS account_type
     FROM enrolment_periods p WHERE p.account_id = :account_id AND p.known_to = ${FOREVER} ORDER BY p.from_at DESC`,
    { account_id },
  );
}

export interface StoredEvaluation {
  rulebook_id: number;
  month: string;
  tier_before: number;
  qualified_invitees: number | null;
  units: string;
  fraction: string;
  tier_reached: number;
  outcome: Outcome;
  boosted: number;
  review_state: TierReviewState | null;
  decided_at: number | null;
}

/** The last evaluation of an enrolment with the review that came of it. */
export function lastEvaluation(connection: Connection, affiliate_id: number, enrolment_id: number): Promise<StoredEvaluation | undefined> {
  return row<StoredEvaluation>(
    connection,
    `SELECT e.rulebook_id, e.month, e.tier_before, e.qualified_invitees, CAST(e.volume_units AS TEXT) AS units, CAST(e.volume_fraction_e8 AS TEXT) AS fraction,
       e.tier_reached, e.outcome, e.boosted, r.state AS review_state, r.decided_at
     FROM evaluations e LEFT JOIN tier_reviews r ON r.evaluation_id = e.id
     WHERE e.affiliate_id = :affiliate_id AND e.enrolment_id = :enrolment_id ORDER BY e.month DESC LIMIT 1`,
    { affiliate_id, enrolment_id },
  );
}

/** Until when a boost period that is active at the instant protects; null where none is. */
export async function boostUntil(connection: Connection, account_id: number, programme: Programme, at: number): Promise<number | null> {
  const found = await row<{ to_at: number | null }>(
    connection,
    `SELECT max(b.to_at) AS to_at FROM boost_periods b WHERE b.known_to = ${FOREVER} AND b.programme = :programme
       AND (b.account_id IS NULL OR b.account_id = :account_id) AND b.from_at <= :at AND :at < b.to_at`,
    { account_id, programme, at },
  );
  return found?.to_at ?? null;
}

/** The restriction that holds at the instant, and since when. */
export function restrictionSince(connection: Connection, account_id: number, at: number): Promise<{ value: string; from_at: number } | undefined> {
  return row<{ value: string; from_at: number }>(
    connection,
    `SELECT s.value, s.from_at ${restrictionLaid(':account_id', ':at')}`,
    { account_id, at },
  );
}
