import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import { loadStates, stateAt } from '../accounts/states.ts';
import { formatInstant, formatInstantOrNull } from '../calendar.ts';
import type { CampaignDocument, CampaignProgressRow, CampaignTask, CampaignTaskProgress, ProgressState, PromisedByVersion } from '../campaigns/contract.ts';
import { formatAmount, joinSum } from '../money.ts';
import { notAwarded, progressOf, promisesOf } from './promises.ts';
import { documentsOf } from './store.ts';

/** Of a promise what its page shows; instants in ms. */
interface KeptPromise {
  version_id: number;
  version: number;
  binding_id: number;
  invitee_id: number;
  invitee_uid: string;
  affiliate_id: number;
  affiliate_uid: string;
  bound_at: number;
  enrolment_to: number;
  kyc_level: number | null;
  kyc_at: number | null;
  kyc_until: number | null;
  deposit_units: string | null;
  deposit_fraction: string | null;
  deposit_at: number | null;
  deposit_until: number | null;
  volume_units: string | null;
  volume_fraction: string | null;
  volume_at: number | null;
  volume_until: number | null;
}

const canStill = (task: string, asked: string): string => `(p.${asked} IS NULL OR p.${task}_at IS NOT NULL OR p.${task}_until > :until)`;

/** By version the promises that nothing has been awarded for, and that can still be kept at this instant. */
export async function openPromises(connection: Connection, campaignId: number, now: number): Promise<PromisedByVersion[]> {
  const list = await rows<{ version: number; invitees: number; reward: string }>(
    connection,
    `${progressOf(await promisesOf(connection, campaignId, notAwarded))}
     SELECT p.version, count(*) AS invitees, CAST(p.reward_e8 AS TEXT) AS reward FROM progress p
     WHERE ${canStill('kyc', 'kyc_rank')} AND ${canStill('deposit', 'deposit_e8')} AND ${canStill('volume', 'volume_e8')} AND p.enrolment_to > :until
     GROUP BY p.version, p.reward_e8 ORDER BY p.version`,
    { campaign: campaignId, until: now },
  );
  return list.map(({ version, invitees, reward }) => ({ version, invitees, amount: formatAmount(BigInt(reward) * BigInt(invitees)) }));
}

export interface ProgressQuestion {
  campaign_id: number;
  /** Null: of all. */
  affiliate_id: number | null;
  first: number;
  last: number;
}

/** CAM-4: one page of a campaign's promises, the oldest first, task by task as of now, and how many there are. */
export async function progressPage(connection: Connection, asked: ProgressQuestion, now: number): Promise<{ rows: CampaignProgressRow[]; total: number; capped: boolean }> {
  const parameters = { campaign: asked.campaign_id, until: now + 1, ...(asked.affiliate_id === null ? {} : { affiliate: asked.affiliate_id }) };
  const all = await promisesOf(connection, asked.campaign_id, asked.affiliate_id === null ? '1 = 1' : 'b.inviter_id = :affiliate');
  // What makes a promise is asked once for the page and for how many there are.
  const page = await rows<{ invitee_id: number; n: number }>(
    connection,
    `SELECT m.invitee_id, count(*) OVER () AS n FROM (${all}) AS m ORDER BY m.bound_at, m.binding_id LIMIT :count OFFSET :skip`,
    { ...parameters, count: asked.last - asked.first + 1, skip: asked.first },
  );
  // Behind the end there is no row that could tell.
  const total = page[0]?.n ?? (asked.first === 0 ? 0 : (await row<{ n: number }>(connection, `SELECT count(*) AS n FROM (${all}) AS m`, parameters))?.n);
  const list = await measured(connection, asked.campaign_id, page.map((one) => one.invitee_id), now);
  return { rows: list, total: total ?? 0, capped: false };
}

async function measured(connection: Connection, campaignId: number, invitees: number[], now: number): Promise<CampaignProgressRow[]> {
  if (invitees.length === 0) return [];
  const parameters = { campaign: campaignId, until: now + 1, invitees: JSON.stringify(invitees.map((id) => ({ id }))) };
  const fragments = { invitees: dialectOf(connection).rowset('invitees', { id: 'integer' }) };
  const text = (name: string): string => `CAST(q.${name} AS TEXT) AS ${name}`;
  const list = await rows<KeptPromise>(
    connection,
    `${progressOf(await promisesOf(connection, campaignId, 'b.invitee_id IN (SELECT w.id FROM {{invitees}} w)'), true)}
     SELECT q.version_id, q.version, q.binding_id, q.invitee_id, i.uid AS invitee_uid, q.affiliate_id, a.uid AS affiliate_uid, q.bound_at, q.enrolment_to,
       q.kyc_level, q.kyc_at, q.kyc_until, q.deposit_at, q.deposit_until, q.volume_at, q.volume_until, ${text('deposit_units')}, ${text('deposit_fraction')},
       ${text('volume_units')}, ${text('volume_fraction')}
     FROM progress q JOIN accounts i ON i.id = q.invitee_id JOIN accounts a ON a.id = q.affiliate_id ORDER BY q.bound_at, q.binding_id`,
    parameters,
    fragments,
  );
  const documents = await documentsOf(connection, list.map((one) => one.version_id));
  const what = await becameOf(connection, campaignId, invitees);
  const restrictions = await loadStates(connection, list.map((one) => one.affiliate_id));
  return list.map((one) => {
    const document = documents.get(one.version_id) as CampaignDocument;
    const accrues = (at: number): boolean => stateAt(restrictions, one.affiliate_id, 'restriction', at) !== 'suspended';
    return rowOf(one, { document, accrues, became: what.get(one.invitee_id), now });
  });
}

