import { dialectOf } from '../../db/connection.ts';
import { execute, rows, type Parameters, type Transaction } from '../../db/statement.ts';
import type { RewardKind, Side } from '../campaigns/contract-document.ts';
import { newestRecord } from '../commissions/newest.ts';
import { addToTotals } from '../commissions/totals.ts';
import { moveBonuses, recountCampaigns } from './totals.ts';

/** One side's reward of one invitee's tasks, as it is awarded; the affiliate's enrolment is that of the promise. */
export interface Award {
  campaign_id: number;
  version_id: number;
  affiliate_id: number;
  invitee_id: number;
  binding_id: number;
  enrolment_id: number;
  programme: string;
  side: Side;
  reward: RewardKind;
  amount_e8: bigint;
  currency: string;
  earned_at: number;
}

export interface AwardingRun {
  id: number;
  day: string;
  at: number;
  revision: number;
}

const awardColumns = {
  n: 'integer', campaign_id: 'integer', version_id: 'integer', affiliate_id: 'integer', invitee_id: 'integer', binding_id: 'integer',
  enrolment_id: 'integer', programme: 'text', side: 'text', reward: 'text', amount_e8: 'integer', currency: 'text', earned_at: 'integer', payee_id: 'integer',
} as const;

/**
 * CAM-6: writes bonuses, and for cash a record each: of kind `bonus`, open, of the run's day and its own instant; whose payout it is stands
 * where the inviter of a commission stands. The caller holds the engine's head, so that ids go up with arrival.
 */
export async function writeBonuses(transaction: Transaction, awards: Award[], run: AwardingRun): Promise<void> {
  if (awards.length === 0) return;
  const dialect = dialectOf(transaction);
  const listed = awards.map((award, n) => ({ ...award, n, amount_e8: String(award.amount_e8), payee_id: award.side === 'inviter' ? award.affiliate_id : award.invitee_id }));
  const parameters = { awards: JSON.stringify(listed), run_id: run.id };
  const fragments = { awards: dialect.rowset('awards', awardColumns) };
  const after = await newestRecord(transaction);
  const made = await rows<{ id: number; payee_id: number; invitee_id: number }>(
    transaction,
    `INSERT INTO commission_records (kind, trade_ref, inviter_id, invitee_id, binding_id, enrolment_id, rulebook_id, programme, executed_at, product, family,
       tier, rate_bps, base_e8, amount_e8, currency, reason, checks, status, run_id, run_day, known_at)
     SELECT 'bonus', NULL, r.payee_id, r.invitee_id, r.binding_id, CASE WHEN r.side = 'inviter' THEN r.enrolment_id END, NULL,
       CASE WHEN r.side = 'inviter' THEN r.programme ELSE '' END, r.earned_at, '', '', NULL, NULL, 0, r.amount_e8, r.currency, '', '', 'open',
       :run_id, :day, :revision
     FROM {{awards}} r WHERE r.reward = 'cash' ORDER BY r.n
     RETURNING id, inviter_id AS payee_id, invitee_id`,
    { ...parameters, day: run.day, revision: run.revision },
    fragments,
  );
  await addToTotals(transaction, after);
  // Of one campaign: an invitee and who is paid for it name one record.
  const records = new Map(made.map((one) => [`${one.payee_id} ${one.invitee_id}`, one.id]));
  await execute(
    transaction,
    `INSERT INTO bonuses (campaign_id, version_id, affiliate_id, invitee_id, side, reward, amount_e8, currency, earned_at, awarded_at, run_id, record_id, state)
     SELECT r.campaign_id, r.version_id, r.affiliate_id, r.invitee_id, r.side, r.reward, r.amount_e8, r.currency, r.earned_at, :at, :run_id, r.record_id,
       'pending'
     FROM {{awards}} r ORDER BY r.n`,
    {
      run_id: run.id, at: run.at,
      awards: JSON.stringify(listed.map((one) => ({ ...one, record_id: one.reward === 'cash' ? (records.get(`${one.payee_id} ${one.invitee_id}`) as number) : null }))),
    },
    { awards: dialect.rowset('awards', { ...awardColumns, record_id: 'integer' }) },
  );
  await recountCampaigns(transaction, awards.map(({ campaign_id }) => campaign_id));
}

/** Cash whose records are in these lines (`lines`: a FROM item of their ids) was paid with them. */
export async function payBonuses(transaction: Transaction, lines: string, parameters: Parameters): Promise<void> {
  await moveBonuses(
    transaction,
    `UPDATE bonuses SET state = 'distributed', distributed_at = (SELECT c.distributed_at FROM commission_records c WHERE c.id = bonuses.record_id)
     WHERE state = 'pending' AND record_id IS NOT NULL AND EXISTS (SELECT 1 FROM payout_line_records r
       WHERE r.record_id = bonuses.record_id AND r.active = 1 AND r.line_id IN (SELECT s.id FROM ${lines} s))`,
    parameters,
  );
}

/** The bonuses behind reversed records: what they were is free for the budget again, and never awarded twice. */
export async function reverseBonuses(transaction: Transaction, recordIds: number[]): Promise<void> {
  await moveBonuses(
    transaction,
    `UPDATE bonuses SET state = 'reversed' WHERE record_id IN (SELECT r.id FROM {{ids}} r) AND state IN ('pending', 'distributed')`,
    { ids: JSON.stringify(recordIds.map((id) => ({ id }))) },
    { ids: dialectOf(transaction).rowset('ids', { id: 'integer' }) },
  );
}
