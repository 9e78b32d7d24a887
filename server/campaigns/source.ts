import { FOREVER } from '../calendar.ts';
import { askedByOthers } from '../lists/asked-by-others.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import type { CampaignDocument } from './contract.ts';
import { stateOfVersion } from './store.ts';

/** As kept with the bonuses; a campaign without any has no totals. */
const distributed = 'COALESCE(u.distributed_e8, 0)';
const committed = `COALESCE(u.pending_e8, 0) + ${distributed}`;

/** Campaigns by their version in force or draft; `now` decides what the period has made of a state (CAM-2). */
export function campaignsSource(now: number): ListSource {
  return {
    resource: 'campaigns',
    from: 'campaigns c LEFT JOIN campaign_versions v ON v.id = c.version_id LEFT JOIN campaign_totals u ON u.campaign_id = c.id',
    parameters: { now },
    fields: {
      id: { sql: 'c.id', plain: true },
      code: { sql: 'c.code', plain: true },
      kind: { sql: 'c.kind', plain: true },
      audience: { sql: 'c.audience', plain: true },
      name: { sql: 'v.name' },
      state: {
        sql: `CASE WHEN c.state IN ('scheduled', 'active', 'paused') AND v.ends_at <= :now THEN 'ended'
          WHEN c.state = 'scheduled' AND v.starts_at <= :now THEN 'active' ELSE c.state END`,
        plain: true,
      },
      version: { sql: 'v.version', plain: true },
      starts_at: { sql: 'v.starts_at' },
      ends_at: { sql: 'v.ends_at' },
      currency: { sql: 'v.currency', plain: true },
      budget: { sql: 'v.budget_e8' },
      cap_per_affiliate: { sql: 'v.cap_e8', nullable: true },
      committed: { sql: `(${committed})` },
      distributed: { sql: distributed },
      left: { sql: `(v.budget_e8 - (${committed}))` },
      joined: {
        // Asked for each that joined: joined to them, PostgreSQL reads all enrolments for each campaign.
        sql: `(SELECT count(DISTINCT CASE WHEN (SELECT max(p.id) FROM enrolment_periods p WHERE p.account_id = j.affiliate_id AND p.known_to = ${FOREVER}
          AND p.from_at <= j.joined_at AND j.joined_at < p.to_at AND p.from_at <= :now AND :now < p.to_at) IS NOT NULL THEN j.affiliate_id END)
          FROM campaign_joins j WHERE j.campaign_id = c.id)`,
      },
      pending_version_id: { sql: `(SELECT w.id FROM campaign_versions w WHERE w.campaign_id = c.id AND w.state = 'pending')`, nullable: true },
      created_by: { sql: 'c.created_by' },
      created_at: { sql: 'c.created_at' },
      ended_at: { sql: `COALESCE(c.ended_at, CASE WHEN c.state <> 'draft' AND v.ends_at <= :now THEN v.ends_at END)`, nullable: true },
    },
    hidden: { document: 'v.document' },
    search: {
      code: (parameter) => `c.code = ${parameter}`,
      name: (parameter) => `v.name = ${parameter}`,
    },
    small: true,
    newest: '(SELECT max(id) FROM campaign_versions)',
    finish: async (_connection, list) => list.map(withDocument),
  };
}

function withDocument({ document, ...shown }: ListRow): ListRow {
  const { landing_url, texts, regions, programmes, tasks, rewards } = JSON.parse(document as string) as CampaignDocument;
  return { ...shown, landing_url, texts, regions, programmes, tasks, rewards };
}

/** Every version of every campaign, the rejected ones too (CAM-3). */
export const campaignVersionsSource: ListSource = {
  resource: 'campaign-versions',
  from: 'campaign_versions v LEFT JOIN campaigns c ON c.id = v.campaign_id',
  parameters: {},
  fields: {
    id: { sql: 'v.id', plain: true },
    campaign_id: { sql: 'v.campaign_id', plain: true },
    campaign_code: { sql: 'c.code', plain: true },
    version: { sql: 'v.version', plain: true },
    state: { sql: stateOfVersion('v') },
    name: { sql: 'v.name' },
    second_person: { sql: 'v.second_person' },
    reason: { sql: 'v.reason', nullable: true },
    requested_by: { sql: 'v.requested_by' },
    requested_at: { sql: 'v.requested_at' },
    decided_by: { sql: 'v.decided_by', nullable: true },
    decided_at: { sql: 'v.decided_at', nullable: true },
    comment: { sql: 'v.comment', nullable: true },
    in_force_from: { sql: 'CASE WHEN v.in_force_from = 0 THEN v.starts_at ELSE v.in_force_from END', nullable: true },
    in_force_to: { sql: 'v.in_force_to', nullable: true },
    document: { sql: 'v.document' },
    changes: { sql: 'v.changes' },
  },
  extraFilters: askedByOthers('v.requested_by'),
  search: { campaign_code: (parameter) => `c.code = ${parameter}` },
  small: true,
  newest: '(SELECT max(id) FROM campaign_versions)',
};
