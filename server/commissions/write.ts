import { BESIDE } from '../../db/aside.ts';
import { dialectOf } from '../../db/connection.ts';
import { execute, type Transaction } from '../../db/statement.ts';
import { decideOver } from '../engine/decide.ts';
import type { FreshTotal } from '../performance/kept.ts';
import type { StoredRun } from '../runs/store.ts';
import { newestRecord } from './newest.ts';
import type { TallyRow } from './tally.ts';
import { addDecided, decidedTotals, sumDecided } from './totals.ts';

/** A record as it is decided: the columns of commission_records that differ between those of a run. */
const decidedColumns = {
  kind: 'text', trade_ref: 'integer', inviter_id: 'integer', invitee_id: 'integer', binding_id: 'integer', enrolment_id: 'integer',
  rulebook_id: 'integer', programme: 'text', executed_at: 'integer', product: 'text', family: 'text', tier: 'integer', rate_bps: 'integer',
  base_e8: 'integer', amount_e8: 'integer', currency: 'text', reason: 'text', checks: 'text', status: 'text', known_at: 'integer',
} as const;
const listed = Object.keys(decidedColumns).join(', ');
const declared = Object.entries(decidedColumns).map(([name, kind]) => `${name} {{${kind}}}`).join(', ');

/** In the order of execution, in which SQLite comes by the trades of a range anyway. */
const decide = (cases: 'range' | 'late'): string => `
  INSERT INTO decided_records (${listed})
  ${decideOver(cases)}
  SELECT 'commission', trade_ref, inviter_id, invitee_id, binding_id, enrolment_id, rulebook_id, COALESCE(programme, ''), executed_at, product,
    family, CAST(tier AS INTEGER), rate_bps, base_e8, amount_e8, currency, reason, checks,
    CASE WHEN amount_e8 > 0 THEN 'open' ELSE 'zero' END, known_at
  FROM amounts ORDER BY executed_at, trade_ref`;

/**
 * In the order in which they were decided, and in which both engines read a table that was filled by one statement. Each trade once (REF-7), by the
 * index of records: a look at them beforehand would cost every trade what hardly one needs.
 */
const insertDecided = `
  INSERT INTO commission_records (${listed}, run_id, run_day) SELECT ${listed}, :run_id, :run_day FROM decided_records WHERE true
  ON CONFLICT (trade_ref) WHERE kind = 'commission' DO NOTHING`;

const dropThoseBefore = `
  DELETE FROM decided_records WHERE trade_ref IN (
    SELECT d.trade_ref FROM decided_records d CROSS JOIN commission_records x WHERE x.trade_ref = d.trade_ref AND x.kind = 'commission' AND x.id <= :after)`;

/** Trades that are decided, in `decided_records` and `decided_totals`, and not yet written. */
export interface Decided {
  count: number;
  sums: FreshTotal[];
}

/** Decides them into tables of this connection, or `aside`, for the one that will write (db/aside.ts). */
export async function decideRecords(
  connection: Transaction,
  cases: 'range' | 'late',
  parameters: Record<string, number | string>,
  where: 'here' | 'aside',
): Promise<Decided> {
  const create = where === 'here' ? 'CREATE TEMP TABLE' : `CREATE TABLE ${BESIDE}.`;
  const claimed = dialectOf(connection).rowset('claimed', { trade_ref: 'integer' });
  await execute(connection, `${create} decided_records (${declared})`);
  await execute(connection, `${create} decided_totals (${decidedTotals})`);
  const count = await execute(connection, decide(cases), parameters, cases === 'late' ? { claimed } : {});
  return { count, sums: await sumDecided(connection) };
}

/**
 * Writes what is decided, with all that is kept of it; answers what was new of it. Deciding and writing by turns would cost SQLite an eighth more than
 * one after the other (each has the pages it works on at hand).
 */
export async function writeDecided(transaction: Transaction, run: StoredRun, { count, sums }: Decided): Promise<TallyRow[]> {
  const after = await newestRecord(transaction);
  const inserted = await execute(transaction, insertDecided, { run_id: run.id, run_day: run.period });
  if (inserted === count) {
    await addDecided(transaction, sums);
    return sums;
  }
  await execute(transaction, dropThoseBefore, { after });
  await execute(transaction, 'DELETE FROM decided_totals');
  const fresh = await sumDecided(transaction);
  await addDecided(transaction, fresh);
  return fresh;
}

/** Takes away what was decided in the transaction's own connection. */
export async function forgetDecided(transaction: Transaction): Promise<void> {
  await execute(transaction, 'DROP TABLE decided_records');
  await execute(transaction, 'DROP TABLE decided_totals');
}
