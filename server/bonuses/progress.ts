import { preparedRow, preparedRows, row, rows, type Connection } from '../../db/statement.ts';
import { formatInstant, formatInstantOrNull } from '../calendar.ts';
import type { Audience, CampaignDocument, CampaignProgressRow, CampaignTask, CampaignTaskProgress, ProgressState, PromisedByVersion } from '../campaigns/contract.ts';
import { formatAmount, joinSum } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { kycLevels } from '../rulebooks/contract.ts';
import { audienceOf, earnedOf, notAwarded, progressOf, promisesOf, stillEntitled } from './promises.ts';

/** Of a promise what its page shows; instants in ms, sums as `units fraction`. */
interface KeptPromise {
  version: number;
  document: string;
  binding_id: number;
  invitee_uid: string;
  affiliate_uid: string;
  bound_at: number;
  enrolment_to: number;
  kyc_level: number | null;
  kyc_at: number | null;
  kyc_until: number | null;
  deposit_sum: string | null;
  deposit_at: number | null;
  deposit_until: number | null;
  volume_sum: string | null;
  volume_at: number | null;
  volume_until: number | null;
  earned_at: number | null;
  entitled: number;
  bonus_ids: string | null;
  reason: string | null;
  total: number;
}

const canStill = (task: string, asked: string): string => `(p.${asked} IS NULL OR p.${task}_at IS NOT NULL OR p.${task}_until > :until)`;

/** By version the promises that nothing has been awarded for, and that can still be kept at this instant. */
export async function openPromises(connection: Connection, campaignId: number, now: number): Promise<PromisedByVersion[]> {
  const list = await rows<{ version: number; invitees: number; reward: string }>(
    connection,
    `${progressOf(promisesOf(await audienceOf(connection, campaignId), notAwarded))}
     SELECT p.version, count(*) AS invitees, CAST(p.reward_e8 AS TEXT) AS reward FROM progress p
     WHERE ${canStill('kyc', 'kyc_rank')} AND ${canStill('deposit', 'deposit_e8')} AND ${canStill('volume', 'volume_e8')} AND p.enrolment_to > :until
     GROUP BY p.version, p.reward_e8 ORDER BY p.version`,
    { campaign: campaignId, until: now },
  );
  return list.map(({ version, invitees, reward }) => ({ version, invitees, amount: formatAmount(BigInt(reward) * BigInt(invitees)) }));
}

export interface ProgressQuestion {
  campaign_id: number;
  /** The uid of one affiliate; null: of all. */
  affiliate: string | null;
  first: number;
  last: number;
}

/** What was awarded for an invitee, and why it waits. */
const became = `
  (SELECT string_agg(CAST(n.id AS TEXT), ',' ORDER BY n.id) FROM bonuses n WHERE n.campaign_id = :campaign AND n.invitee_id = p.invitee_id) AS bonus_ids,
  (SELECT t.reason FROM bonus_waits t WHERE t.campaign_id = :campaign AND t.invitee_id = p.invitee_id) AS reason`;

/**
 * CAM-4: one page of a campaign's promises, the oldest first, task by task as of now, and how many there are. Page and count are one statement,
 * so that what makes a promise is asked once and all is of one state. Refuses `not_found`, and `bad_request` for an affiliate that there is not.
 */
export async function progressPage(connection: Connection, asked: ProgressQuestion, now: number): Promise<{ rows: CampaignProgressRow[]; total: number; capped: boolean }> {
  const { audience, affiliate_id } = await askedFor(connection, asked);
  const all = promisesOf(audience, affiliate_id === null ? '1 = 1' : 'b.inviter_id = :affiliate');
  const parameters = { campaign: asked.campaign_id, until: now + 1, ...(affiliate_id === null ? {} : { affiliate: affiliate_id }) };
  const list = await preparedRows<KeptPromise>(
    connection,
    `${earnedOf(`SELECT m.*, count(*) OVER () AS total FROM (${all}) AS m ORDER BY m.bound_at, m.binding_id LIMIT :count OFFSET :skip`, true)}
     SELECT p.version, v.document, p.binding_id, i.uid AS invitee_uid, a.uid AS affiliate_uid, p.bound_at, p.enrolment_to, p.kyc_level, p.kyc_at, p.kyc_until,
       p.deposit_sum, p.deposit_at, p.deposit_until, p.volume_sum, p.volume_at, p.volume_until, q.earned_at, CASE WHEN ${stillEntitled} THEN 1 ELSE 0 END AS entitled,
       ${became}, p.total
     FROM progress p JOIN accounts i ON i.id = p.invitee_id JOIN accounts a ON a.id = p.affiliate_id JOIN campaign_versions v ON v.id = p.version_id
     LEFT JOIN earned q ON q.binding_id = p.binding_id ORDER BY p.bound_at, p.binding_id`,
    { ...parameters, count: asked.last - asked.first + 1, skip: asked.first },
  );
  // Behind the end there is no row that could tell.
  const total = list[0]?.total ?? (asked.first === 0 ? 0 : (await row<{ n: number }>(connection, `SELECT count(*) AS n FROM (${all}) AS m`, parameters))?.n);
  const read = documentReader();
  return { rows: list.map((one) => rowOf(one, read(one.document), now)), total: total ?? 0, capped: false };
}

