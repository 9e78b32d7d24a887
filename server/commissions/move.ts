import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Parameters, type Transaction } from '../../db/statement.ts';
import { moveIncome } from '../performance/kept.ts';
import { totalsOfRecords } from './totals.ts';

/** Records on their way to payout: a condition over `c`, commission_records, that holds before and after the move. */
export interface MovedRecords {
  where: string;
  parameters: Parameters;
}

/** The way of a record to payout and back (PAY-3). */
export type Move = { from: 'open'; to: 'in_batch' } | { from: 'in_batch'; to: 'open' } | { from: 'in_batch'; to: 'paid'; distributedAt: string };

const key = {
  day: 'text', inviter_id: 'integer', programme: 'text', family: 'text', currency: 'text', status: 'text', reason: 'text', kind: 'text',
} as const;
const dimensions = Object.keys(key).join(', ');

/**
 * Moves the records that stand at `from`, with the kept aggregates, and answers how many they were. Of paid ones `distributedAt`
 * is the expression over `c` of the instant. Who calls it holds the engine head.
 */
export async function moveRecords(transaction: Transaction, move: Move, { where, parameters }: MovedRecords): Promise<number> {
  const dialect = dialectOf(transaction);
  const standing = `(${where}) AND c.status = '${move.from}'`;
  const touched = await rows<{ records: number }>(
    transaction,
    `WITH moved AS MATERIALIZED (${totalsOfRecords(dialect, standing)})
     INSERT INTO commission_totals (${dimensions}, records, amount_units, amount_fraction_e8)
     SELECT * FROM (
       SELECT ${dimensions}, -records AS records, -amount_units AS amount_units, -amount_fraction_e8 AS amount_fraction_e8 FROM moved
       UNION ALL
       SELECT ${dimensions.replace('status', `'${move.to}'`)}, records, amount_units, amount_fraction_e8 FROM moved) AS both_sides
     WHERE true
     ON CONFLICT (${dimensions}) DO UPDATE SET
       records = commission_totals.records + excluded.records,
       amount_units = commission_totals.amount_units + excluded.amount_units,
       amount_fraction_e8 = commission_totals.amount_fraction_e8 + excluded.amount_fraction_e8
     RETURNING ${dimensions}, records`,
    parameters,
  );
  await dropEmpty(transaction, touched.filter(({ records }) => records === 0));
  await moveIncome(transaction, move.to, standing, parameters);
  const distributed = move.to === 'paid' ? `, distributed_at = ${move.distributedAt}` : '';
  return execute(transaction, `UPDATE commission_records AS c SET status = '${move.to}'${distributed} WHERE ${standing}`, parameters);
}

/** What nothing is left in would be summed by every figure for ever. */
async function dropEmpty(transaction: Transaction, empty: object[]): Promise<void> {
  if (empty.length === 0) return;
  await execute(
    transaction,
    `DELETE FROM commission_totals WHERE (${dimensions}) IN (SELECT ${dimensions} FROM {{empty}} e)`,
    { empty: JSON.stringify(empty) },
    { empty: dialectOf(transaction).rowset('empty', key) },
  );
}
