import { row, rows, type Connection } from '../../db/statement.ts';
import type { CampaignDocument } from '../campaigns/contract.ts';
import { parseAmount } from '../money.ts';
import { emptyCheck, note, type Check } from '../verify/check.ts';
import { awardedBy } from './store.ts';
import { totalsOfBonuses } from './totals.ts';

/** What must hold of bonuses at any moment (CAM-4, CAM-6). */
export async function bonusChecks(connection: Connection): Promise<Check[]> {
  return [await withinBounds(connection), await asPromised(connection), await recordsAgree(connection), await runsAgree(connection), await totalsKept(connection)];
}

interface Wrong {
  what: string;
}

async function checkOf(connection: Connection, name: string, counted: string, wrongs: string): Promise<Check> {
  const wrong = await rows<Wrong>(connection, wrongs);
  const checked = await row<{ n: number }>(connection, counted);
  return { name, checked: checked?.n ?? 0, wrong: wrong.length, first: wrong[0]?.what ?? null };
}

const live = `SELECT n.campaign_id, n.affiliate_id, n.amount_e8 FROM bonuses n WHERE n.state IN ('pending', 'distributed')`;

/** Never above the budget, nor above the cap of one affiliate. */
function withinBounds(connection: Connection): Promise<Check> {
  return checkOf(
    connection,
    'bonuses_within_bounds',
    'SELECT count(*) AS n FROM (SELECT DISTINCT campaign_id, affiliate_id FROM bonuses) AS pairs',
    `SELECT 'campaign ' || c.code AS what FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id
     JOIN (SELECT s.campaign_id, sum(s.amount_e8) AS amount FROM (${live}) AS s GROUP BY s.campaign_id) AS u ON u.campaign_id = c.id WHERE u.amount > v.budget_e8
     UNION ALL
     SELECT 'campaign ' || c.code || ', ' || a.uid FROM campaigns c JOIN campaign_versions v ON v.id = c.version_id
     JOIN (SELECT s.campaign_id, s.affiliate_id, sum(s.amount_e8) AS amount FROM (${live}) AS s GROUP BY s.campaign_id, s.affiliate_id) AS u ON u.campaign_id = c.id
     JOIN accounts a ON a.id = u.affiliate_id WHERE v.cap_e8 IS NOT NULL AND u.amount > v.cap_e8 ORDER BY 1`,
  );
}

/** Each is what its version says for that side, in kind, amount and currency; so neither a side nor an invitee is paid otherwise than promised. */
async function asPromised(connection: Connection): Promise<Check> {
  const check = emptyCheck('bonuses_as_promised');
  const list = await rows<{ document: string; side: string; reward: string; amount: string; currency: string; n: number; first: number }>(
    connection,
    `SELECT v.document, g.side, g.reward, CAST(g.amount_e8 AS TEXT) AS amount, g.currency, g.n, g.first FROM (
       SELECT version_id, side, reward, amount_e8, currency, count(*) AS n, min(id) AS first FROM bonuses
       GROUP BY version_id, side, reward, amount_e8, currency) AS g
     JOIN campaign_versions v ON v.id = g.version_id ORDER BY g.first`,
  );
  for (const { document, side, reward, amount, currency, n, first } of list) {
    check.checked += n;
    const promised = (JSON.parse(document) as CampaignDocument).rewards.find((one) => one.side === side);
    if (promised && promised.reward === reward && parseAmount(promised.amount) === BigInt(amount) && promised.currency === currency) continue;
    note(check, `bonus ${first}`);
  }
  return check;
}

/** CAM-6: cash is one record each, of the same amount for the same person, and stands as its record does; the others are no records. */
function recordsAgree(connection: Connection): Promise<Check> {
  return checkOf(
    connection,
    'bonus_records',
    `SELECT (SELECT count(*) FROM bonuses) + (SELECT count(*) FROM commission_records WHERE kind = 'bonus') AS n`,
    `SELECT 'bonus ' || n.id AS what FROM bonuses n LEFT JOIN commission_records c ON c.id = n.record_id
     WHERE (n.reward = 'cash') <> (n.record_id IS NOT NULL)
       OR (n.record_id IS NOT NULL AND (c.id IS NULL OR c.kind <> 'bonus' OR c.amount_e8 <> n.amount_e8 OR c.currency <> n.currency
         OR c.inviter_id <> CASE WHEN n.side = 'inviter' THEN n.affiliate_id ELSE n.invitee_id END OR c.invitee_id <> n.invitee_id
         OR c.run_id <> n.run_id OR c.executed_at <> n.earned_at
         OR n.state <> CASE WHEN EXISTS (SELECT 1 FROM commission_records v WHERE v.reverses_id = c.id) THEN 'reversed'
              WHEN c.status = 'paid' THEN 'distributed' ELSE 'pending' END
         OR (n.state = 'distributed' AND n.distributed_at IS DISTINCT FROM c.distributed_at)))
     UNION ALL
     SELECT 'record ' || c.id FROM commission_records c LEFT JOIN bonuses n ON n.record_id = c.id WHERE c.kind = 'bonus' AND n.id IS NULL ORDER BY 1`,
  );
}

/** What each run says that it has awarded. */
async function runsAgree(connection: Connection): Promise<Check> {
  const check = emptyCheck('bonus_runs_kept');
  const runs = await rows<{ id: number; period: string; result: string }>(
    connection, `SELECT id, period, result FROM runs WHERE kind = 'bonus' AND state = 'done' ORDER BY id`,
  );
  for (const run of runs) {
    check.checked += 1;
    if (run.result !== JSON.stringify(await awardedBy(connection, run))) note(check, `run ${run.id}`);
  }
  return check;
}

/** What is kept of each campaign, against its bonuses. */
function totalsKept(connection: Connection): Promise<Check> {
  const figures = 'campaign_id, pending_e8, distributed_e8';
  return checkOf(
    connection,
    'campaign_totals_kept',
    'SELECT count(*) AS n FROM campaign_totals',
    `SELECT DISTINCT 'campaign ' || d.campaign_id AS what FROM (
       SELECT ${figures} FROM (SELECT ${figures}, 1 AS side FROM campaign_totals UNION ALL SELECT ${figures}, -1 FROM (${totalsOfBonuses('1 = 1')}) AS found) AS both_sides
       GROUP BY ${figures} HAVING sum(side) <> 0) AS d ORDER BY 1`,
  );
}