async function askedFor(connection: Connection, { campaign_id, affiliate }: ProgressQuestion): Promise<{ audience: Audience; affiliate_id: number | null }> {
  const found = await preparedRow<{ audience: Audience; affiliate_id: number | null }>(
    connection,
    'SELECT c.audience, (SELECT a.id FROM accounts a WHERE a.uid = :affiliate) AS affiliate_id FROM campaigns c WHERE c.id = :campaign_id',
    { campaign_id, affiliate },
  );
  if (!found) throw new Refusal('not_found', { id: String(campaign_id) });
  if (affiliate !== null && found.affiliate_id === null) throw new Refusal('bad_request', { field: 'affiliate' }, 'affiliate: there is no such account.');
  return found;
}

/** A page's promises are of few versions: each document is read once. */
function documentReader(): (text: string) => CampaignDocument {
  const known = new Map<string, CampaignDocument>();
  return (text) => {
    const document = known.get(text) ?? (JSON.parse(text) as CampaignDocument);
    known.set(text, document);
    return document;
  };
}

function taskOf(task: CampaignTask, one: KeptPromise): CampaignTaskProgress {
  const due = (until: number | null): string | null => formatInstantOrNull(until);
  const sum = (text: string | null): string => {
    const [units = '0', fraction = '0'] = text?.split(' ') ?? [];
    return formatAmount(joinSum(units, fraction));
  };
  switch (task.task) {
    case 'register':
      return { ...task, measured: null, reached_at: formatInstant(one.bound_at), due_at: null };
    case 'kyc':
      return { ...task, measured: kycLevels[one.kyc_level ?? 0] ?? null, reached_at: formatInstantOrNull(one.kyc_at), due_at: due(one.kyc_until) };
    case 'deposit':
      return { ...task, measured: sum(one.deposit_sum), reached_at: formatInstantOrNull(one.deposit_at), due_at: due(one.deposit_until) };
    case 'volume':
      return { ...task, measured: sum(one.volume_sum), reached_at: formatInstantOrNull(one.volume_at), due_at: due(one.volume_until) };
  }
}

function rowOf(one: KeptPromise, document: CampaignDocument, now: number): CampaignProgressRow {
  const tasks = document.tasks.map((task) => taskOf(task, one));
  const bonus_ids = one.bonus_ids?.split(',') ?? [];
  return {
    id: String(one.binding_id),
    invitee_uid: one.invitee_uid,
    affiliate_uid: one.affiliate_uid,
    version: one.version,
    promised_at: formatInstant(one.bound_at),
    tasks,
    state: stateOf(one, tasks, now),
    reason: bonus_ids.length > 0 ? null : one.reason,
    earned_at: formatInstantOrNull(one.earned_at),
    bonus_ids,
  };
}

function stateOf(one: KeptPromise, tasks: CampaignTaskProgress[], now: number): ProgressState {
  if (one.bonus_ids !== null) return 'awarded';
  if (one.entitled === 1) return one.reason === null ? 'reached' : 'waiting';
  if (one.earned_at !== null) return 'left';
  const missed = tasks.some((task) => task.reached_at === null && task.due_at !== null && Date.parse(task.due_at) <= now);
  if (missed) return 'missed';
  return one.enrolment_to <= now ? 'left' : 'open';
}
