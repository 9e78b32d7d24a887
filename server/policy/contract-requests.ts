import { machines } from '../transitions/contract-machines.ts';
import { rolesByVerb } from '../transitions/contract-steps.ts';
import { asked, askedByOthers, decided, deciders, everyone, requesters, type ResourcePolicy } from './contract-kinds.ts';

/** Reversals and corrections: asked about a record alike, decided alike (PAY-4, PAY-6). */
const recordRequest = {
  fields: {
    id: 'serial', record_id: 'serial', affiliate_uid: 'text', trade_id: 'text', amount: 'amount', currency: 'text',
    reason_code: 'text', text: 'text', source: 'text', cause: 'text', ...asked, ...decided, result_record_id: 'serial',
  },
  personal: [],
  filterable: [
    'id', 'record_id', 'affiliate_uid', 'currency', 'reason_code', 'state', 'source', 'requested_by', 'requested_at',
    'decided_by', 'decided_at', 'result_record_id',
  ],
  extraFilters: askedByOthers,
  sortable: ['id', 'record_id', 'affiliate_uid', 'amount', 'state', 'requested_at', 'decided_at'],
  searchable: ['affiliate_uid', 'trade_id'],
  sort: ['id', 'DESC'],
  verbs: { read: everyone, create: deciders, ...rolesByVerb(machines.reversals) },
} as const satisfies ResourcePolicy;

/** What one person asks for and another decides. */
export const requestsPolicy = {
  'status-changes': {
    fields: {
      id: 'serial', affiliate_uid: 'text', kind: 'text', from: 'text', to: 'text', reason_code: 'text', text: 'text',
      evidence: 'json', effective_at: 'instant', holds_until: 'instant', source: 'text', ...asked, requested_role: 'text',
      ...decided, applied_at: 'instant', age_hours: 'integer', lifts_compliances: 'boolean', effect: 'json',
    },
    personal: [],
    filterable: [
      'id', 'affiliate_uid', 'kind', 'from', 'to', 'reason_code', 'state', 'source', 'requested_by', 'requested_at',
      'decided_by', 'decided_at', 'effective_at', 'holds_until',
    ],
    extraFilters: { ...askedByOthers, lifts_compliances: 'boolean' },
    sortable: ['id', 'affiliate_uid', 'kind', 'state', 'requested_at', 'decided_at', 'effective_at', 'holds_until'],
    searchable: ['affiliate_uid'],
    sort: ['requested_at', 'DESC'],
    verbs: { read: everyone, create: requesters, ...rolesByVerb(machines['status-changes']) },
  },
  boosts: {
    fields: {
      id: 'serial', affiliate_uid: 'text', programme: 'text', from: 'instant', to: 'instant', text: 'text', ...asked,
      ...decided, active: 'boolean',
    },
    personal: [],
    filterable: ['id', 'affiliate_uid', 'programme', 'state', 'requested_by', 'from', 'to'],
    extraFilters: askedByOthers,
    sortable: ['id', 'affiliate_uid', 'programme', 'state', 'from', 'to', 'requested_at'],
    searchable: ['affiliate_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, create: deciders, ...rolesByVerb(machines.boosts) },
  },
  applications: {
    // What the person wrote about themselves is theirs, as the address is (ENR-6).
    fields: {
      id: 'serial', application_id: 'text', uid: 'text', applied_at: 'instant', channels: 'text', audience: 'text', text: 'text',
      source: 'text', ...asked, ...decided, email: 'text', name: 'text', registered_at: 'instant', country: 'text',
      account_type: 'text', kyc_level: 'text', age_hours: 'integer', refusals: 'json',
    },
    personal: ['channels', 'audience', 'text', 'email', 'name'],
    filterable: [
      'id', 'application_id', 'uid', 'applied_at', 'source', 'state', 'requested_by', 'requested_at', 'decided_by', 'decided_at',
      'country', 'account_type', 'kyc_level',
    ],
    extraFilters: askedByOthers,
    sortable: ['id', 'uid', 'applied_at', 'requested_at', 'state', 'decided_at'],
    searchable: ['uid', 'application_id'],
    sort: ['id', 'DESC'],
    verbs: { read: requesters, create: requesters, ...rolesByVerb(machines.applications) },
  },
  'content-reviews': {
    fields: {
      id: 'serial', affiliate_uid: 'text', url: 'text', channel: 'text', text: 'text', look_alike: 'boolean', look_alikes: 'json', ...asked,
      ...decided, reason_code: 'text', issued: 'json', age_hours: 'integer', history: 'json',
    },
    personal: [],
    filterable: [
      'id', 'affiliate_uid', 'look_alike', 'state', 'reason_code', 'requested_by', 'requested_at', 'decided_by', 'decided_at',
    ],
    extraFilters: askedByOthers,
    sortable: ['id', 'affiliate_uid', 'requested_at', 'state', 'decided_at'],
    searchable: ['affiliate_uid'],
    sort: ['id', 'DESC'],
    verbs: { read: requesters, create: deciders, ...rolesByVerb(machines['content-reviews']) },
  },
  reversals: recordRequest,
  corrections: recordRequest,
  shortfalls: {
    // STA-10: records that would come out higher by what is known since.
    fields: {
      id: 'serial', record_id: 'serial', affiliate_uid: 'text', trade_id: 'text', executed_at: 'instant', decided: 'amount',
      as_known_now: 'amount', corrected: 'amount', difference: 'amount', currency: 'text', cause: 'text', found_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'record_id', 'affiliate_uid', 'currency', 'found_at'],
    extraFilters: {},
    sortable: ['id', 'record_id', 'affiliate_uid', 'found_at'],
    searchable: ['affiliate_uid', 'trade_id'],
    sort: ['id', 'DESC'],
    verbs: { read: ['operations', 'compliance'] },
  },
} as const satisfies Record<string, ResourcePolicy>;
