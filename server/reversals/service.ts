import { createHash } from 'node:crypto';
import type { Database } from '../../db/connection.ts';
import { row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { bonusOfRecord } from '../bonuses/lost.ts';
import type { Clock } from '../clock.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { takeStep } from '../transitions/service.ts';
import { lockHead, nextRevision, readHead } from '../engine/head.ts';
import { decidedTrade } from '../explanations/decided.ts';
import { formatAmount, joinSum } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { recordRequestSteps, type ReversalPreview } from './contract.ts';
import { askInstead } from './late.ts';
import { writeReversals } from './records.ts';
import { decideRequest, findRecord, findRequest, insertRequests, lockRequest, type RecordFacts, type StoredRequest } from './store.ts';

/** Who asks for what, and why. */
export interface Asking {
  record_id: string;
  reason_code: string;
  text: string;
}

export async function knownRecord(connection: Connection, recordId: string): Promise<RecordFacts> {
  const record = /^[1-9]\d{0,14}$/.test(recordId) ? await findRecord(connection, Number(recordId)) : undefined;
  if (!record) throw new Refusal('bad_value', { field: 'record_id' }, 'record_id: there is no such record.');
  return record;
}

/** PAY-4: one asks. Refuses bad_value, not_reversible (nothing in it, or itself a reversal), already_reversed, already_pending. */
export async function requestReversal(database: Database, clock: Clock, actor: Actor, asking: Asking): Promise<number> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    const record = await knownRecord(transaction, asking.record_id);
    if (record.kind === 'reversal' || record.amount_e8 <= 0n) throw new Refusal('not_reversible', { record_id: asking.record_id, kind: record.kind });
    await refuseTwice(transaction, record.id);
    const text_id = await insertFreeText(transaction, record.inviter_id, asking.text);
    const ids = await insertRequests(transaction, 'reversals', [{
      record_id: record.id, affiliate_id: record.inviter_id, amount_e8: -record.amount_e8, currency: record.currency, reason_code: asking.reason_code, text_id, cause: null,
    }], actor, at);
    const id = ids.get(record.id) as number;
    await writeAudit(transaction, {
      at, actor, action: 'reversal.requested', subject_type: 'reversals', subject_id: String(id),
      changes: {
        record_id: { old: null, new: asking.record_id },
        amount: { old: null, new: formatAmount(-record.amount_e8) },
        reason_code: { old: null, new: asking.reason_code },
      },
    });
    return id;
  });
}

async function refuseTwice(transaction: Transaction, recordId: number): Promise<void> {
  const earlier = await row<{ state: string }>(
    transaction,
    `SELECT state FROM reversals WHERE record_id = :recordId AND state IN ('pending', 'approved')`,
    { recordId },
  );
  if (earlier) throw new Refusal(earlier.state === 'pending' ? 'already_pending' : 'already_reversed', { record_id: String(recordId) });
}

/** What approving would write, and what stands behind it now. */
export async function previewReversal(connection: Connection, id: number): Promise<ReversalPreview> {
  const request = await findRequest(connection, 'reversals', id);
  if (!request) throw new Refusal('not_found', { id: String(id) });
  return previewOf(connection, request);
}

async function previewOf(connection: Connection, request: StoredRequest): Promise<ReversalPreview> {
  const record = (await findRecord(connection, request.record_id)) as RecordFacts;
  const open = await openSum(connection, record.inviter_id, record.currency);
  const reason_now = request.source === 'system' ? await reasonNow(connection, record) : null;
  const shown = {
    record_id: String(record.id),
    trade_id: record.trade_id,
    affiliate_uid: record.affiliate_uid,
    amount: formatAmount(request.amount_e8),
    currency: record.currency,
    status: record.status,
    reason_now,
  };
  // The open sum moves with every run and says nothing against the decision: it is shown, and no part of the version.
  const version = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
  return { version, ...shown, open_before: formatAmount(open), open_after: formatAmount(open + request.amount_e8) };
}

