import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { CampaignDocument } from '../campaigns/contract.ts';
import { DAY_MS } from '../calendar.ts';
import type { BonusResult, WaitReason } from './contract.ts';
import type { Award } from './records.ts';
import { known } from '../known.ts';
import { formatAmount, joinSum } from '../money.ts';
import { audienceOf, earnedOf, notAwarded, promisesOf, stillEntitled } from './promises.ts';
import type { Claim, Room } from './rules.ts';

/** All tasks of an invitee reached, and nothing awarded for it. */
export interface Earned extends Claim {
  campaign_id: number;
  version_id: number;
  binding_id: number;
  invitee_id: number;
  enrolment_id: number;
  programme: string;
  earned_at: number;
}

/** What has been earned in a campaign before `until` and not been awarded, in the order of earning; of some invitees where they are given. */
export async function earnedIn(connection: Connection, campaignId: number, until: number, inviteeIds: number[] | null = null): Promise<Earned[]> {
  const some = inviteeIds === null ? '' : ' AND b.invitee_id IN (SELECT w.id FROM {{invitees}} w)';
  const list = await rows<Omit<Earned, 'cost'> & { cost: string }>(
    connection,
    `${earnedOf(promisesOf(await audienceOf(connection, campaignId), `${notAwarded}${some}`))}
     SELECT q.campaign_id, q.version_id, q.binding_id, q.affiliate_id, q.invitee_id, q.enrolment_id, q.programme, q.earned_at,
       CAST(q.reward_e8 AS TEXT) AS cost
     FROM earned q WHERE ${stillEntitled} ORDER BY q.earned_at, q.binding_id`,
    { campaign: campaignId, until, ...(inviteeIds === null ? {} : { invitees: JSON.stringify(inviteeIds.map((id) => ({ id }))) }) },
    inviteeIds === null ? {} : { invitees: dialectOf(connection).rowset('invitees', { id: 'integer' }) },
  );
  return list.map((one) => ({ ...one, cost: BigInt(one.cost) }));
}

/**
 * Campaigns in which something can have been earned in `[from, until)`, at the latest on the last day of their tasks, and those in which
 * somebody waits for budget or cap; from the one after `after` on.
 */
export async function campaignsWithin(connection: Connection, { from, until, after }: { from: number; until: number; after: number }): Promise<number[]> {
  const list = await rows<{ id: number }>(
    connection,
    `SELECT DISTINCT v.campaign_id AS id FROM campaign_versions v WHERE v.in_force_from IS NOT NULL AND v.campaign_id > :after AND v.starts_at < :until
       AND (v.ends_at + (COALESCE(v.kyc_days, 0) + COALESCE(v.deposit_days, 0) + COALESCE(v.volume_days, 0) + 1) * ${DAY_MS} > :from
         OR EXISTS (SELECT 1 FROM bonus_waits w WHERE w.campaign_id = v.campaign_id))
     ORDER BY v.campaign_id`,
    { from, until, after },
  );
  return list.map((one) => one.id);
}

/** What the campaign's version in force leaves room for. */
export async function roomOf(connection: Connection, campaignId: number): Promise<Room> {
  const bounds = known(await row<{ budget: string; cap: string | null }>(
    connection,
    `SELECT CAST(v.budget_e8 AS TEXT) AS budget, CAST(v.cap_e8 AS TEXT) AS cap FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id WHERE c.id = :campaignId`,
    { campaignId },
  ), 'version in force');
  const used = await rows<{ affiliate_id: number; amount: string }>(
    connection,
    `SELECT affiliate_id, CAST(CAST(sum(amount_e8) AS BIGINT) AS TEXT) AS amount FROM bonuses
     WHERE campaign_id = :campaignId AND state IN ('pending', 'distributed') GROUP BY affiliate_id`,
    { campaignId },
  );
  return {
    budget: BigInt(bounds.budget),
    cap: bounds.cap === null ? null : BigInt(bounds.cap),
    committed: used.reduce((sum, one) => sum + BigInt(one.amount), 0n),
    used: new Map(used.map((one) => [one.affiliate_id, BigInt(one.amount)])),
  };
}

