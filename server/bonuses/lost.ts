import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection, type Parameters, type Transaction } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import { stillEntitled } from './promises.ts';
import { moveBonuses } from './totals.ts';

/** Since when something else is known of an affiliate. */
export interface LateStanding {
  account_id: number;
  from_at: number;
}

/** An award, judged again by what is now known of its affiliate (CAM-6, STA-10). */
export interface JudgedBonus {
  bonus_id: number;
  affiliate_id: number;
  /** Of cash. */
  record_id: number | null;
  /** '' where it stands. */
  reason: '' | 'enrolment_ended' | 'suspended';
}

/** That a cash award was made in; one that was activated since does not stand for it (STA-10). */
const awardedIn = `(SELECT c.enrolment_id FROM bonuses m JOIN commission_records c ON c.id = m.record_id
  WHERE m.campaign_id = n.campaign_id AND m.invitee_id = n.invitee_id AND m.side = 'inviter')`;

/** Until when the enrolment of the promise is open; 0: there was none when the invitee registered. */
const enrolmentTo = `COALESCE((SELECT max(e.to_at) FROM bindings b JOIN enrolment_periods e ON e.account_id = b.inviter_id AND e.known_to = ${FOREVER}
    AND e.from_at <= b.bound_at AND b.bound_at < e.to_at AND e.enrolment_id = COALESCE(${awardedIn}, e.enrolment_id)
  WHERE b.inviter_id = n.affiliate_id AND b.invitee_id = n.invitee_id AND b.kind = 'registration'), 0)`;

/** Of the awards for what was reached at or after these facts, those that no longer hold: an end, once known, is never taken back. */
export async function bonusesLost(connection: Connection, facts: LateStanding[]): Promise<JudgedBonus[]> {
  if (facts.length === 0) return [];
  const since = await judged(
    connection,
    'n.id IN (SELECT m.id FROM {{facts}} h CROSS JOIN bonuses m WHERE m.affiliate_id = h.account_id AND m.earned_at >= h.from_at)',
    { facts: JSON.stringify(facts.map(({ account_id, from_at }) => ({ account_id, from_at }))) },
    { facts: dialectOf(connection).rowset('facts', { account_id: 'integer', from_at: 'integer' }) },
  );
  return since.filter(({ reason }) => reason !== '');
}

/** The award whose record this is; none of another record. */
export async function bonusOfRecord(connection: Connection, recordId: number): Promise<JudgedBonus | undefined> {
  return (await judged(connection, 'n.record_id = :recordId', { recordId }))[0];
}

function judged(connection: Connection, where: string, parameters: Parameters, fragments: Record<string, string> = {}): Promise<JudgedBonus[]> {
  return rows<JudgedBonus>(
    connection,
    `SELECT q.bonus_id, q.affiliate_id, q.record_id,
       CASE WHEN ${stillEntitled} THEN '' WHEN q.earned_at >= q.enrolment_to THEN 'enrolment_ended' ELSE 'suspended' END AS reason
     FROM (SELECT n.id AS bonus_id, n.affiliate_id, n.record_id, n.earned_at, ${enrolmentTo} AS enrolment_to FROM bonuses n WHERE ${where}) q
     ORDER BY q.bonus_id`,
    parameters,
    fragments,
  );
}

/** Which of these awards are vouchers and trial funds that nobody has confirmed yet: they are not to be distributed. */
export async function undistributed(connection: Connection, lost: JudgedBonus[]): Promise<number[]> {
  const pending = await rows<{ id: number }>(
    connection,
    `SELECT n.id FROM bonuses n WHERE n.id IN (SELECT r.id FROM {{ids}} r) AND n.reward <> 'cash' AND n.state = 'pending' ORDER BY n.id`,
    { ids: JSON.stringify(lost.map(({ bonus_id }) => ({ id: bonus_id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return pending.map(({ id }) => id);
}

/** Withdraws those: answers which they are. */
export async function withdrawPending(transaction: Transaction, lost: JudgedBonus[]): Promise<number[]> {
  const ids = await undistributed(transaction, lost);
  await moveBonuses(
    transaction,
    `UPDATE bonuses SET state = 'reversed' WHERE id IN (SELECT r.id FROM {{ids}} r)`,
    { ids: JSON.stringify(ids.map((id) => ({ id }))) },
    { ids: dialectOf(transaction).rowset('ids', { id: 'integer' }) },
  );
  return ids;
}