async function openSum(connection: Connection, inviterId: number, currency: string): Promise<bigint> {
  const sum = await row<{ units: string | null; fraction: string | null }>(
    connection,
    `SELECT CAST(sum(amount_units) AS TEXT) AS units, CAST(sum(amount_fraction_e8) AS TEXT) AS fraction FROM commission_totals
     WHERE inviter_id = :inviterId AND currency = :currency AND status = 'open'`,
    { inviterId, currency },
  );
  return joinSum(sum?.units ?? '0', sum?.fraction ?? '0');
}

/** STA-10: the first check that fails by what is known now; null where all pass again. */
async function reasonNow(connection: Connection, record: RecordFacts): Promise<string | null> {
  if (record.kind === 'bonus') return (await bonusOfRecord(connection, record.id))?.reason || null;
  const { revision } = await readHead(connection);
  const now = record.trade_id === null ? null : await decidedTrade(connection, record.trade_id, revision);
  if (now && now.reason === '' && now.enrolment_id !== record.enrolment_id) return 'enrolment_ended';
  return now?.reason ? now.reason : null;
}

/**
 * A second person approves; of those that the system asks for one is enough (STA-10), but the record must still fail its checks.
 * Refuses not_found, forbidden, own_request, not_pending, stale, preview_changed.
 */
export async function approveReversal(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  { comment, preview }: { comment?: string | undefined; preview: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    const revision = await nextRevision(transaction, at, `reversal:${id}`);
    const request = await lockPending(transaction, 'reversals', actor, id, 'approve');
    const now = await previewOf(transaction, request);
    if (request.source === 'system' && now.reason_now === null) throw new Refusal('stale', { what: 'the checks of the record all pass again' });
    if (now.version !== preview) throw new Refusal('preview_changed', { seen: preview, now: now as unknown as Record<string, unknown> });
    const made = await writeReversals(transaction, [request.record_id], at, revision);
    const decided = {
      decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment: comment ?? null,
      result_record_id: made.get(request.record_id) as number,
    };
    if (!(await decideRequest(transaction, 'reversals', id, 'approved', decided))) throw new Refusal('not_pending');
    await auditDecision(transaction, 'reversal.approved', request, actor, at, comment ?? null, decided.result_record_id);
  });
}

/** Refuses not_found, forbidden, own_request, not_pending. */
export async function rejectRequest(
  database: Database,
  clock: Clock,
  actor: Actor,
  table: 'reversals' | 'corrections',
  id: number,
  comment: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    const request = await lockPending(transaction, table, actor, id, 'reject');
    const decided = { decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment };
    if (!(await decideRequest(transaction, table, id, 'rejected', decided))) throw new Refusal('not_pending');
    await auditDecision(transaction, table === 'reversals' ? 'reversal.rejected' : 'correction.rejected', request, actor, at, comment, null);
    if (table === 'reversals' && request.source === 'staff') await askInstead(transaction, request, at);
  });
}

/** The request, locked, where this person may decide it so now. */
export async function lockPending(
  transaction: Transaction,
  table: 'reversals' | 'corrections',
  actor: Actor,
  id: number,
  verb: 'approve' | 'reject',
): Promise<StoredRequest> {
  const request = await lockRequest(transaction, table, id);
  if (!request) throw new Refusal('not_found', { id: String(id) });
  takeStep(recordRequestSteps, verb, actor, request);
  return request;
}

export async function auditDecision(
  transaction: Transaction,
  action: 'reversal.approved' | 'reversal.rejected' | 'correction.approved' | 'correction.rejected',
  request: StoredRequest,
  actor: Actor,
  at: number,
  comment: string | null,
  resultRecordId: number | null,
): Promise<void> {
  const [noun, state] = action.split('.') as ['reversal' | 'correction', string];
  await writeAudit(transaction, {
    at, actor, action, subject_type: `${noun}s`, subject_id: String(request.id),
    changes: {
      state: { old: 'pending', new: state },
      record_id: { old: null, new: String(request.record_id) },
      amount: { old: null, new: formatAmount(request.amount_e8) },
      result_record_id: { old: null, new: resultRecordId === null ? null : String(resultRecordId) },
    },
    reason: comment,
  });
}
