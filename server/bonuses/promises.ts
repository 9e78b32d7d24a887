import { row, type Connection } from '../../db/statement.ts';
import { FOREVER } from '../calendar.ts';
import type { Audience } from '../campaigns/contract-document.ts';
import { restrictionAt } from '../commissions/held.ts';
import { kycLevels, kycRank } from '../rulebooks/contract.ts';

const dayAfter = (days: string): string => `(t.bound_at / 86400000 + ${days} + 1) * 86400000`;

const restrictionThen = restrictionAt('t.inviter_id', 't.bound_at');

/** Through which link the invitee came: by its index each. */
const ways = { code: 'b.campaign = c.code', own: `c.audience = 'all' AND b.campaign IS NULL` };

/** Who came one way inside the period of the version in force; CROSS JOIN keeps SQLite from beginning with all bindings. */
const through = (way: string, where: string): string => `
  SELECT c.id AS campaign_id, c.audience, v.id AS version_id, v.version, v.regions, v.programmes, v.reward_e8, v.kyc_rank, v.deposit_e8, v.volume_e8,
    v.kyc_days, v.deposit_days, v.volume_days, b.id AS binding_id, b.inviter_id, b.invitee_id, b.bound_at
  FROM campaigns c CROSS JOIN campaign_versions v CROSS JOIN bindings b
  WHERE c.id = :campaign AND v.campaign_id = c.id AND v.in_force_from IS NOT NULL AND ${way} AND b.kind = 'registration' AND b.bound_at < :until
    AND b.bound_at >= v.starts_at AND b.bound_at < v.ends_at AND b.bound_at >= v.in_force_from AND b.bound_at < v.in_force_to AND ${where}`;

export async function audienceOf(connection: Connection, campaignId: number): Promise<Audience | undefined> {
  return (await row<{ audience: Audience }>(connection, 'SELECT audience FROM campaigns WHERE id = :campaignId', { campaignId }))?.audience;
}

/**
 * Every promise of the campaign `:campaign`, which is for that audience, made before `:until`, narrowed by a condition over `c` (campaigns) and `b` (bindings): an invitee
 * that registered inside the period of the version in force, while the campaign was open, in one of its regions, through an affiliate whose
 * enrolment was open and unrestricted then, and who had joined where that is asked (CAM-1, CAM-6).
 * Who came by an affiliate's own link is looked for only where that counts. Materialized, for PostgreSQL would begin with every enrolment.
 */
export function promisesOf(audience: Audience | undefined, where: string): string {
  const came = audience === 'all' ? `${through(ways.code, where)} UNION ALL ${through(ways.own, where)}` : through(ways.code, where);
  return `
  WITH came AS MATERIALIZED (${came})
  SELECT t.campaign_id, t.version_id, t.version, t.binding_id, t.inviter_id AS affiliate_id, t.invitee_id, t.bound_at, e.enrolment_id, e.programme,
    e.to_at AS enrolment_to, t.reward_e8, t.kyc_rank, t.deposit_e8, t.volume_e8, ${dayAfter('t.kyc_days')} AS kyc_until,
    ${dayAfter('t.deposit_days')} AS deposit_until, ${dayAfter('t.volume_days')} AS volume_until
  FROM came t JOIN enrolment_periods e ON e.account_id = t.inviter_id AND e.known_to = ${FOREVER} AND e.from_at <= t.bound_at AND t.bound_at < e.to_at
  WHERE (t.regions = '' OR EXISTS (SELECT 1 FROM accounts i WHERE i.id = t.invitee_id AND t.regions LIKE '%,' || i.country || ',%')) AND (t.programmes = '' OR t.programmes LIKE '%,' || e.programme || ',%')
    AND EXISTS (SELECT 1 FROM campaign_openings o WHERE o.campaign_id = t.campaign_id AND o.from_at <= t.bound_at AND t.bound_at < o.to_at)
    AND ${restrictionThen} = 'none'
    AND (t.audience = 'all' OR EXISTS (SELECT 1 FROM campaign_joins j WHERE j.campaign_id = t.campaign_id AND j.affiliate_id = t.inviter_id
      AND j.joined_at <= t.bound_at AND j.joined_at >= e.from_at))`;
}

/** Nothing has been awarded for it. */
export const notAwarded = 'NOT EXISTS (SELECT 1 FROM bonuses n WHERE n.campaign_id = c.id AND n.invitee_id = b.invitee_id)';

/** What counts for a task, as for TIE-1 and TIE-2: money from outside, withdrawals not taken off; no mining. */
const facts = {
  deposit: { table: 'transfers', at: 'occurred_at', amount: 'amount_e8', counts: `x.direction = 'in' AND x.source <> 'internal'` },
  volume: { table: 'trades', at: 'executed_at', amount: 'volume_e8', counts: `x.product <> 'mining'` },
};

