import { dialectOf } from '../../db/connection.ts';
import type { Database } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import { loadStates, stateAt, type StateBook } from '../accounts/states.ts';
import { enrolmentAt, loadEnrolments, type EnrolmentBook } from '../affiliates/enrolment-book.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { JoinRefusal } from './contract.ts';
import { joinRefusals, listHolds } from './rules.ts';
import { changing } from './service.ts';

/** A campaign as joining asks it: its versions and openings over time. */
export interface JoinableCampaign {
  id: number;
  code: string;
  audience: string;
  versions: { in_force_from: number; in_force_to: number; ends_at: number; regions: string; programmes: string }[];
  openings: { from_at: number; to_at: number }[];
}

/** What joins of some affiliates are judged by. */
export interface JoinBook {
  campaigns: Map<string, JoinableCampaign>;
  states: StateBook;
  enrolments: EnrolmentBook;
  /** Instants of joining, by campaign and affiliate. */
  joins: Map<string, number[]>;
}

const keyOf = (campaign: number, affiliate: number): string => `${campaign} ${affiliate}`;

export async function loadJoinBook(connection: Connection, codes: string[], affiliateIds: number[]): Promise<JoinBook> {
  const dialect = dialectOf(connection);
  const asked = { codes: JSON.stringify([...new Set(codes)].map((code) => ({ code }))) };
  const fragments = { codes: dialect.rowset('codes', { code: 'text' }) };
  const list = await rows<Omit<JoinableCampaign, 'versions' | 'openings'>>(
    connection, 'SELECT c.id, c.code, c.audience FROM campaigns c WHERE c.code IN (SELECT k.code FROM {{codes}} k)', asked, fragments,
  );
  const campaigns = new Map(list.map((one) => [one.code, { ...one, versions: [], openings: [] } as JoinableCampaign]));
  const byId = new Map([...campaigns.values()].map((one) => [one.id, one]));
  const ids = { ids: JSON.stringify([...byId.keys()].map((id) => ({ id }))) };
  const ofCampaigns = { ids: dialect.rowset('ids', { id: 'integer' }) };
  const versions = await rows<JoinableCampaign['versions'][number] & { campaign_id: number }>(
    connection,
    `SELECT v.campaign_id, v.in_force_from, v.in_force_to, v.ends_at, v.regions, v.programmes FROM campaign_versions v
     WHERE v.in_force_from IS NOT NULL AND v.campaign_id IN (SELECT k.id FROM {{ids}} k)`, ids, ofCampaigns,
  );
  for (const { campaign_id, ...version } of versions) byId.get(campaign_id)?.versions.push(version);
  const openings = await rows<JoinableCampaign['openings'][number] & { campaign_id: number }>(
    connection, 'SELECT o.campaign_id, o.from_at, o.to_at FROM campaign_openings o WHERE o.campaign_id IN (SELECT k.id FROM {{ids}} k)', ids, ofCampaigns,
  );
  for (const { campaign_id, ...opening } of openings) byId.get(campaign_id)?.openings.push(opening);
  return {
    campaigns,
    states: await loadStates(connection, affiliateIds),
    enrolments: await loadEnrolments(connection, affiliateIds),
    joins: await joinsOf(connection, [...byId.keys()], affiliateIds),
  };
}

async function joinsOf(connection: Connection, campaignIds: number[], affiliateIds: number[]): Promise<JoinBook['joins']> {
  const dialect = dialectOf(connection);
  const list = await rows<{ campaign_id: number; affiliate_id: number; joined_at: number }>(
    connection,
    `SELECT j.campaign_id, j.affiliate_id, j.joined_at FROM campaign_joins j
     WHERE j.campaign_id IN (SELECT k.id FROM {{campaigns}} k) AND j.affiliate_id IN (SELECT m.id FROM {{affiliates}} m)`,
    { campaigns: JSON.stringify(campaignIds.map((id) => ({ id }))), affiliates: JSON.stringify([...new Set(affiliateIds)].map((id) => ({ id }))) },
    { campaigns: dialect.rowset('campaigns', { id: 'integer' }), affiliates: dialect.rowset('affiliates', { id: 'integer' }) },
  );
  const joins: JoinBook['joins'] = new Map();
  for (const { campaign_id, affiliate_id, joined_at } of list) noteJoin({ joins }, campaign_id, affiliate_id, joined_at);
  return joins;
}

