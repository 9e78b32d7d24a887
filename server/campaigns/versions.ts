import { createHash } from 'node:crypto';
import type { Database } from '../../db/connection.ts';
import { row, type Connection, type Transaction } from '../../db/statement.ts';
import type { Actor } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { openPromises } from '../bonuses/progress.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { formatAmount } from '../money.ts';
import { Refusal } from '../refusal.ts';
import { campaignVersionSteps, type CampaignDocument, type CampaignVersionPreview, type FieldChanges, type NewCampaignVersion } from './contract.ts';
import { amountOf, changesBetween, needsSecondPerson, periodFault } from './rules.ts';
import { auditOf, changing, checkedDocument, refuseFault, theCampaign } from './service.ts';
import { decideVersion, documentOf, findCampaign, findVersion, insertVersion, putInForce, usedOf, type StoredCampaign, type StoredVersion } from './store.ts';

/** In which of its states a campaign changes by versions. */
const changeable = ['scheduled', 'active', 'paused'];

/**
 * CAM-3: a change of what is no draft any more is a new version with its reason. Name, landing URL and texts hold at once, everything else
 * waits for a second person. Answers the version's id. Refuses `not_found`, `wrong_state`, `already_pending`, `no_change`, `bad_value`,
 * `below_committed`.
 */
export async function proposeVersion(database: Database, clock: Clock, actor: Actor, asked: NewCampaignVersion): Promise<number> {
  const { campaign_id, reason, ...fields } = asked;
  return changing(database, clock, async (transaction, at) => {
    const { campaign, version } = await theCampaign(transaction, idOf(campaign_id));
    if (!changeable.includes(campaign.state)) throw new Refusal('wrong_state', { state: campaign.state });
    const before = documentOf(version);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after = await checkedDocument(transaction, { ...before, ...given } as CampaignDocument);
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) throw new Refusal('no_change');
    refuseFault(periodFault(before, after, at));
    await refusePending(transaction, campaign.id);
    refuseBelow(await belowCommitted(transaction, campaign.id, after));
    const second = needsSecondPerson(changes);
    const id = await insertVersion(transaction, {
      campaign_id: campaign.id, base_id: version.id, document: after, changes, state: second ? 'pending' : 'approved', second_person: second, reason, at,
      in_force_from: null,
    }, actor);
    if (!second) await putInForce(transaction, campaign.id, id, at);
    await writeAudit(transaction, {
      at, actor, action: second ? 'campaign_version.requested' : 'campaign_version.written', subject_type: 'campaign-versions', subject_id: String(id), reason,
      changes: { campaign_id: { old: null, new: String(campaign.id) }, ...auditOf(before, after) },
    });
    return id;
  });
}

function idOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refusal('bad_value', { field: 'campaign_id' }, 'campaign_id: there is no such campaign.');
  return Number(text);
}

async function refusePending(transaction: Transaction, campaignId: number): Promise<void> {
  const found = await pendingVersion(transaction, campaignId);
  if (found !== null) throw new Refusal('already_pending', { id: String(found) });
}

async function pendingVersion(connection: Connection, campaignId: number): Promise<number | null> {
  const found = await row<{ id: number }>(connection, `SELECT id FROM campaign_versions WHERE campaign_id = :campaignId AND state = 'pending'`, { campaignId });
  return found?.id ?? null;
}

/** What the new bounds would be below: what all, or one affiliate, has committed already. */
async function belowCommitted(connection: Connection, campaignId: number, after: CampaignDocument): Promise<CampaignVersionPreview['refused']> {
  const { committed, most } = await usedOf(connection, campaignId);
  if (amountOf(after.budget) < committed) return { code: 'below_committed', field: 'budget', committed: formatAmount(committed) };
  if (after.cap_per_affiliate !== null && amountOf(after.cap_per_affiliate) < most) {
    return { code: 'below_committed', field: 'cap_per_affiliate', committed: formatAmount(most) };
  }
  return null;
}

function refuseBelow(refused: CampaignVersionPreview['refused']): void {
  if (refused) throw new Refusal('below_committed', { field: refused.field, committed: refused.committed });
}

/** What approving a version would do now, or what it came to. Refuses `not_found`. */
export async function previewVersion(connection: Connection, id: number, now: number): Promise<CampaignVersionPreview> {
  const version = await findVersion(connection, id);
  const campaign = version && (await findCampaign(connection, version.campaign_id));
  if (!version || !campaign) throw new Refusal('not_found', { id: String(id) });
  return previewOf(connection, campaign, version, now);
}

