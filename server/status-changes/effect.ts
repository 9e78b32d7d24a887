import { createHash } from 'node:crypto';
import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { EndReason } from '../affiliates/contract.ts';
import { enrolmentAt } from '../affiliates/enrolment-book.ts';
import { bonusesLost, undistributed, type JudgedBonus } from '../bonuses/lost.ts';
import { FOREVER, formatInstant } from '../calendar.ts';
import { campaignsOf } from '../campaigns/leave.ts';
import { holdsPayout } from '../commissions/held.ts';
import { known } from '../known.ts';
import { formatAmount, joinSum } from '../money.ts';
import { recordsAffected, type AffectedRecord } from '../reversals/affected.ts';
import { recordsOfBonuses } from '../reversals/late-bonuses.ts';
import { isRestrictionKind, PREVIEW_RECORDS, restrictionOf, type StatusChangeKind, type StatusChangePreview } from './contract.ts';
import { restateRestriction } from './restrictions.ts';
import { changeAccountType, endOpenEnrolment, loadStanding, saveStanding, type EndedEnrolment, type Standing } from './standing.ts';

/** A change as it takes effect; `cause` names it in the intervals that it writes. */
export interface Change {
  /** Null: not filed yet. */
  id: number | null;
  affiliate_id: number;
  kind: StatusChangeKind;
  from_value: string;
  to_value: string;
  effective_at: number;
  cause: string;
}

/** What a change did: the one thing that both its preview and its application are made of (STA-9). */
export interface Effect {
  ended: EndedEnrolment | null;
  records: AffectedRecord[];
  preview: StatusChangePreview;
}

/**
 * Writes the change's intervals and finds what follows from them: by the books that the feeds use, and the engine's own statement.
 * A preview calls this in a transaction that is rolled back; an approval goes on from here (STA-9, STA-10).
 */
export async function takeEffect(transaction: Transaction, change: Change, at: number, revision: number): Promise<Effect> {
  const standing = await loadStanding(transaction, [change.affiliate_id]);
  const enrolment = enrolmentAt(standing.enrolments, change.affiliate_id, change.effective_at);
  const before = enrolment && { programme: enrolment.programme, activated_at: formatInstant(enrolment.from_at), id: enrolment.enrolment_id };
  const ended = await alter(transaction, standing, change);
  await saveStanding(transaction, standing, revision);
  const lost = await bonusesLost(transaction, [{ account_id: change.affiliate_id, from_at: change.effective_at }]);
  const records = await recordsHit(transaction, change, lost, revision);
  const preview = {
    affiliate_uid: await uidOf(transaction, change.affiliate_id),
    kind: change.kind,
    from: change.from_value,
    to: change.to_value,
    effective_at: formatInstant(change.effective_at),
    enrolment: before && { programme: before.programme, activated_at: before.activated_at, ends: ended !== null, end_reason: ended?.reason ?? null },
    restriction: isRestrictionKind(change.kind) ? { from: change.from_value, to: change.to_value } : null,
    accruals: await accrualsOf(transaction, change.affiliate_id, at, records),
    reversals: reversalsOf(records),
    reviews_withdrawn: ended ? await pendingReviews(transaction, ended.enrolment_id) : [],
    campaigns_left: ended && enrolment ? await campaignsOf(transaction, enrolment, change.effective_at) : [],
    bonuses_withdrawn: await bonusesOf(transaction, await undistributed(transaction, lost)),
  };
  return { ended, records, preview: { version: versionOf(preview, records), ...preview } };
}

/** The affiliate's own records of commission and of bonuses that no longer hold; what staff ask for of one person reverses nobody else's. */
async function recordsHit(transaction: Transaction, { affiliate_id, effective_at }: Change, lost: JudgedBonus[], revision: number): Promise<AffectedRecord[]> {
  const bonuses = await recordsOfBonuses(transaction, lost);
  const fact = { account_id: affiliate_id, from_at: effective_at };
  const { to_reverse } = await recordsAffected(transaction, [fact], revision, ['to_reverse'], affiliate_id);
  return [...to_reverse, ...bonuses.filter(({ inviter_id }) => inviter_id === affiliate_id)];
}

const endReasons: Partial<Record<StatusChangeKind, EndReason>> = { leave: 'left', terminate: 'terminated' };

async function alter(transaction: Transaction, standing: Standing, change: Change): Promise<EndedEnrolment | null> {
  const { affiliate_id: account_id, kind, effective_at: at, cause } = change;
  if (isRestrictionKind(kind)) {
    const laid = { value: restrictionOf[kind], from_at: at, to_at: FOREVER, order: change.id ?? Number.MAX_SAFE_INTEGER, cause };
    await restateRestriction(transaction, standing.states, account_id, laid);
    return null;
  }
  if (kind === 'account_type') return changeAccountType(standing, { account_id, value: change.to_value, at, cause });
  return endOpenEnrolment(standing, { account_id, at, reason: endReasons[kind] as EndReason, cause });
}

