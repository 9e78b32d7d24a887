import { addMonths, monthEnd, monthOf } from '../calendar.ts';
import { row, type Connection } from '../../db/statement.ts';
import { Refusal } from '../refusal.ts';
import { readHead } from '../engine/head.ts';
import { isTiered } from '../rulebooks/rules.ts';

/** TIE-3: the month is closed, or nobody with tiers was enrolled at its end. */
export async function isSettled(connection: Connection, month: string): Promise<boolean> {
  const closed = await row(connection, 'SELECT 1 AS yes FROM closed_months WHERE month = :month', { month });
  if (closed) return true;
  return !(await enrolledWithTiersAt(connection, monthEnd(month)));
}

async function enrolledWithTiersAt(connection: Connection, at: number): Promise<boolean> {
  const { revision } = await readHead(connection);
  const one = await row(
    connection,
    `SELECT 1 AS yes FROM enrolment_periods e
     WHERE ${isTiered('e.programme')} AND e.from_at <= :at AND :at < e.to_at AND e.known_from <= :revision AND :revision < e.known_to
     LIMIT 1`,
    { at, revision },
  );
  return one !== undefined;
}

/** While the month before a day is not evaluated, that day's commission run is refused (TIE-3). */
export async function refuseWhileEvaluationPending(connection: Connection, day: string): Promise<void> {
  const month = addMonths(day.slice(0, 7), -1);
  if (!(await isSettled(connection, month))) throw new Refusal('evaluation_pending', { month, day });
}

/** The month whose end has passed without its evaluation, or null; no review is decided meanwhile (TIE-3). */
export async function evaluationDue(connection: Connection, now: number): Promise<string | null> {
  const month = addMonths(monthOf(now), -1);
  return (await isSettled(connection, month)) ? null : month;
}
