import { dialectOf } from '../../db/connection.ts';
import { execute, row, rows, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { FOREVER } from '../calendar.ts';
import type { Audience, CampaignDocument, CampaignKind, CampaignState, CampaignVersionState, FieldChanges } from './contract.ts';
import { amountOf, listText, measuresOf } from './rules.ts';

export interface StoredCampaign {
  id: number;
  code: string;
  kind: CampaignKind;
  audience: Audience;
  state: CampaignState;
  version_id: number;
}

/** A version as it is stored; instants in ms, `document` and `changes` as JSON. */
export interface StoredVersion {
  id: number;
  campaign_id: number;
  version: number;
  base_id: number | null;
  document: string;
  changes: string;
  starts_at: number;
  ends_at: number;
  state: CampaignVersionState;
  second_person: number;
  requested_by_id: number | null;
}

export function documentOf(version: { document: string }): CampaignDocument {
  return JSON.parse(version.document) as CampaignDocument;
}

const campaignColumns = 'c.id, c.code, c.kind, c.audience, c.state, c.version_id';

export function findCampaign(connection: Connection, id: number, lock = ''): Promise<StoredCampaign | undefined> {
  return row<StoredCampaign>(connection, `SELECT ${campaignColumns} FROM campaigns c WHERE c.id = :id {{lock}}`, { id }, { lock });
}

/** The campaign, kept as it is until the transaction ends. Every change of it and of its versions begins here. */
export function lockCampaign(transaction: Transaction, id: number): Promise<StoredCampaign | undefined> {
  return findCampaign(transaction, id, dialectOf(transaction).lockForUpdate);
}

export function campaignByCode(connection: Connection, code: string): Promise<StoredCampaign | undefined> {
  return row<StoredCampaign>(connection, `SELECT ${campaignColumns} FROM campaigns c WHERE c.code = :code`, { code });
}

/** What was taken back is stored as rejected, with a mark. */
export const stateOfVersion = (v: string): string => `CASE WHEN ${v}.taken_back = 1 THEN 'cancelled' ELSE ${v}.state END`;

const versionColumns = `v.id, v.campaign_id, v.version, v.base_id, v.document, v.changes, v.starts_at, v.ends_at, ${stateOfVersion('v')} AS state, v.second_person,
  v.requested_by_id`;

export function findVersion(connection: Connection, id: number): Promise<StoredVersion | undefined> {
  return row<StoredVersion>(connection, `SELECT ${versionColumns} FROM campaign_versions v WHERE v.id = :id`, { id });
}

export async function insertCampaign(
  transaction: Transaction,
  campaign: { code: string; kind: CampaignKind; audience: Audience; at: number },
  actor: Actor,
): Promise<number> {
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO campaigns (code, kind, audience, state, created_by, created_by_id, created_at)
     VALUES (:code, :kind, :audience, 'draft', :by, :by_id, :at) RETURNING id`,
    { ...campaign, by: actor.name, by_id: actor.staff_id },
  );
  return (made as { id: number }).id;
}

/** What of a document stands in columns of its own. */
function columnsOf(document: CampaignDocument): Record<string, string | number | bigint | null> {
  return {
    name: document.name,
    document: JSON.stringify(document),
    starts_at: Date.parse(document.starts_at),
    ends_at: Date.parse(document.ends_at),
    regions: listText(document.regions),
    programmes: listText(document.programmes),
    currency: document.rewards[0]?.currency ?? '',
    budget_e8: amountOf(document.budget),
    cap_e8: document.cap_per_affiliate === null ? null : amountOf(document.cap_per_affiliate),
    ...measuresOf(document),
  };
}

export interface NewVersion {
  campaign_id: number;
  base_id: number | null;
  document: CampaignDocument;
  changes: FieldChanges;
  state: CampaignVersionState;
  second_person: boolean;
  reason: string | null;
  at: number;
  /** Of one that holds at once. */
  in_force_from: number | null;
}

export async function insertVersion(transaction: Transaction, given: NewVersion, actor: Actor): Promise<number> {
  const { document, changes, second_person, in_force_from, at, ...own } = given;
  const values = {
    ...own, ...columnsOf(document), changes: JSON.stringify(changes), second_person: second_person ? 1 : 0, in_force_from,
    in_force_to: in_force_from === null ? null : FOREVER, requested_at: at, requested_by: actor.name, requested_by_id: actor.staff_id,
  };
  const names = Object.keys(values);
  const made = await row<{ id: number }>(
    transaction,
    `INSERT INTO campaign_versions (version, ${names.join(', ')})
     VALUES ((SELECT COALESCE(max(v.version), 0) + 1 FROM campaign_versions v WHERE v.campaign_id = :campaign_id),
       ${names.map((name) => `:${name}`).join(', ')}) RETURNING id`,
    values,
  );
  return (made as { id: number }).id;
}

/** Of a draft: everything may change. */
export async function rewriteDraft(
  transaction: Transaction,
  campaign: StoredCampaign,
  next: { code: string; kind: CampaignKind; audience: Audience; document: CampaignDocument },
): Promise<void> {
  const columns = columnsOf(next.document);
  await execute(
    transaction,
    `UPDATE campaign_versions SET ${Object.keys(columns).map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id AND state = 'draft'`,
    { ...columns, id: campaign.version_id },
  );
  await execute(
    transaction,
    `UPDATE campaigns SET code = :code, kind = :kind, audience = :audience WHERE id = :id AND state = 'draft'`,
    { id: campaign.id, code: next.code, kind: next.kind, audience: next.audience },
  );
}

/** Compare-and-set: true where the campaign was in that state. */
export async function moveCampaign(
  transaction: Transaction,
  campaign: { id: number; state: CampaignState },
  to: CampaignState,
  set: { version_id?: number; ended_at?: number } = {},
): Promise<boolean> {
  const names = Object.keys(set);
  const touched = await execute(
    transaction,
    `UPDATE campaigns SET state = :to${names.map((name) => `, ${name} = :${name}`).join('')} WHERE id = :id AND state = :from`,
    { id: campaign.id, from: campaign.state, to, ...set },
  );
  return touched === 1;
}

/** Compare-and-set: true where the version waited. */
export async function decideVersion(
  transaction: Transaction,
  id: number,
  decided: { state: 'approved' | 'rejected' | 'cancelled'; decided_by: string; decided_by_id: number | null; decided_at: number; comment: string | null },
): Promise<boolean> {
  const taken = decided.state === 'cancelled';
  const touched = await execute(
    transaction,
    `UPDATE campaign_versions SET state = :state, taken_back = :taken_back, decided_by = :decided_by, decided_by_id = :decided_by_id, decided_at = :decided_at, comment = :comment
     WHERE id = :id AND state = 'pending'`,
    { id, ...decided, ...(taken ? { state: 'rejected', taken_back: 1 } : { taken_back: 0 }) },
  );
  return touched === 1;
}

/** From `at` on the version is in force instead of the one before. */
export async function putInForce(transaction: Transaction, campaignId: number, versionId: number, at: number): Promise<void> {
  await execute(
    transaction,
    `UPDATE campaign_versions SET in_force_to = :at WHERE campaign_id = :campaignId AND in_force_to = ${FOREVER} AND id <> :versionId`,
    { campaignId, versionId, at },
  );
  await execute(
    transaction,
    `UPDATE campaign_versions SET state = 'approved', in_force_from = :at, in_force_to = ${FOREVER} WHERE id = :versionId`,
    { versionId, at },
  );
  await execute(transaction, 'UPDATE campaigns SET version_id = :versionId WHERE id = :campaignId', { campaignId, versionId });
}

export async function openCampaign(transaction: Transaction, campaignId: number, from: number): Promise<void> {
  await execute(
    transaction, `INSERT INTO campaign_openings (campaign_id, from_at, to_at) VALUES (:campaignId, :from, ${FOREVER})`, { campaignId, from },
  );
}

export async function closeCampaign(transaction: Transaction, campaignId: number, at: number): Promise<void> {
  await execute(
    transaction,
    `UPDATE campaign_openings SET to_at = CASE WHEN from_at > :at THEN from_at ELSE :at END WHERE campaign_id = :campaignId AND to_at = ${FOREVER}`,
    { campaignId, at },
  );
}

/** A reward's currency is one that has a price or is reported in. */
export async function knownCurrencies(connection: Connection): Promise<Set<string>> {
  const list = await rows<{ currency: string }>(connection, 'SELECT DISTINCT currency FROM prices');
  return new Set(['USDT', 'BUSD', ...list.map((one) => one.currency)]);
}

/** What of a campaign's money is used up: by all, by the one affiliate with the most, and what of it was distributed; e8. */
export async function usedOf(connection: Connection, campaignId: number): Promise<{ committed: bigint; distributed: bigint; most: bigint }> {
  const used = await row<{ committed: string; distributed: string; most: string }>(
    connection,
    `SELECT CAST(COALESCE(sum(n.committed), 0) AS TEXT) AS committed, CAST(COALESCE(sum(n.distributed), 0) AS TEXT) AS distributed,
       CAST(COALESCE(max(n.committed), 0) AS TEXT) AS most
     FROM (SELECT affiliate_id, CAST(sum(amount_e8) AS BIGINT) AS committed,
         CAST(sum(CASE WHEN state = 'distributed' THEN amount_e8 ELSE 0 END) AS BIGINT) AS distributed
       FROM bonuses WHERE campaign_id = :campaignId AND state IN ('pending', 'distributed') GROUP BY affiliate_id) n`,
    { campaignId },
  );
  return { committed: BigInt(used?.committed ?? 0), distributed: BigInt(used?.distributed ?? 0), most: BigInt(used?.most ?? 0) };
}