async function previewOf(connection: Connection, campaign: StoredCampaign, version: StoredVersion, now: number): Promise<CampaignVersionPreview> {
  const base = version.base_id === null ? undefined : await findVersion(connection, version.base_id);
  const [before, after] = [documentOf(base ?? version), documentOf(version)];
  const used = await usedOf(connection, campaign.id);
  const promised = await openPromises(connection, campaign.id, now);
  const owed = promised.reduce((sum, one) => sum + amountOf(one.amount), 0n);
  const left = (document: CampaignDocument, taken: bigint): string => {
    const rest = amountOf(document.budget) - taken;
    return formatAmount(rest < 0n ? 0n : rest);
  };
  const shown = {
    campaign_id: String(campaign.id),
    campaign_code: campaign.code,
    before,
    after,
    changes: JSON.parse(version.changes) as FieldChanges,
    second_person: version.second_person === 1,
    currency: after.rewards[0]?.currency ?? '',
    committed: formatAmount(used.committed),
    distributed: formatAmount(used.distributed),
    budget_left: { before: left(before, used.committed), after: left(after, used.committed) },
    to_be_promised: { before: left(before, used.committed + owed), after: left(after, used.committed + owed) },
    already_promised: promised,
    most_of_one_affiliate: formatAmount(used.most),
    refused: await belowCommitted(connection, campaign.id, after),
  };
  return { version: createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32), ...shown };
}

/**
 * CAM-3: another person agrees; from this instant on the version is in force, and who was promised something keeps what was promised.
 * Compare-and-set. Refuses `not_found`, `forbidden`, `own_request`, `not_pending`, `wrong_state`, `stale`, `preview_changed`, `below_committed`.
 */
export async function approveVersion(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  { comment, preview }: { comment?: string | undefined; preview?: string | undefined },
): Promise<void> {
  await changing(database, clock, async (transaction, at) => {
    const { campaign, version } = await pending(transaction, id, actor, 'approve');
    if (!changeable.includes(campaign.state)) throw new Refusal('wrong_state', { state: campaign.state });
    if (version.base_id !== campaign.version_id) throw new Refusal('stale', { what: 'the campaign has another version since' });
    const [before, after] = [documentOf((await findVersion(transaction, campaign.version_id)) as StoredVersion), documentOf(version)];
    const late = periodFault(before, after, at);
    if (late) throw new Refusal('stale', { what: `${late.field} ${late.message}` });
    refuseBelow(await belowCommitted(transaction, campaign.id, after));
    if (preview !== undefined) {
      const now = await previewOf(transaction, campaign, version, at);
      if (now.version !== preview) throw new Refusal('preview_changed', { seen: preview, now: now as unknown as Record<string, unknown> });
    }
    await decide(transaction, id, 'approved', { at, actor, comment: comment ?? null });
    await putInForce(transaction, campaign.id, id, at);
    await writeAudit(transaction, {
      at, actor, action: 'campaign_version.approved', subject_type: 'campaign-versions', subject_id: String(id), reason: comment ?? null,
      changes: { state: { old: 'pending', new: 'approved' }, campaign_id: { old: null, new: String(campaign.id) }, ...auditOf(before, after) },
    });
  });
}

/** Another person rejects it, or who asked takes it back: it changes nothing, and stays as history. Refuses `not_found`, `forbidden`, `own_request`, `not_pending`. */
export async function closeVersion(
  database: Database,
  clock: Clock,
  actor: Actor,
  id: number,
  verb: 'reject' | 'cancel',
  comment: string | null,
): Promise<void> {
  await changing(database, clock, async (transaction, at) => {
    const { campaign } = await pending(transaction, id, actor, verb);
    const state = verb === 'reject' ? 'rejected' : 'cancelled';
    await decide(transaction, id, state, { at, actor, comment });
    await writeAudit(transaction, {
      at, actor, action: `campaign_version.${state}`, subject_type: 'campaign-versions', subject_id: String(id), reason: comment,
      changes: { state: { old: 'pending', new: state }, campaign_id: { old: null, new: String(campaign.id) } },
    });
  });
}

/** The version, where this person may decide it so now, with its campaign. */
async function pending(
  transaction: Transaction,
  id: number,
  actor: Actor,
  verb: 'approve' | 'reject' | 'cancel',
): Promise<{ campaign: StoredCampaign; version: StoredVersion }> {
  const found = await findVersion(transaction, id);
  if (!found) throw new Refusal('not_found', { id: String(id) });
  // Under the campaign's lock: what another has just decided is seen.
  const { campaign } = await theCampaign(transaction, found.campaign_id);
  const version = (await findVersion(transaction, id)) as StoredVersion;
  takeStep(campaignVersionSteps, verb, actor, version);
  return { campaign, version };
}

async function decide(
  transaction: Transaction,
  id: number,
  state: 'approved' | 'rejected' | 'cancelled',
  { at, actor, comment }: { at: number; actor: Actor; comment: string | null },
): Promise<void> {
  const decided = { state, decided_by: actor.name, decided_by_id: actor.staff_id, decided_at: at, comment };
  if (!(await decideVersion(transaction, id, decided))) throw new Refusal('not_pending');
}
