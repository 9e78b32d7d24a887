import type { Database } from '../../db/connection.ts';
import type { Connection, Transaction } from '../../db/statement.ts';
import type { Actor, AuditAction, AuditChanges } from '../audit/contract.ts';
import { writeAudit } from '../audit/service.ts';
import { formatInstant, parseInstant } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { takeStep } from '../transitions/service.ts';
import { lockHead } from '../engine/head.ts';
import { countryCodes } from '../feeds/countries.ts';
import { Refusal } from '../refusal.ts';
import { approvedRulebooks } from '../rulebooks/in-force.ts';
import { rulebookAt } from '../rulebooks/rules.ts';
import { campaignSteps, type CampaignBody, type CampaignDocument, type CampaignState, type CampaignVerb } from './contract.ts';
import { changesBetween, faultOf, normalised, type DocumentFault } from './rules.ts';
import { settleCampaigns } from './settle.ts';
import {
  campaignByCode, closeCampaign, documentOf, findVersion, insertCampaign, insertVersion, knownCurrencies, lockCampaign, moveCampaign, openCampaign,
  putInForce, rewriteDraft, type StoredCampaign, type StoredVersion,
} from './store.ts';

export function refuseFault(fault: DocumentFault | null): void {
  if (fault) throw new Refusal('bad_value', { field: fault.field }, `${fault.field}: ${fault.message}.`);
}

/** The document in one spelling. Refuses `bad_value` with the field. */
export async function checkedDocument(connection: Connection, document: CampaignDocument): Promise<CampaignDocument> {
  const pro = rulebookAt(await approvedRulebooks(connection), 'pro', parseInstant(document.starts_at) ?? 0);
  const surroundings = { countries: countryCodes, currencies: await knownCurrencies(connection), mica: pro?.document.mica_countries ?? [] };
  refuseFault(faultOf(document, surroundings));
  return normalised(document);
}

/** What is to be done on campaigns, one after the other: with what the clock has done to them meanwhile. */
export async function changing<T>(database: Database, clock: Clock, work: (transaction: Transaction, at: number) => Promise<T>): Promise<T> {
  return database.transaction(async (transaction) => {
    const at = clock.now();
    await lockHead(transaction);
    await settleCampaigns(transaction, at);
    return work(transaction, at);
  });
}

/** The campaign and its version in force or draft. Refuses `not_found`. */
export async function theCampaign(transaction: Transaction, id: number): Promise<{ campaign: StoredCampaign; version: StoredVersion }> {
  const campaign = await lockCampaign(transaction, id);
  if (!campaign) throw new Refusal('not_found', { id: String(id) });
  return { campaign, version: (await findVersion(transaction, campaign.version_id)) as StoredVersion };
}

/** A new draft. Refuses `bad_value`, `code_taken`. */
export async function createCampaign(database: Database, clock: Clock, actor: Actor, body: CampaignBody): Promise<number> {
  return changing(database, clock, async (transaction, at) => {
    const { code, kind, audience, document } = await checkedBody(transaction, body, null);
    const id = await insertCampaign(transaction, { code, kind, audience, at }, actor);
    const version = await insertVersion(transaction, {
      campaign_id: id, base_id: null, document, changes: {}, state: 'draft', second_person: false, reason: null, at, in_force_from: null,
    }, actor);
    await moveCampaign(transaction, { id, state: 'draft' }, 'draft', { version_id: version });
    await writeAudit(transaction, {
      at, actor, action: 'campaign.created', subject_type: 'campaigns', subject_id: String(id),
      changes: { code: { old: null, new: code }, kind: { old: null, new: kind }, audience: { old: null, new: audience }, ...auditOf({}, document) },
    });
    return id;
  });
}

async function checkedBody(transaction: Transaction, body: CampaignBody, own: number | null): Promise<Pick<CampaignBody, 'code' | 'kind' | 'audience'> & { document: CampaignDocument }> {
  const { code, kind, audience, ...document } = body;
  if (kind === 'public' && audience !== 'all') throw new Refusal('bad_value', { field: 'audience' }, 'audience: a public campaign is for all.');
  const checked = await checkedDocument(transaction, document);
  const taken = await campaignByCode(transaction, code);
  if (taken && taken.id !== own) throw new Refusal('code_taken', { field: 'code' });
  return { code, kind, audience, document: checked };
}

/** Everything of a draft, again. Refuses `not_found`, `not_draft`, `bad_value`, `code_taken`. */
export async function editDraft(database: Database, clock: Clock, actor: Actor, id: number, body: CampaignBody): Promise<void> {
  await changing(database, clock, async (transaction, at) => {
    const { campaign, version } = await theCampaign(transaction, id);
    if (campaign.state !== 'draft') throw new Refusal('not_draft', { state: campaign.state });
    const next = await checkedBody(transaction, body, id);
    await rewriteDraft(transaction, campaign, next);
    const changed = (['code', 'kind', 'audience'] as const).filter((name) => campaign[name] !== next[name]);
    await writeAudit(transaction, {
      at, actor, action: 'campaign.edited', subject_type: 'campaigns', subject_id: String(id),
      changes: { ...Object.fromEntries(changed.map((name) => [name, { old: campaign[name], new: next[name] }])), ...auditOf(documentOf(version), next.document) },
    });
  });
}

/** Field by field, as the audit keeps it. */
export function auditOf(before: Partial<CampaignDocument>, after: CampaignDocument): AuditChanges {
  return JSON.parse(JSON.stringify(changesBetween(before as CampaignDocument, after), (_name, value: unknown) => value ?? null)) as AuditChanges;
}

const actions = { activate: 'campaign.activated', pause: 'campaign.paused', end: 'campaign.ended' } as const satisfies Record<CampaignVerb, AuditAction>;

/**
 * CAM-2: one step by the transition table. A draft becomes version 1, which counts from its start on, also where that has passed; pauses
 * are taken out. Compare-and-set. Refuses `not_found`, `forbidden`, `wrong_state`, `bad_value` (a draft whose period is over).
 */
export async function moveByVerb(database: Database, clock: Clock, actor: Actor, id: number, verb: CampaignVerb, comment: string | null): Promise<void> {
  await changing(database, clock, async (transaction, at) => {
    const { campaign, version } = await theCampaign(transaction, id);
    const step = takeStep(campaignSteps, verb, actor, { state: campaign.state }, 'wrong_state');
    if (campaign.state === 'draft') {
      await checkedDocument(transaction, documentOf(version));
      if (version.ends_at <= at) throw new Refusal('bad_value', { field: 'ends_at' }, 'ends_at: lies in the past.');
    }
    const to: CampaignState = verb === 'activate' && version.starts_at > at ? 'scheduled' : step.to;
    if (!(await moveCampaign(transaction, campaign, to, verb === 'end' ? { ended_at: at } : {}))) throw new Refusal('wrong_state');
    if (campaign.state === 'draft') await putInForce(transaction, id, version.id, 0);
    if (verb === 'activate') await openCampaign(transaction, id, campaign.state === 'draft' ? Math.min(at, version.starts_at) : at);
    else await closeCampaign(transaction, id, at);
    await writeAudit(transaction, {
      at, actor, action: actions[verb], subject_type: 'campaigns', subject_id: String(id), reason: comment,
      changes: { state: { old: campaign.state, new: to }, at: { old: null, new: formatInstant(at) } },
    });
  });
}
