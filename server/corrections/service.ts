import type { Database } from '../../db/connection.ts';
import { row, type Connection } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import type { Clock } from '../clock.ts';
import { lockHead, nextRevision } from '../engine/head.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { formatAmount, parseAmount } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { writeCorrection } from '../reversals/records.ts';
import { auditDecision, knownRecord, lockPending, type Asking } from '../reversals/service.ts';
import { decideRequest, insertRequests, type StoredRequest } from '../reversals/store.ts';
import { differenceOf, type Difference } from '../shortfalls/difference.ts';

/**
 * PAY-6: one asks for a positive record beside one that came out too low. The engine's figure is taken where it has one; another
 * amount is then refused, and an amount must be named only where it has none. Refuses bad_value, already_pending.
 */
export async function requestCorrection(database: Database, clock: Clock, actor: Actor, asking: Asking & { amount?: string | undefined }): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    const record = await knownRecord(transaction, asking.record_id);
    if (record.kind === 'reversal') throw new Refusal('bad_value', { field: 'record_id' }, 'record_id: a reversal is not corrected; correct what it reverses.');
    const pending = await row(transaction, `SELECT 1 AS yes FROM corrections WHERE record_id = :id AND state = 'pending'`, { id: record.id });
    if (pending) throw new Refusal('already_pending', { record_id: asking.record_id });
    const { amount_e8, cause } = await amountOf(transaction, record.id, asking.amount);
    const text_id = await insertFreeText(transaction, record.inviter_id, asking.text);
    const ids = await insertRequests(transaction, 'corrections', [{
      record_id: record.id, affiliate_id: record.inviter_id, amount_e8, currency: record.currency, reason_code: asking.reason_code, text_id, cause,
    }], actor, at);
    const id = ids.get(record.id) as number;
    await writeAudit(transaction, {
      at, actor, action: 'correction.requested', subject_type: 'corrections', subject_id: String(id),
      changes: {
        record_id: { old: null, new: asking.record_id },
        amount: { old: null, new: formatAmount(amount_e8) },
        reason_code: { old: null, new: asking.reason_code },
      },
    });
    return id;
  });
}

/** The engine's own figure, with what found that the record falls short; or what is named where it derives none. */
async function amountOf(connection: Connection, recordId: number, given: string | undefined): Promise<{ amount_e8: bigint; cause: string | null }> {
  const { difference } = await differenceOf(connection, recordId);
  if (difference > 0n) {
    if (given !== undefined && parsed(given) !== difference) {
      throw new Refusal('bad_value', { field: 'amount', derived: formatAmount(difference) }, 'amount: the engine derives another difference.');
    }
    const found = await row<{ cause: string }>(connection, 'SELECT cause FROM shortfalls WHERE record_id = :recordId', { recordId });
    return { amount_e8: difference, cause: found?.cause ?? 'engine' };
  }
  if (given === undefined) throw new Refusal('bad_value', { field: 'amount' }, 'amount: the engine derives no difference for this record; name the amount.');
  return { amount_e8: parsed(given), cause: null };
}

function parsed(text: string): bigint {
  const amount = parseAmount(text);
  if (typeof amount !== 'bigint' || amount <= 0n) throw new Refusal('bad_value', { field: 'amount' }, 'amount is no positive decimal with at most 8 places.');
  return amount;
}

/** A second person approves: the new record is written. Refuses not_found, forbidden, own_request, not_pending, stale (the engine's figure moved). */
export async function approveCorrection(database: Database, clock: Clock, actor: Actor, id: number, comment: string | null): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, `correction:${id}`);
    const request = await lockPending(transaction, 'corrections', actor, id, 'approve');
    refuseMoved(request, await differenceOf(transaction, request.record_id));
    const result_record_id = await writeCorrection(transaction, { record_id: request.record_id, amount_e8: request.amount_e8, at, revision });
    const decided = { decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment, result_record_id };
    if (!(await decideRequest(transaction, 'corrections', id, 'approved', decided))) throw new Refusal('not_pending');
    await auditDecision(transaction, 'correction.approved', request, actor, at, comment, result_record_id);
  });
}

/** The engine's figure must be what it was when it was asked for; of an amount that was named it must still derive none. */
function refuseMoved(request: StoredRequest, { decided, as_known_now, corrected }: Difference): void {
  const own = as_known_now - decided - (corrected - request.amount_e8);
  if (request.cause === null ? own <= 0n || own === request.amount_e8 : own === request.amount_e8) return;
  throw new Refusal('stale', { what: 'difference', is: formatAmount(own > 0n ? own : 0n), was: formatAmount(request.amount_e8) });
}