async function uidOf(connection: Connection, accountId: number): Promise<string> {
  return known(await row<{ uid: string }>(connection, 'SELECT uid FROM accounts WHERE id = :accountId', { accountId }), 'account').uid;
}

/** STA-4: what is unpaid by currency, less what is to be reversed: paid still, or held where the affiliate will be frozen or suspended. */
async function accrualsOf(connection: Connection, accountId: number, at: number, reversed: AffectedRecord[]): Promise<StatusChangePreview['accruals']> {
  const sums = await rows<{ currency: string; status: string; units: string; fraction: string }>(
    connection,
    `SELECT currency, status, CAST(sum(amount_units) AS TEXT) AS units, CAST(sum(amount_fraction_e8) AS TEXT) AS fraction
     FROM commission_totals WHERE inviter_id = :accountId AND status IN ('open', 'in_batch') GROUP BY currency, status ORDER BY currency`,
    { accountId },
  );
  const held = await row<{ held: number }>(
    connection,
    `SELECT CASE WHEN ${holdsPayout('a.id')} THEN 1 ELSE 0 END AS held FROM accounts a WHERE a.id = :accountId`,
    { accountId, at },
  );
  const currencies = new Map<string, { open: bigint; in_batch: bigint }>();
  const of = (currency: string): { open: bigint; in_batch: bigint } => {
    const known = currencies.get(currency) ?? { open: 0n, in_batch: 0n };
    currencies.set(currency, known);
    return known;
  };
  for (const sum of sums) of(sum.currency)[sum.status as 'open' | 'in_batch'] += joinSum(sum.units, sum.fraction);
  for (const record of reversed) of(record.currency).open -= record.amount_e8;
  return [...currencies]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, { open, in_batch }]) => ({ currency, open: formatAmount(open), in_batch: formatAmount(in_batch), held: held?.held === 1 }));
}

function reversalsOf(records: AffectedRecord[]): StatusChangePreview['reversals'] {
  const totals = new Map<string, bigint>();
  for (const record of records) totals.set(record.currency, (totals.get(record.currency) ?? 0n) + record.amount_e8);
  const listed = records.slice(0, PREVIEW_RECORDS);
  return {
    count: records.length,
    totals: [...totals].sort(([one], [other]) => (one < other ? -1 : 1)).map(([currency, amount]) => ({ currency, amount: formatAmount(amount) })),
    records: listed.map((record) => ({
      record_id: String(record.record_id), trade_id: record.trade_id, executed_at: formatInstant(record.executed_at),
      amount: formatAmount(record.amount_e8), currency: record.currency, status: record.status, reason: record.reason,
    })),
    listed: listed.length,
  };
}

async function pendingReviews(connection: Connection, enrolmentId: number): Promise<StatusChangePreview['reviews_withdrawn']> {
  const list = await rows<{ id: number; month: string; tier_from: number; tier_to: number }>(
    connection,
    `SELECT id, month, tier_from, tier_to FROM tier_reviews WHERE enrolment_id = :enrolmentId AND state = 'pending' ORDER BY id`,
    { enrolmentId },
  );
  return list.map((review) => ({ ...review, id: String(review.id) }));
}

async function bonusesOf(connection: Connection, ids: number[]): Promise<NonNullable<StatusChangePreview['bonuses_withdrawn']>> {
  const list = await rows<{ id: number; campaign: string; reward: string; amount: string; currency: string }>(
    connection,
    `SELECT n.id, c.code AS campaign, n.reward, CAST(n.amount_e8 AS TEXT) AS amount, n.currency
     FROM {{ids}} w JOIN bonuses n ON n.id = w.id JOIN campaigns c ON c.id = n.campaign_id ORDER BY n.id`,
    { ids: JSON.stringify(ids.map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return list.map(({ id, amount, ...bonus }) => ({ ...bonus, id: String(id), amount: formatAmount(BigInt(amount)) }));
}

/** Equal effects have equal versions, whatever instant of the day they are asked for; every record counts, listed or not. */
function versionOf({ effective_at: _asked, ...effect }: Omit<StatusChangePreview, 'version'>, records: AffectedRecord[]): string {
  const every = records.map((record) => `${record.record_id} ${record.amount_e8} ${record.reason}`).join('\n');
  return createHash('sha256').update(JSON.stringify(effect)).update(every).digest('hex').slice(0, 32);
}
