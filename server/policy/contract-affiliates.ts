import { machines } from '../transitions/contract-machines.ts';
import { rolesByVerb } from '../transitions/contract-steps.ts';
import { deciders, everyone, exporters, requesters, type ResourcePolicy } from './contract-kinds.ts';

/** Affiliates, their referrals, months and tiers, and what staff note beside them. */
export const affiliatesPolicy = {
  affiliates: {
    fields: {
      id: 'text', uid: 'text', programme: 'text', tier: 'integer', rate: 'integer', account_type: 'text',
      kyc_level: 'text', country: 'text', restriction: 'text', activated_at: 'instant', ended_at: 'instant',
      end_reason: 'text', referral_code: 'text', registered_at: 'instant', email: 'text', name: 'text', links: 'json',
      referrals_count: 'integer', inviter_uid: 'text', account_manager: 'text', terms_version: 'integer',
    },
    personal: ['email', 'name'],
    filterable: [
      'id', 'uid', 'programme', 'tier', 'account_type', 'restriction', 'country', 'referral_code', 'account_manager',
    ],
    extraFilters: { enrolled: 'text' },
    sortable: [
      'id', 'uid', 'programme', 'tier', 'account_type', 'country', 'restriction', 'activated_at', 'ended_at',
      'registered_at',
    ],
    searchable: ['uid', 'referral_code', 'email'],
    sort: ['activated_at', 'DESC'],
    verbs: { read: everyone, export: exporters, 'account-manager': deciders },
  },
  referrals: {
    // The id of a referral is its invitee's uid: there is one binding per invitee, for ever (BIN-1).
    fields: {
      id: 'text', invitee_uid: 'text', inviter_uid: 'text', kind: 'text', channel: 'text', campaign: 'text',
      bound_at: 'instant', registered_at: 'instant', country: 'text', registered_country: 'text', email: 'text', trades: 'integer',
      volume_usdt: 'amount', refusal: 'text',
    },
    personal: ['email'],
    filterable: ['id', 'invitee_uid', 'inviter_uid', 'kind', 'channel', 'campaign', 'bound_at', 'country', 'registered_country'],
    extraFilters: { traded: 'text' },
    sortable: ['id', 'invitee_uid', 'inviter_uid', 'bound_at', 'country'],
    searchable: ['invitee_uid', 'inviter_uid'],
    sort: ['bound_at', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
  recalls: {
    // Every attempt to bind an existing account, the refused ones too (BIN-5).
    fields: {
      id: 'serial', recall_id: 'text', uid: 'text', inviter_uid: 'text', inviter_code: 'text', via: 'text',
      attempted_at: 'instant', confirmed_at: 'instant', outcome: 'text', refusals: 'json', arrived_at: 'instant',
    },
    personal: [],
    filterable: [
      'id', 'recall_id', 'uid', 'inviter_uid', 'inviter_code', 'via', 'attempted_at', 'confirmed_at', 'outcome', 'arrived_at',
    ],
    extraFilters: { refusal: 'text' },
    sortable: ['id', 'uid', 'inviter_uid', 'attempted_at', 'confirmed_at', 'outcome'],
    searchable: ['uid', 'inviter_uid', 'recall_id'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
  evaluations: {
    fields: {
      id: 'serial', month: 'month', affiliate_uid: 'text', programme: 'text', tier_before: 'integer',
      qualified_invitees: 'integer', qualified_volume_usdt: 'amount', tier_reached: 'integer', outcome: 'text',
      boosted: 'boolean', review_state: 'text',
    },
    personal: [],
    filterable: [
      'id', 'month', 'affiliate_uid', 'programme', 'tier_before', 'tier_reached', 'outcome', 'boosted',
      'review_state',
    ],
    extraFilters: {},
    sortable: ['id', 'month', 'affiliate_uid', 'programme', 'tier_before', 'tier_reached', 'outcome'],
    searchable: ['affiliate_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
  'tier-reviews': {
    fields: {
      id: 'serial', affiliate_uid: 'text', programme: 'text', month: 'month', tier_from: 'integer', tier_to: 'integer',
      qualified_invitees: 'integer', qualified_volume_usdt: 'amount', state: 'text', decided_by: 'text',
      decided_at: 'instant', comment: 'text', created_at: 'instant', age_days: 'integer', overdue: 'boolean',
      cost_per_day: 'json',
    },
    personal: [],
    filterable: [
      'id', 'affiliate_uid', 'programme', 'month', 'tier_from', 'tier_to', 'state', 'decided_by', 'decided_at',
      'created_at', 'overdue',
    ],
    extraFilters: {},
    sortable: [
      'id', 'affiliate_uid', 'programme', 'month', 'tier_from', 'tier_to', 'state', 'decided_at', 'created_at',
    ],
    searchable: ['affiliate_uid'],
    sort: ['created_at', 'ASC'],
    verbs: { read: everyone, ...rolesByVerb(machines['tier-reviews']) },
  },
  signals: {
    // Computed from the month's rows (RSK-1). Facts name uids, never an address: support reads them too.
    fields: {
      id: 'text', month: 'month', affiliate_uid: 'text', kind: 'text', invitees: 'integer', first_at: 'instant', last_at: 'instant',
      facts: 'json', links: 'json',
    },
    personal: [],
    filterable: ['id', 'month', 'affiliate_uid', 'kind', 'invitees'],
    extraFilters: {},
    sortable: ['id', 'affiliate_uid', 'kind', 'invitees', 'last_at'],
    searchable: ['affiliate_uid'],
    sort: ['invitees', 'DESC'],
    verbs: { read: requesters },
  },
  notes: {
    fields: {
      id: 'serial', subject_type: 'text', subject_id: 'text', affiliate_uid: 'text', kind: 'text', text: 'text',
      author: 'text', at: 'instant',
    },
    personal: [],
    filterable: ['id', 'subject_type', 'subject_id', 'affiliate_uid', 'kind', 'author', 'at'],
    extraFilters: {},
    sortable: ['id', 'at'],
    searchable: ['affiliate_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: requesters, create: requesters },
  },
} as const satisfies Record<string, ResourcePolicy>;
