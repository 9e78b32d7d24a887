import { row, rows, type Connection } from '../../db/statement.ts';
import { dialectOf } from '../../db/connection.ts';
import { anyChanged, decideOver } from '../engine/decide.ts';

/** A fact that became known late: the account it is about, and from which instant it holds. */
export interface LateChange {
  account_id: number;
  from_at: number;
}

/** An earning record whose checks, asked again with what is now known, no longer all pass (STA-10); amounts in e8. */
export interface AffectedRecord {
  record_id: number;
  inviter_id: number;
  invitee_id: number;
  /** Of a bonus: the affiliate whose campaign it was, where the payee may be the invitee. */
  promised_to_id: number | null;
  /** Null of a bonus. */
  trade_id: string | null;
  executed_at: number;
  amount_e8: bigint;
  currency: string;
  status: string;
  /** The first check that fails now. */
  reason: string;
}

/** What a fact that came late makes of a record; one of them at most: a reversed record is not asked about again (PAY-4). */
export type Outcome = 'to_reverse' | 'passes_again' | 'falls_short';

/** Which records of the decided trades are looked at, and for what: their own, or the corrections that were paid beside them (PAY-6). */
const looked: { join: string; outcomes: Outcome[] }[] = [
  { join: `JOIN commission_records x ON x.trade_ref = a.trade_ref AND x.kind = 'commission'`, outcomes: ['to_reverse', 'passes_again', 'falls_short'] },
  {
    join: `JOIN commission_records b ON b.trade_ref = a.trade_ref AND b.kind = 'commission'
      JOIN corrections k ON k.record_id = b.id AND k.state = 'approved' JOIN commission_records x ON x.id = k.result_record_id`,
    outcomes: ['to_reverse', 'passes_again'],
  },
];

/** The enrolment that a record was decided in is over: one that was activated since does not stand for it (STA-10). */
const otherEnrolment = 'a.enrolment_id IS DISTINCT FROM x.enrolment_id';

/** Reversed once, or asked to be: not again (PAY-4). */
const toBeReversed = `x.reason = '' AND x.amount_e8 > 0 AND (a.reason <> '' OR ${otherEnrolment})
  AND NOT EXISTS (SELECT 1 FROM reversals v WHERE v.record_id = x.id AND v.state IN ('pending', 'approved'))`;

/**
 * Zero records that would earn by what is now known, in the enrolment that they were decided in: an activation or a ratio that
 * arrives after a record does not change it (STA-10). A reversed record whose checks all pass again is one of them.
 */
const fallsShort = `a.reason = '' AND a.amount_e8 > 0 AND x.enrolment_id = a.enrolment_id
  AND (x.reason <> '' OR EXISTS (SELECT 1 FROM reversals v WHERE v.record_id = x.id AND v.state = 'approved' AND v.source = 'system'))
  AND NOT EXISTS (SELECT 1 FROM shortfalls f WHERE f.record_id = x.id)`;

/** Asked to be reversed by the system, and passing all checks again by what came since. */
const passesAgain = `a.reason = '' AND NOT (${otherEnrolment})
  AND EXISTS (SELECT 1 FROM reversals v WHERE v.record_id = x.id AND v.state = 'pending' AND v.source = 'system')`;

const holds: Record<Outcome, string> = { to_reverse: toBeReversed, passes_again: passesAgain, falls_short: fallsShort };

/** Of a row for which one of them holds. */
function outcomeOf([first, ...others]: Outcome[]): string {
  return others.length === 0 ? `'${first}'` : `CASE ${others.map((one) => `WHEN ${holds[one]} THEN '${one}'`).join(' ')} ELSE '${first}' END`;
}

/**
 * By the statement that decided them, over the trades of the changed accounts and of their invitees from the changes' instants on: once for
 * all outcomes that are asked for. With `inviterId` the records of that affiliate alone: what staff ask for of one person touches no other.
 */
export async function recordsAffected(
  connection: Connection,
  changes: LateChange[],
  revision: number,
  asked: Outcome[],
  inviterId: number | null = null,
): Promise<Record<Outcome, AffectedRecord[]>> {
  const found: Record<Outcome, AffectedRecord[]> = { to_reverse: [], passes_again: [], falls_short: [] };
  const parameters = { changes: JSON.stringify(changes) };
  const fragments = { changes: dialectOf(connection).rowset('changes', { account_id: 'integer', from_at: 'integer' }) };
  // Mostly there is none, as nothing is traded yet after a change of today: PostgreSQL would plan for longer than this takes.
  if (changes.length === 0 || !(await row(connection, anyChanged, parameters, fragments))) return found;
  const questions = looked.map((one) => ({ ...one, outcomes: one.outcomes.filter((outcome) => asked.includes(outcome)) })).filter((one) => one.outcomes.length > 0);
  const list = await rows<Omit<AffectedRecord, 'amount_e8'> & { amount_e8: string; outcome: Outcome }>(
    connection,
    // Named twice, the amounts are decided once.
    `${decideOver('changed')} ${questions.map(({ join, outcomes }) => `
     SELECT x.id AS record_id, x.inviter_id, x.invitee_id, NULL AS promised_to_id, a.trade_id, x.executed_at, CAST(x.amount_e8 AS TEXT) AS amount_e8, x.currency, x.status,
       CASE WHEN a.reason = '' AND ${otherEnrolment} THEN 'enrolment_ended' ELSE a.reason END AS reason,
       ${outcomeOf(outcomes)} AS outcome
     FROM amounts a ${join} WHERE ${inviterId === null ? '' : 'x.inviter_id = :inviterId AND '}(${outcomes.map((one) => `(${holds[one]})`).join(' OR ')})
    `).join(' UNION ALL ')} ORDER BY record_id`,
    { ...parameters, known_at: revision, ...(inviterId === null ? {} : { inviterId }) },
    fragments,
  );
  for (const { outcome, ...item } of list) found[outcome].push({ ...item, amount_e8: BigInt(item.amount_e8) });
  return found;
}
