import type { Connection } from '../../db/statement.ts';
import { accountsByUid } from '../accounts/by-uid.ts';
import { auditSource } from '../audit/source.ts';
import { addDays, dayStart, formatInstant, monthEnd } from '../calendar.ts';
import { commissionsSource } from '../commissions/store.ts';
import { evaluationColumns } from '../evaluations/contract.ts';
import { isSettled } from '../evaluations/due.ts';
import { evaluationsSource } from '../evaluations/store.ts';
import type { Condition, ListQuery } from '../lists/query.ts';
import { payoutLinesSource } from '../payouts/source.ts';
import { findBatch } from '../payouts/store.ts';
import { Refusal } from '../refusal.ts';
import { csvOf } from './lines.ts';

/** The exports of CONTRACT 4, as chunks of text. Whoever runs a command sees what compliance sees. */
const ROLE = 'compliance';

/** Of a UTC day range, both included. */
export interface DayRange {
  from: string;
  to: string;
}

/** Refuses bad_request where it ends before it begins. */
function during(field: string, { from, to }: DayRange): Condition[] {
  if (from > to) throw new Refusal('bad_request', { field: 'from' }, 'from is after to.');
  return [
    { field, operator: 'gte', value: formatInstant(dayStart(from)) },
    { field, operator: 'lt', value: formatInstant(dayStart(addDays(to, 1))) },
  ];
}

function inOrder(field: string, filter: Condition[]): ListQuery {
  return { sort: { field, direction: 'ASC' }, range: { first: 0, last: 0 }, filter };
}

/**
 * Records by their instant, then id; of one affiliate where a uid is given. `at` decides what is held.
 * Refuses `bad_request`, `not_found` (no such account).
 */
export async function exportCommissions(connection: Connection, range: DayRange & { affiliate?: string }, at: number): Promise<AsyncGenerator<string>> {
  const { affiliate } = range;
  const filter = during('executed_at', range);
  if (affiliate !== undefined) {
    if (!(await accountsByUid(connection, [affiliate])).has(affiliate)) throw new Refusal('not_found', { affiliate });
    filter.push({ field: 'inviter_uid', operator: 'eq', value: affiliate });
  }
  return csvOf(connection, commissionsSource(at), inOrder('executed_at', filter), ROLE);
}

/** The evaluation of one month `YYYY-MM`, by affiliate; no lines where nobody was to be judged. Refuses `month_not_over`, `evaluation_pending`. */
export async function exportEvaluation(connection: Connection, month: string, at: number): Promise<AsyncGenerator<string>> {
  if (monthEnd(month) > at) throw new Refusal('month_not_over', { month });
  if (!(await isSettled(connection, month))) throw new Refusal('evaluation_pending', { month }, 'That month is not evaluated yet.');
  const query = inOrder('affiliate_uid', [{ field: 'month', operator: 'eq', value: month }]);
  return csvOf(connection, { ...evaluationsSource, columns: evaluationColumns }, query, ROLE);
}

/**
 * PAY-2, PAY-3: a released batch for the payment system, by line; what was withdrawn is no part of it any more.
 * Refuses `not_found`, `not_released`.
 */
export async function exportPayout(connection: Connection, batchId: string): Promise<AsyncGenerator<string>> {
  const batch = await findBatch(connection, Number(batchId));
  if (!batch) throw new Refusal('not_found', { id: batchId });
  if (batch.state === 'ready') throw new Refusal('not_released', { id: batchId });
  const query = inOrder('id', [
    { field: 'batch_id', operator: 'eq', value: batchId },
    { field: 'status', operator: 'in', value: ['released', 'paid', 'failed'] },
  ]);
  return csvOf(connection, payoutLinesSource, query, ROLE);
}

/** Refuses `bad_request`. */
export function exportAudit(connection: Connection, range: DayRange): AsyncGenerator<string> {
  return csvOf(connection, auditSource, inOrder('seq', during('at', range)), ROLE);
}