export function noteJoin({ joins }: Pick<JoinBook, 'joins'>, campaignId: number, affiliateId: number, at: number): void {
  const key = keyOf(campaignId, affiliateId);
  joins.set(key, [...(joins.get(key) ?? []), at]);
}

/** Why this affiliate cannot join at this instant; none: it can. A join holds as long as the enrolment that was open then. */
export function judgeJoin(book: JoinBook, campaign: JoinableCampaign, affiliateId: number, at: number): JoinRefusal[] {
  const version = campaign.versions.find((one) => one.in_force_from <= at && at < one.in_force_to);
  const enrolment = enrolmentAt(book.enrolments, affiliateId, at);
  const country = stateAt(book.states, affiliateId, 'country', at) ?? '';
  const joins = book.joins.get(keyOf(campaign.id, affiliateId)) ?? [];
  return joinRefusals({
    joinable: campaign.audience === 'joining',
    open: version !== undefined && at < version.ends_at && campaign.openings.some((one) => one.from_at <= at && at < one.to_at),
    regionFits: version === undefined || listHolds(version.regions, country),
    enrolled: enrolment !== null && (version === undefined || listHolds(version.programmes, enrolment.programme)),
    restriction: stateAt(book.states, affiliateId, 'restriction', at) ?? 'none',
    joined: enrolment !== null && joins.some((joined) => enrolment.from_at <= joined && joined < enrolment.to_at),
  });
}

export interface NewJoin {
  join_id: string;
  campaign_id: number;
  affiliate_id: number;
  joined_at: number;
}

export async function insertJoins(transaction: Transaction, list: NewJoin[], by: { name: string; import_id: number }): Promise<void> {
  if (list.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO campaign_joins (join_id, campaign_id, affiliate_id, joined_at, requested_by, import_id)
     SELECT r.join_id, r.campaign_id, r.affiliate_id, r.joined_at, :name, :import_id FROM {{joins}} r`,
    { joins: JSON.stringify(list), ...by },
    { joins: dialectOf(transaction).rowset('joins', { join_id: 'text', campaign_id: 'integer', affiliate_id: 'integer', joined_at: 'integer' }) },
  );
}

/** CAM-1: staff let an affiliate join as of now. Refuses `not_found`, `bad_value` (no such affiliate), `cannot_join` with all that applies. */
export async function joinByStaff(database: Database, clock: Clock, actor: Actor, campaignId: number, uid: string): Promise<void> {
  await changing(database, clock, async (transaction, at) => {
    const found = await row<{ code: string }>(transaction, 'SELECT code FROM campaigns WHERE id = :campaignId', { campaignId });
    if (!found) throw new Refusal('not_found', { id: String(campaignId) });
    const affiliate = await row<{ id: number }>(transaction, 'SELECT id FROM accounts WHERE uid = :uid', { uid });
    if (!affiliate) throw new Refusal('bad_value', { field: 'affiliate_uid' }, 'affiliate_uid: there is no such account.');
    const book = await loadJoinBook(transaction, [found.code], [affiliate.id]);
    const refusals = judgeJoin(book, book.campaigns.get(found.code) as JoinableCampaign, affiliate.id, at);
    if (refusals.length > 0) throw new Refusal('cannot_join', { codes: refusals });
    const join_id = `staff:${campaignId}:${affiliate.id}:${at}`;
    await insertJoins(transaction, [{ join_id, campaign_id: campaignId, affiliate_id: affiliate.id, joined_at: at }], { name: actor.name, import_id: 0 });
    await writeAudit(transaction, {
      at, actor, action: 'campaign.joined', subject_type: 'campaigns', subject_id: String(campaignId),
      changes: { affiliate_uid: { old: null, new: uid }, joined_at: { old: null, new: formatInstant(at) } },
    });
  });
}
