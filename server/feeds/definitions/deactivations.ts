import { dialectOf } from '../../../db/connection.ts';
import { execute, type Transaction } from '../../../db/statement.ts';
import type { KnownAccount } from '../../accounts/by-uid.ts';
import { nextRevision } from '../../engine/head.ts';
import { askForReversals, type LateFact } from '../../reversals/late.ts';
import { recordFeedChange } from '../../status-changes/by-feed.ts';
import { endOpenEnrolment, loadStanding, saveStanding, type EndedEnrolment } from '../../status-changes/standing.ts';
import { addFault, readId, readInstant, type RawRow } from '../values.ts';
import { compareWithStored, rejectIfFaulty, type FeedDefinition, type Landing, type LandingContext } from '../definition.ts';
import { settleStored, settleUids } from '../keyed.ts';
import { byKeys } from '../lookup.ts';

interface Deactivation {
  deactivation_id: string;
  uid: string;
  ended_at: number;
}

const compared = { uid: 'uid', ended_at: 'ended_at' } as const;

function read(raw: RawRow): Deactivation {
  return { deactivation_id: readId(raw, 'deactivation_id'), uid: readId(raw, 'uid'), ended_at: readInstant(raw, 'ended_at') };
}

/** ENR-7: an affiliate leaves by its own wish, told by the exchange. Refused where no enrolment is open at the instant. */
async function land(transaction: Transaction, chunk: Landing<Deactivation>[], context: LandingContext): Promise<void> {
  const revision = await nextRevision(transaction, context.at, `import:${context.import_id}`);
  const stored = await byKeys<Deactivation>(
    transaction,
    chunk.map((row) => row.parsed.deactivation_id),
    `SELECT d.deactivation_id, a.uid, d.ended_at
     FROM {{keys}} k JOIN deactivations d ON d.deactivation_id = k.key JOIN accounts a ON a.id = d.account_id`,
  );
  settleStored(chunk, 'deactivation_id', stored, compared);
  const accounts = await settleUids(transaction, chunk, 'ended_at');
  const standing = await loadStanding(transaction, [...accounts.values()].map((account) => account.id));
  const kept = new Map<string, Deactivation>();
  const left: { row: Deactivation; ended: EndedEnrolment }[] = [];
  for (const row of chunk) {
    if (row.outcome !== 'accepted') continue;
    const { deactivation_id, uid, ended_at } = row.parsed;
    const earlier = kept.get(deactivation_id);
    if (earlier) {
      compareWithStored(row, earlier, compared);
      continue;
    }
    const account_id = (accounts.get(uid) as KnownAccount).id;
    const ended = row.raw.faults.length > 0
      ? null
      : endOpenEnrolment(standing, { account_id, at: ended_at, reason: 'left', cause: causeOf(row.parsed) });
    if (!ended) addFault(row.raw, 'uid', 'not_enrolled');
    if (rejectIfFaulty(row)) continue;
    kept.set(deactivation_id, row.parsed);
    left.push({ row: row.parsed, ended: ended as EndedEnrolment });
  }
  if (left.length === 0) return;
  await insertDeactivations(transaction, left, context);
  await saveStanding(transaction, standing, revision);
  const facts: LateFact[] = [];
  for (const { row, ended } of left) {
    const cause = causeOf(row);
    await recordFeedChange(transaction, {
      account_id: ended.account_id, uid: row.uid, kind: 'leave', from: ended.programme, to: 'left', at: row.ended_at, cause, ended,
    }, context.at);
    facts.push({ account_id: ended.account_id, from_at: row.ended_at, cause });
  }
  await askForReversals(transaction, facts, context.at, revision);
}

const causeOf = (row: Deactivation): string => `deactivation:${row.deactivation_id}`;

async function insertDeactivations(
  transaction: Transaction,
  left: { row: Deactivation; ended: EndedEnrolment }[],
  context: LandingContext,
): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO deactivations (deactivation_id, account_id, ended_at, import_id)
     SELECT r.deactivation_id, r.account_id, r.ended_at, :import_id FROM {{chunk}} r`,
    { chunk: JSON.stringify(left.map(({ row, ended }) => ({ ...row, account_id: ended.account_id }))), import_id: context.import_id },
    { chunk: dialectOf(transaction).rowset('chunk', { deactivation_id: 'text', account_id: 'integer', ended_at: 'integer' }) },
  );
}

export const deactivations: FeedDefinition<Deactivation> = { feed: 'deactivations', chunkRows: 500, read, land };