type SumTask = keyof typeof facts;

const ofInvitee = (task: SumTask): string => {
  const { table, at, counts } = facts[task];
  return `FROM ${table} x WHERE x.account_id = p.invitee_id AND x.${at} >= p.bound_at AND x.${at} < p.${task}_until AND x.${at} < :until AND ${counts}`;
};

/** When the running sum reached its measure; whole units and e8 fractions apart. */
function reachedAt(task: SumTask): string {
  const { at, amount } = facts[task];
  const running = (part: string): string => `CAST(sum(x.${amount} ${part}) OVER (ORDER BY x.${at}, x.id) AS BIGINT)`;
  const measure = `p.${task}_e8`;
  return `CASE WHEN ${measure} IS NOT NULL THEN (SELECT min(r.at) FROM (
      SELECT x.${at} AS at, ${running('/ 100000000')} AS units, ${running('% 100000000')} AS fraction ${ofInvitee(task)}) AS r
    WHERE r.units + r.fraction / 100000000 > ${measure} / 100000000
      OR (r.units + r.fraction / 100000000 = ${measure} / 100000000 AND r.fraction % 100000000 >= ${measure} % 100000000)) END`;
}

/** What the sum came to, `units fraction` in one text: each subquery more costs PostgreSQL as much to plan as to run. */
function measuredSum(task: SumTask): string {
  const part = (divided: string): string => `CAST(CAST(sum(x.${facts[task].amount} ${divided}) AS BIGINT) AS TEXT)`;
  return `CASE WHEN p.${task}_e8 IS NOT NULL THEN (SELECT ${part('/ 100000000')} || ' ' || ${part('% 100000000')} ${ofInvitee(task)}) END AS ${task}_sum`;
}

const rank = `CASE s.value ${kycLevels.map((level) => `WHEN '${level}' THEN ${kycRank(level)}`).join(' ')} ELSE 0 END`;
const levelsOf = `FROM account_states s WHERE s.account_id = p.invitee_id AND s.field = 'kyc_level' AND s.known_to = ${FOREVER}
      AND s.from_at < p.kyc_until AND s.to_at > p.bound_at AND s.from_at < :until`;

/**
 * `WITH … , progress AS (…)`: each promise of `promised` with when its tasks were reached before `:until`, by the facts that the engine has
 * (CAM-4); `*_at` null: not reached in time. Every KYC level, deposit and trade from the registration on counts. `measured` adds what those
 * asked for have come to. Scalar subqueries, so that both engines go from each invitee to its few facts by their index; materialized, so that
 * each is asked once.
 */
export function progressOf(promised: string, measured = false): string {
  const sums = measured ? `, CASE WHEN p.kyc_rank IS NOT NULL THEN (SELECT max(${rank}) ${levelsOf}) END AS kyc_level, ${measuredSum('deposit')}, ${measuredSum('volume')}` : '';
  return `
  WITH promised AS MATERIALIZED (${promised}),
  progress AS MATERIALIZED (
    SELECT p.*, CASE WHEN p.kyc_rank IS NOT NULL THEN (
        SELECT min(CASE WHEN s.from_at < p.bound_at THEN p.bound_at ELSE s.from_at END) ${levelsOf} AND ${rank} >= p.kyc_rank) END AS kyc_at,
      ${reachedAt('deposit')} AS deposit_at, ${reachedAt('volume')} AS volume_at${sums}
    FROM promised p)`;
}

const later = (one: string, other: string): string => `CASE WHEN ${other} > ${one} THEN ${other} ELSE ${one} END`;

/** `WITH … , progress AS (…), earned AS (…)`: the promises all of whose tasks are reached, with the instant of the last (`earned_at`). */
export function earnedOf(promised: string, measured = false): string {
  return `${progressOf(promised, measured)},
  first_two AS (SELECT g.*, ${later('g.bound_at', 'g.kyc_at')} AS so_far FROM progress g
    WHERE (g.kyc_rank IS NULL OR g.kyc_at IS NOT NULL) AND (g.deposit_e8 IS NULL OR g.deposit_at IS NOT NULL)
      AND (g.volume_e8 IS NULL OR g.volume_at IS NOT NULL)),
  first_three AS (SELECT f.*, ${later('f.so_far', 'f.deposit_at')} AS so_on FROM first_two f),
  earned AS (SELECT h.*, ${later('h.so_on', 'h.volume_at')} AS earned_at FROM first_three h)`;
}

/** Of `earned`: the enrolment of the promise was still open, and accrued (CAM-6, STA-7). */
export const stillEntitled = `q.earned_at < q.enrolment_to AND ${restrictionAt('q.affiliate_id', 'q.earned_at')} <> 'suspended'`;
