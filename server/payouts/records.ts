import { dialectOf } from '../../db/connection.ts';
import { execute, type Parameters, type Transaction } from '../../db/statement.ts';
import { payBonuses } from '../bonuses/records.ts';
import { moveRecords, type MovedRecords } from '../commissions/move.ts';
import { candidates, payable, type Candidates } from './candidates.ts';

/**
 * PAY-1: makes the lines of a batch, puts their records into it, and keeps in mind what stays open of all that was looked at.
 */
export async function fillBatch(transaction: Transaction, batchId: number, seen: Candidates, at: number): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO payout_lines (batch_id, affiliate_id, currency, amount_units, amount_fraction_e8, records, state)
     SELECT :batch, p.inviter_id, p.currency, p.units, p.fraction, p.records, 'ready' FROM (${payable}) AS p ORDER BY p.inviter_id, p.currency`,
    { batch: batchId, ...seen, at },
  );
  // The line by a scalar subquery, not a join: PostgreSQL does not know yet how many lines there are, and would look at every record for each.
  await execute(
    transaction,
    `INSERT INTO payout_line_records (line_id, record_id, active)
     SELECT w.line_id, w.record_id, 1 FROM (
       SELECT o.id AS record_id, (SELECT l.id FROM payout_lines l
         WHERE l.batch_id = :batch AND l.affiliate_id = o.inviter_id AND l.currency = o.currency) AS line_id
       FROM (${candidates}) AS o) AS w
     WHERE w.line_id IS NOT NULL ORDER BY w.line_id, w.record_id`,
    { batch: batchId, ...seen },
  );
  const ofBatch = 'SELECT r.record_id FROM payout_lines l JOIN payout_line_records r ON r.line_id = l.id WHERE l.batch_id = :batch';
  await moveRecords(transaction, { from: 'open', to: 'in_batch' }, { where: `c.id IN (${ofBatch})`, parameters: { batch: batchId } });
  await execute(
    transaction,
    `DELETE FROM payout_leftovers WHERE (SELECT c.status FROM commission_records c WHERE c.id = payout_leftovers.record_id) <> 'open'`,
  );
  await execute(
    transaction,
    `INSERT INTO payout_leftovers (record_id) SELECT c.id FROM commission_records c WHERE c.id > :after AND c.id <= :last AND c.status = 'open'`,
    { after: seen.after, last: seen.last },
  );
}

/** A FROM item of the ids bound to `:lines`. */
export function lineSet(transaction: Transaction, lineIds: number[]): { lines: string; parameters: Parameters } {
  return {
    lines: dialectOf(transaction).rowset('lines', { id: 'integer' }),
    parameters: { lines: JSON.stringify(lineIds.map((id) => ({ id }))) },
  };
}

/** PAY-3: the records of lines that failed or were withdrawn are open again and enter the next sum; the lines stay as history. */
export async function giveBack(transaction: Transaction, lineIds: number[]): Promise<void> {
  if (lineIds.length === 0) return;
  const { lines, parameters } = lineSet(transaction, lineIds);
  const ofLines = `SELECT r.record_id FROM payout_line_records r WHERE r.active = 1 AND r.line_id IN (SELECT s.id FROM ${lines} s)`;
  await moveRecords(transaction, { from: 'in_batch', to: 'open' }, { where: `c.id IN (${ofLines})`, parameters });
  await execute(transaction, `INSERT INTO payout_leftovers (record_id) ${ofLines}`, parameters);
  await execute(
    transaction, `UPDATE payout_line_records SET active = 0 WHERE active = 1 AND line_id IN (SELECT s.id FROM ${lines} s)`, parameters,
  );
}

/** The records of lines that are confirmed as paid, with the instant that their line says. */
export async function payRecords(transaction: Transaction, lineIds: number[]): Promise<void> {
  if (lineIds.length === 0) return;
  const { lines, parameters } = lineSet(transaction, lineIds);
  const paid: MovedRecords = {
    where: `c.id IN (SELECT r.record_id FROM payout_line_records r WHERE r.active = 1 AND r.line_id IN (SELECT s.id FROM ${lines} s))`,
    parameters,
  };
  const distributedAt = `(SELECT l.confirmed_at FROM payout_line_records r JOIN payout_lines l ON l.id = r.line_id
    WHERE r.record_id = c.id AND r.active = 1)`;
  await moveRecords(transaction, { from: 'in_batch', to: 'paid', distributedAt }, paid);
  await payBonuses(transaction, lines, parameters);
}
