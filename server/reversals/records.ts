import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Transaction } from '../../db/statement.ts';
import { reverseBonuses } from '../bonuses/records.ts';
import { dayOf } from '../calendar.ts';
import { newestRecord } from '../commissions/newest.ts';
import { addToTotals } from '../commissions/totals.ts';
import { readHead } from '../engine/head.ts';

/** A record made by no run: a reversal, a correction. */
const NO_RUN = 0;

/**
 * The run day of such a record: the last day that a run covers, so that the next batch nets it (PAY-4), and run days never fall
 * where ids rise (server/commissions/bounds.ts).
 */
async function runDay(transaction: Transaction): Promise<string> {
  const { covered_until } = await readHead(transaction);
  return dayOf(covered_until - 1);
}

const copied = `trade_ref, inviter_id, invitee_id, binding_id, enrolment_id, rulebook_id, programme, product, family, tier, rate_bps, currency, checks`;
const columns = `kind, ${copied}, executed_at, base_e8, amount_e8, reason, status, run_id, run_day, known_at, reverses_id`;

/**
 * PAY-4: a reversal is a new record with the negative amount that names the first; open like any other.
 * Answers the new record's id by that of the reversed one. The caller holds the engine's head, so that ids go up with arrival.
 */
export async function writeReversals(transaction: Transaction, recordIds: number[], at: number, revision: number): Promise<Map<number, number>> {
  if (recordIds.length === 0) return new Map();
  const after = await newestRecord(transaction);
  const made = await rows<{ id: number; reverses_id: number }>(
    transaction,
    `INSERT INTO commission_records (${columns})
     SELECT 'reversal', ${prefixed('c')}, :at, -c.base_e8, -c.amount_e8, '', 'open', ${NO_RUN}, :day, :revision, c.id
     FROM {{ids}} r JOIN commission_records c ON c.id = r.id ORDER BY c.id
     RETURNING id, reverses_id`,
    { ids: JSON.stringify(recordIds.map((id) => ({ id }))), at, day: await runDay(transaction), revision },
    { ids: dialectOf(transaction).rowset('ids', { id: 'integer' }) },
  );
  await addToTotals(transaction, after);
  await reverseBonuses(transaction, recordIds);
  return new Map(made.map((one) => [one.reverses_id, one.id]));
}

/** PAY-6: a new positive record beside the one it corrects (the correction's row names it); answers its id. */
export async function writeCorrection(
  transaction: Transaction,
  { record_id, amount_e8, at, revision }: { record_id: number; amount_e8: bigint; at: number; revision: number },
): Promise<number> {
  const after = await newestRecord(transaction);
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO commission_records (${columns})
     SELECT 'correction', ${prefixed('c')}, :at, 0, :amount_e8, '', 'open', ${NO_RUN}, :day, :revision, NULL
     FROM commission_records c WHERE c.id = :record_id
     RETURNING id`,
    { record_id, amount_e8, at, day: await runDay(transaction), revision },
  );
  await addToTotals(transaction, after);
  return (made as { id: number }).id;
}

function prefixed(alias: string): string {
  return copied.split(', ').map((name) => `${alias}.${name}`).join(', ');
}