interface Became {
  bonus_ids: string[];
  reason: string | null;
}

/** What was awarded, or why it waits, by invitee. */
async function becameOf(connection: Connection, campaignId: number, invitees: number[]): Promise<Map<number, Became>> {
  const list = await rows<{ invitee_id: number; bonus_id: number | null; reason: string | null }>(
    connection,
    `SELECT n.invitee_id, n.id AS bonus_id, NULL AS reason FROM bonuses n WHERE n.campaign_id = :campaignId AND n.invitee_id IN (SELECT w.id FROM {{invitees}} w)
     UNION ALL
     SELECT t.invitee_id, NULL, t.reason FROM bonus_waits t WHERE t.campaign_id = :campaignId AND t.invitee_id IN (SELECT w.id FROM {{invitees}} w) ORDER BY 2`,
    { campaignId, invitees: JSON.stringify(invitees.map((id) => ({ id }))) },
    { invitees: dialectOf(connection).rowset('invitees', { id: 'integer' }) },
  );
  const found = new Map<number, Became>();
  for (const { invitee_id, bonus_id, reason } of list) {
    const known = found.get(invitee_id) ?? { bonus_ids: [], reason: null };
    found.set(invitee_id, { bonus_ids: bonus_id === null ? known.bonus_ids : [...known.bonus_ids, String(bonus_id)], reason: reason ?? known.reason });
  }
  return found;
}

const levels = ['none', 'basic', 'advanced'];

function taskOf(task: CampaignTask, one: KeptPromise): CampaignTaskProgress {
  const due = (until: number | null): string | null => formatInstantOrNull(until);
  const sum = (units: string | null, fraction: string | null): string => formatAmount(joinSum(units ?? '0', fraction ?? '0'));
  switch (task.task) {
    case 'register':
      return { ...task, measured: null, reached_at: formatInstant(one.bound_at), due_at: null };
    case 'kyc':
      return { ...task, measured: levels[one.kyc_level ?? 0] ?? null, reached_at: formatInstantOrNull(one.kyc_at), due_at: due(one.kyc_until) };
    case 'deposit':
      return { ...task, measured: sum(one.deposit_units, one.deposit_fraction), reached_at: formatInstantOrNull(one.deposit_at), due_at: due(one.deposit_until) };
    case 'volume':
      return { ...task, measured: sum(one.volume_units, one.volume_fraction), reached_at: formatInstantOrNull(one.volume_at), due_at: due(one.volume_until) };
  }
}

interface Around {
  document: CampaignDocument;
  /** Whether the affiliate was not suspended at an instant (STA-7). */
  accrues(at: number): boolean;
  became: Became | undefined;
  now: number;
}

function rowOf(one: KeptPromise, { document, accrues, became, now }: Around): CampaignProgressRow {
  const tasks = document.tasks.map((task) => taskOf(task, one));
  const reached = tasks.map((task) => (task.reached_at === null ? null : Date.parse(task.reached_at)));
  const earned_at = reached.some((at) => at === null) ? null : Math.max(one.bound_at, ...(reached as number[]));
  const missed = tasks.some((task) => task.reached_at === null && task.due_at !== null && Date.parse(task.due_at) <= now);
  return {
    id: String(one.binding_id),
    invitee_uid: one.invitee_uid,
    affiliate_uid: one.affiliate_uid,
    version: one.version,
    promised_at: formatInstant(one.bound_at),
    tasks,
    state: stateOf({ earned_at, entitled: earned_at !== null && earned_at < one.enrolment_to && accrues(earned_at), missed, ended: one.enrolment_to <= now, became }),
    reason: became?.bonus_ids.length ? null : (became?.reason ?? null),
    earned_at: formatInstantOrNull(earned_at),
    bonus_ids: became?.bonus_ids ?? [],
  };
}

function stateOf(
  { earned_at, entitled, missed, ended, became }: { earned_at: number | null; entitled: boolean; missed: boolean; ended: boolean; became: Became | undefined },
): ProgressState {
  if (became?.bonus_ids.length) return 'awarded';
  if (entitled) return became?.reason ? 'waiting' : 'reached';
  if (earned_at === null && missed) return 'missed';
  return ended || earned_at !== null ? 'left' : 'open';
}