/** The documents of versions, by their id. */
export async function documentsOf(connection: Connection, versionIds: number[]): Promise<Map<number, CampaignDocument>> {
  const list = await rows<{ id: number; document: string }>(
    connection,
    'SELECT v.id, v.document FROM campaign_versions v WHERE v.id IN (SELECT k.id FROM {{ids}} k)',
    { ids: JSON.stringify([...new Set(versionIds)].map((id) => ({ id }))) },
    { ids: dialectOf(connection).rowset('ids', { id: 'integer' }) },
  );
  return new Map(list.map(({ id, document }) => [id, JSON.parse(document) as CampaignDocument]));
}

/** Keeps why some wait, and forgets it of those who do no longer. */
export async function keepWaiting(transaction: Transaction, waiting: (Earned & { reason: WaitReason })[], awarded: Award[], runId: number): Promise<void> {
  const dialect = dialectOf(transaction);
  if (awarded.length > 0) {
    await execute(
      transaction,
      'DELETE FROM bonus_waits WHERE campaign_id = :campaign AND invitee_id IN (SELECT r.id FROM {{ids}} r)',
      { campaign: awarded[0]?.campaign_id as number, ids: JSON.stringify(awarded.map((one) => ({ id: one.invitee_id }))) },
      { ids: dialect.rowset('ids', { id: 'integer' }) },
    );
  }
  if (waiting.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO bonus_waits (campaign_id, invitee_id, affiliate_id, reason, earned_at, run_id)
     SELECT r.campaign_id, r.invitee_id, r.affiliate_id, r.reason, r.earned_at, :runId FROM {{waits}} r WHERE true
     ON CONFLICT (campaign_id, invitee_id) DO UPDATE SET reason = excluded.reason, earned_at = excluded.earned_at, run_id = excluded.run_id`,
    { runId, waits: JSON.stringify(waiting.map(({ campaign_id, invitee_id, affiliate_id, reason, earned_at }) => ({ campaign_id, invitee_id, affiliate_id, reason, earned_at }))) },
    { waits: dialect.rowset('waits', { campaign_id: 'integer', invitee_id: 'integer', affiliate_id: 'integer', reason: 'text', earned_at: 'integer' }) },
  );
}

/** Those that an earlier run let wait and this one did not meet any more: a late fact took their promise or their task away. */
export async function forgetOtherWaits(transaction: Transaction, campaignId: number, runId: number): Promise<void> {
  await execute(transaction, 'DELETE FROM bonus_waits WHERE campaign_id = :campaignId AND run_id <> :runId', { campaignId, runId });
}

export async function someWait(connection: Connection, campaignId: number): Promise<boolean> {
  return (await row(connection, 'SELECT 1 AS yes FROM bonus_waits WHERE campaign_id = :campaignId LIMIT 1', { campaignId })) !== undefined;
}

/** What a run has awarded so far. */
export async function awardedBy(connection: Connection, run: { id: number; period: string }): Promise<BonusResult> {
  const sums = await rows<{ currency: string; n: number; units: string; fraction: string }>(
    connection,
    `SELECT currency, count(*) AS n, CAST(sum(amount_e8 / 100000000) AS TEXT) AS units, CAST(sum(amount_e8 % 100000000) AS TEXT) AS fraction
     FROM bonuses WHERE run_id = :id GROUP BY currency ORDER BY currency`,
    { id: run.id },
  );
  return {
    day: run.period,
    run_id: String(run.id),
    awarded: sums.reduce((sum, one) => sum + one.n, 0),
    totals: sums.map(({ currency, units, fraction }) => ({ currency, amount: formatAmount(joinSum(units, fraction)) })),
  };
}
