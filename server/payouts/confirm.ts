import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Transaction } from '../../db/statement.ts';
import { systemActor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { PayoutLineState } from './contract.ts';
import { giveBack, lineSet, payRecords } from './records.ts';

/** What the payment system says of a line (CONTRACT 1). */
export interface Confirmation {
  line_id: number;
  status: 'paid' | 'failed';
  at: number;
  reference: string;
}

export interface ConfirmableLine {
  id: number;
  state: PayoutLineState;
  confirmed_at: number | null;
  reference: string | null;
}

const columns = { line_id: 'integer', status: 'text', at: 'integer', reference: 'text' } as const;

/** The lines among these ids. */
export function confirmableLines(transaction: Transaction, ids: number[]): Promise<ConfirmableLine[]> {
  const { lines, parameters } = lineSet(transaction, ids);
  return rows(
    transaction, `SELECT l.id, l.state, l.confirmed_at, l.reference FROM payout_lines l WHERE l.id IN (SELECT s.id FROM ${lines} s)`, parameters,
  );
}

/**
 * PAY-3: marks released lines paid, their records with them, or failed, their records open again. A batch whose last line is
 * confirmed is paid, at the latest instant that its lines say. The caller holds the engine's head.
 */
export async function confirmLines(transaction: Transaction, list: Confirmation[], importId: number, at: number): Promise<void> {
  if (list.length === 0) return;
  await execute(
    transaction,
    `UPDATE payout_lines SET state = s.status, confirmed_at = s.at, reference = s.reference, import_id = :importId
     FROM {{confirmed}} s WHERE payout_lines.id = s.line_id AND payout_lines.state = 'released'`,
    { confirmed: JSON.stringify(list), importId },
    { confirmed: dialectOf(transaction).rowset('confirmed', columns) },
  );
  const ids = (status: Confirmation['status']): number[] => list.filter((one) => one.status === status).map((one) => one.line_id);
  await payRecords(transaction, ids('paid'));
  await giveBack(transaction, ids('failed'));
  await endBatches(transaction, list.map((one) => one.line_id), at);
}

async function endBatches(transaction: Transaction, lineIds: number[], at: number): Promise<void> {
  const { lines, parameters } = lineSet(transaction, lineIds);
  const ended = await rows<{ id: number; paid_at: number }>(
    transaction,
    `UPDATE payout_batches SET state = 'paid', paid_at = (SELECT max(m.confirmed_at) FROM payout_lines m WHERE m.batch_id = payout_batches.id)
     WHERE state = 'released' AND id IN (SELECT l.batch_id FROM payout_lines l WHERE l.id IN (SELECT s.id FROM ${lines} s))
       AND NOT EXISTS (SELECT 1 FROM payout_lines o WHERE o.batch_id = payout_batches.id AND o.state = 'released')
     RETURNING id, paid_at`,
    parameters,
  );
  for (const { id, paid_at } of ended.sort((a, b) => a.id - b.id)) {
    await writeAudit(transaction, {
      at, actor: systemActor, action: 'payout.paid', subject_type: 'payouts', subject_id: String(id),
      changes: { state: { old: 'released', new: 'paid' }, paid_at: { old: null, new: formatInstant(paid_at) } },
    });
  }
}

/** Confirmations that contradict an earlier one: each kept once, until compliance settles it. */
export async function keepConflicts(transaction: Transaction, list: Confirmation[], importId: number, at: number): Promise<void> {
  if (list.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO payout_conflicts (line_id, status, at, reference, import_id, found_at, state)
     SELECT s.line_id, s.status, s.at, s.reference, :importId, :found_at, 'open' FROM {{conflicts}} s WHERE true
     ON CONFLICT (line_id, status, at, reference) DO NOTHING`,
    { conflicts: JSON.stringify(list), importId, found_at: at },
    { conflicts: dialectOf(transaction).rowset('conflicts', columns) },
  );
}
