import { machines } from '../transitions/contract-machines.ts';
import { rolesByVerb } from '../transitions/contract-steps.ts';
import { asked, askedByOthers, decided, deciders, everyone, exporters, type ResourcePolicy } from './contract-kinds.ts';

/** Campaigns, the versions that they change by, and what they award. */
export const campaignsPolicy = {
  campaigns: {
    fields: {
      id: 'serial', code: 'text', kind: 'text', name: 'text', state: 'text', version: 'integer', landing_url: 'text', starts_at: 'instant',
      ends_at: 'instant', regions: 'json', programmes: 'json', audience: 'text', tasks: 'json', rewards: 'json', texts: 'json', currency: 'text',
      budget: 'amount', cap_per_affiliate: 'amount', committed: 'amount', distributed: 'amount', left: 'amount', joined: 'integer',
      pending_version_id: 'serial', created_by: 'text', created_at: 'instant', ended_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'code', 'kind', 'state', 'audience', 'currency', 'starts_at', 'ends_at', 'created_by', 'pending_version_id'],
    extraFilters: {},
    sortable: ['id', 'code', 'name', 'kind', 'state', 'starts_at', 'ends_at', 'budget', 'committed', 'created_at'],
    searchable: ['code', 'name'],
    sort: ['id', 'DESC'],
    // `create` also writes a draft again (PUT); what is no draft changes by versions alone (CAM-3).
    verbs: { read: everyone, create: deciders, join: deciders, ...rolesByVerb(machines.campaigns) },
  },
  'campaign-versions': {
    fields: {
      id: 'serial', campaign_id: 'serial', campaign_code: 'text', version: 'integer', name: 'text', document: 'json', changes: 'json',
      second_person: 'boolean', reason: 'text', ...asked, ...decided, in_force_from: 'instant', in_force_to: 'instant',
    },
    personal: [],
    filterable: ['id', 'campaign_id', 'campaign_code', 'version', 'state', 'second_person', 'requested_by', 'requested_at', 'decided_by', 'decided_at'],
    extraFilters: askedByOthers,
    sortable: ['id', 'campaign_code', 'version', 'state', 'requested_at', 'decided_at'],
    searchable: ['campaign_code'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, create: deciders, ...rolesByVerb(machines['campaign-versions']) },
  },
  'campaign-joins': {
    // CAM-1: who joined, until the enrolment ends that was open then (CAM-6), and what came of it.
    fields: {
      id: 'serial', campaign_id: 'serial', campaign_code: 'text', affiliate_uid: 'text', joined_at: 'instant', ended_at: 'instant', current: 'boolean',
      requested_by: 'text', bonuses: 'json',
    },
    personal: [],
    filterable: ['id', 'campaign_id', 'campaign_code', 'affiliate_uid', 'joined_at', 'ended_at', 'current', 'requested_by'],
    extraFilters: {},
    sortable: ['id', 'campaign_code', 'affiliate_uid', 'joined_at', 'ended_at'],
    searchable: ['affiliate_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone },
  },
  bonuses: {
    fields: {
      id: 'serial', campaign_id: 'serial', campaign_code: 'text', version: 'integer', affiliate_uid: 'text', invitee_uid: 'text', side: 'text',
      reward: 'text', amount: 'amount', currency: 'text', state: 'text', held: 'boolean', earned_at: 'instant', awarded_at: 'instant',
      run_id: 'serial', record_id: 'serial', distributed_at: 'instant', confirmed_at: 'instant', reference: 'text',
    },
    personal: [],
    filterable: [
      'id', 'campaign_id', 'campaign_code', 'version', 'affiliate_uid', 'invitee_uid', 'side', 'reward', 'currency', 'state', 'earned_at', 'run_id',
      'record_id',
    ],
    extraFilters: {},
    sortable: ['id', 'campaign_code', 'affiliate_uid', 'amount', 'state', 'earned_at'],
    searchable: ['affiliate_uid', 'invitee_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
} as const satisfies Record<string, ResourcePolicy>;
