import { row, type Transaction } from '../../db/statement.ts';
import { systemActor, type Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { readHead } from '../engine/head.ts';
import { bonusesLost, bonusOfRecord } from '../bonuses/lost.ts';
import { insertFreeText } from '../free-texts/store.ts';
import { recordsAffected, type AffectedRecord } from './affected.ts';
import { recordsOfBonuses, withdrawBonuses } from './late-bonuses.ts';
import { writeReversals } from './records.ts';
import { decideRequest, findRecord, insertRequests, insertShortfalls, type Decided } from './store.ts';

/** A fact that a feed brought: whose it is, from which instant it holds, and its name (`event:…`, `deactivation:…`). */
export interface LateFact {
  account_id: number;
  from_at: number;
  cause: string;
}

/**
 * STA-10 for what came by feed: of the earning records whose checks no longer all pass the system asks the reversal, which one
 * member of staff approves; records that would now earn are listed. In the transaction that learnt the facts.
 */
export async function askForReversals(transaction: Transaction, facts: LateFact[], at: number, revision: number): Promise<void> {
  await askForBonuses(transaction, facts, at);
  const { covered_until } = await readHead(transaction);
  const late = facts.filter((fact) => fact.from_at < covered_until);
  if (late.length === 0) return;
  const { passes_again, to_reverse, falls_short } = await recordsAffected(transaction, late, revision, ['to_reverse', 'passes_again', 'falls_short']);
  await takeBack(transaction, passes_again, late, at);
  await insertShort(transaction, falls_short, late, at);
  await ask(transaction, to_reverse, (record) => causeFor(accountsOf(record), late), at);
}

/** CAM-6, STA-10: the same of what campaigns have brought, which no run of commission covers; what is not yet distributed is withdrawn. */
export async function askForBonuses(transaction: Transaction, facts: LateFact[], at: number): Promise<void> {
  const lost = await bonusesLost(transaction, facts);
  await ask(transaction, await recordsOfBonuses(transaction, lost), (record) => causeFor(accountsOf(record), facts), at);
  if (lost.length > 0) await withdrawBonuses(transaction, lost, ({ affiliate_id }) => causeFor([affiliate_id], facts), at);
}

/** A request of staff that came first stood for what the checks say; where it is refused the system asks for itself. */
export async function askInstead(transaction: Transaction, { id, record_id }: { id: number; record_id: number }, at: number): Promise<void> {
  const { revision } = await readHead(transaction);
  const record = await findRecord(transaction, record_id);
  if (!record || record.invitee_id === null) return;
  const bonus = record.kind === 'bonus' ? await bonusOfRecord(transaction, record_id) : undefined;
  if (bonus?.reason) {
    await ask(transaction, await recordsOfBonuses(transaction, [bonus]), () => `reversal:${id}`, at);
    return;
  }
  const touching = [{ account_id: record.invitee_id, from_at: record.executed_at }];
  const { to_reverse } = await recordsAffected(transaction, touching, revision, ['to_reverse']);
  await ask(transaction, to_reverse.filter((one) => one.record_id === record_id), () => `reversal:${id}`, at);
}

async function ask(transaction: Transaction, records: AffectedRecord[], causeOf: (record: AffectedRecord) => string, at: number): Promise<void> {
  if (records.length === 0) return;
  const asked = [];
  for (const [inviter, own] of byInviter(records)) {
    const text_id = await insertFreeText(transaction, inviter, 'By what became known after the record was made, its checks no longer all pass (STA-10).');
    asked.push(...own.map((record) => ({
      record_id: record.record_id, affiliate_id: record.inviter_id, amount_e8: -record.amount_e8, currency: record.currency, reason_code: 'feed_change', text_id,
      cause: causeOf(record),
    })));
  }
  const ids = await insertRequests(transaction, 'reversals', asked, systemActor, at);
  for (const record of records) {
    await writeAudit(transaction, {
      at, actor: systemActor, action: 'reversal.requested', subject_type: 'reversals', subject_id: String(ids.get(record.record_id)),
      changes: { record_id: { old: null, new: String(record.record_id) }, reason_now: { old: null, new: record.reason } },
      reason: causeOf(record),
    });
  }
}

/** STA-10: records that would now earn stay as they are and are listed, whether a feed or a request brought what is known now. */
export async function listShortfalls(transaction: Transaction, facts: LateFact[], at: number, revision: number): Promise<void> {
  await insertShort(transaction, (await recordsAffected(transaction, facts, revision, ['falls_short'])).falls_short, facts, at);
}

async function insertShort(transaction: Transaction, short: AffectedRecord[], facts: LateFact[], at: number): Promise<void> {
  await insertShortfalls(transaction, short.map((record) => ({ record_id: record.record_id, cause: causeFor(accountsOf(record), facts) })), at);
}

/** What the system asked for and what came since makes groundless: it takes its request back. */
async function takeBack(transaction: Transaction, records: AffectedRecord[], facts: LateFact[], at: number): Promise<void> {
  for (const record of records) {
    const request = await row<{ id: number }>(
      transaction,
      `SELECT id FROM reversals WHERE record_id = :recordId AND state = 'pending'`,
      { recordId: record.record_id },
    );
    const id = (request as { id: number }).id;
    const comment = `its checks all pass again (${causeFor(accountsOf(record), facts)})`;
    await decideRequest(transaction, 'reversals', id, 'rejected', { decided_by: systemActor.name, decided_by_id: null, decided_at: at, comment });
    await writeAudit(transaction, {
      at, actor: systemActor, action: 'reversal.rejected', subject_type: 'reversals', subject_id: String(id),
      changes: { state: { old: 'pending', new: 'rejected' }, record_id: { old: null, new: String(record.record_id) } }, reason: comment,
    });
  }
}

/** STA-10 for a requested change: its approval covers the reversals that its preview named. Answers how many. */
export async function reverseUnder(
  transaction: Transaction,
  records: AffectedRecord[],
  { requester, decided, reason_code, text_id, cause, at, revision }: {
    requester: Actor; decided: Decided; reason_code: string; text_id: number; cause: string; at: number; revision: number;
  },
): Promise<number> {
  const made = await writeReversals(transaction, records.map((record) => record.record_id), at, revision);
  await insertRequests(
    transaction,
    'reversals',
    records.map((record) => ({
      record_id: record.record_id, affiliate_id: record.inviter_id, amount_e8: -record.amount_e8, currency: record.currency, reason_code, text_id, cause,
      result_record_id: made.get(record.record_id) as number,
    })),
    requester,
    at,
    decided,
  );
  return made.size;
}

/** Whose facts touch the record: its inviter's, its invitee's, and theirs whose promise it was. */
function accountsOf({ inviter_id, invitee_id, promised_to_id }: AffectedRecord): (number | null)[] {
  return [inviter_id, invitee_id, promised_to_id];
}

/** The earliest of the facts that touches one of these accounts. */
function causeFor(accounts: (number | null)[], facts: LateFact[]): string {
  const touching = facts.filter((fact) => accounts.includes(fact.account_id));
  return touching.reduce((first, fact) => (fact.from_at < first.from_at ? fact : first)).cause;
}

function byInviter(records: AffectedRecord[]): Map<number, AffectedRecord[]> {
  const groups = new Map<number, AffectedRecord[]>();
  for (const record of records) groups.set(record.inviter_id, [...(groups.get(record.inviter_id) ?? []), record]);
  return groups;
}
