import { machines } from '../transitions/contract-machines.ts';
import { rolesByVerb } from '../transitions/contract-steps.ts';
import { asked, askedByOthers, decided, deciders, everyone, exporters, type ResourcePolicy } from './contract-kinds.ts';

/** Rules, runs, files, staff, and the trail that they leave. */
export const floorPolicy = {
  rulebooks: {
    fields: {
      id: 'serial', programme: 'text', version: 'integer', effective_from: 'instant', effective_to: 'instant',
      state: 'text', document: 'json', proposed_by: 'text', proposed_at: 'instant', decided_by: 'text',
      decided_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'programme', 'version', 'effective_from', 'state'],
    extraFilters: {},
    sortable: ['id', 'programme', 'version', 'effective_from', 'state'],
    searchable: [],
    sort: ['id', 'ASC'],
    verbs: { read: everyone },
  },
  runs: {
    fields: {
      id: 'serial', kind: 'text', day: 'day', month: 'month', state: 'text', progress: 'fraction', result: 'json',
      error: 'text', requested_by: 'text', started_at: 'instant', finished_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'kind', 'day', 'month', 'state', 'requested_by', 'started_at'],
    extraFilters: {},
    sortable: ['id', 'kind', 'state', 'started_at', 'finished_at'],
    searchable: [],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, create: ['operations'] },
  },
  imports: {
    fields: {
      id: 'serial', feed: 'text', file_name: 'text', state: 'text', dry_run: 'boolean', progress: 'fraction',
      rows: 'integer', accepted: 'integer', duplicates: 'integer', conflicts: 'integer', rejected: 'integer',
      bindings_refused: 'integer', error: 'text', error_line: 'integer', requested_by: 'text', started_at: 'instant',
      finished_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'feed', 'state', 'dry_run', 'requested_by', 'started_at'],
    extraFilters: {},
    sortable: ['id', 'feed', 'state', 'started_at', 'finished_at'],
    searchable: ['file_name'],
    sort: ['id', 'DESC'],
    verbs: { read: ['operations', 'compliance', 'admin'], create: ['operations'] },
  },
  'import-rejects': {
    // The refused rows as they came, e-mail addresses and names included: only for who sees those in the clear.
    fields: {
      id: 'serial', import_id: 'serial', line: 'integer', outcome: 'text', column: 'text', value: 'text', code: 'text',
      fields: 'json',
    },
    personal: [],
    filterable: ['id', 'import_id', 'line', 'outcome', 'column', 'code'],
    extraFilters: {},
    sortable: ['id', 'line', 'outcome', 'column', 'code'],
    searchable: [],
    sort: ['id', 'ASC'],
    verbs: { read: ['operations', 'compliance'], export: exporters },
  },
  manifests: {
    fields: {
      id: 'serial', feed: 'text', day: 'day', rows: 'integer', control_sum: 'amount', rows_found: 'integer',
      sum_found: 'amount', state: 'text', received_at: 'instant', override: 'json',
    },
    personal: [],
    filterable: ['id', 'feed', 'day'],
    // Of the latest request to go on without the manifest.
    extraFilters: { override_state: 'text', ...askedByOthers },
    sortable: ['id', 'feed', 'day', 'received_at'],
    searchable: [],
    sort: ['day', 'DESC'],
    // `create` asks for an override of one manifest (PAY-8); another person approves it.
    verbs: { read: ['operations', 'compliance', 'admin'], create: deciders, ...rolesByVerb(machines.manifests) },
  },
  'audit-events': {
    fields: {
      id: 'serial', seq: 'integer', at: 'instant', actor: 'text', role: 'text', action: 'text', subject_type: 'text',
      subject_id: 'text', changes: 'json', reason: 'text', request_id: 'text', prev: 'text', hash: 'text',
    },
    personal: [],
    filterable: ['id', 'seq', 'at', 'actor', 'role', 'action', 'subject_type', 'subject_id'],
    extraFilters: {},
    sortable: ['id', 'seq', 'at'],
    searchable: [],
    sort: ['seq', 'DESC'],
    verbs: { read: ['compliance'], export: ['compliance'] },
  },
  staff: {
    fields: { id: 'serial', email: 'text', name: 'text', role: 'text', state: 'text', created_at: 'instant' },
    personal: [],
    filterable: ['id', 'email', 'name', 'role', 'state'],
    extraFilters: {},
    sortable: ['id', 'email', 'name', 'role', 'state', 'created_at'],
    searchable: ['email', 'name'],
    sort: ['email', 'ASC'],
    verbs: { read: ['admin'] },
  },
  'staff-changes': {
    fields: {
      id: 'serial', kind: 'text', staff_id: 'serial', email: 'text', name: 'text', role_from: 'text', role_to: 'text', reason: 'text', ...asked,
      ...decided,
    },
    personal: [],
    filterable: ['id', 'kind', 'staff_id', 'email', 'role_to', 'state', 'requested_by', 'requested_at', 'decided_by', 'decided_at'],
    extraFilters: { ...askedByOthers, not_about: 'text' },
    sortable: ['id', 'kind', 'email', 'state', 'requested_at', 'decided_at'],
    searchable: ['email'],
    sort: ['id', 'DESC'],
    verbs: { read: ['admin', 'compliance'], create: ['admin'], ...rolesByVerb(machines['staff-changes']) },
  },
  claims: {
    // Who has a waiting request in hand. Politeness, no right: whoever may decide it still may.
    fields: {
      id: 'serial', resource: 'text', case_id: 'serial', holder: 'text', given_by: 'text', taken_at: 'instant', until: 'instant', overdue: 'boolean',
    },
    personal: [],
    filterable: ['id', 'resource', 'case_id', 'holder', 'overdue'],
    extraFilters: {},
    sortable: ['id', 'resource', 'holder', 'taken_at', 'until'],
    searchable: [],
    sort: ['until', 'ASC'],
    verbs: { read: deciders, create: deciders, release: deciders, 'hand-over': deciders },
  },
  'saved-views': {
    // How somebody sees a list. Each has their own, and sees those that others share of lists that they may read.
    fields: {
      id: 'serial', resource: 'text', name: 'text', shared: 'boolean', author: 'text', mine: 'boolean', filter: 'json', sort: 'json',
      hidden: 'json', density: 'text', changed_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'resource', 'shared', 'mine'],
    extraFilters: {},
    sortable: ['id', 'resource', 'name', 'changed_at'],
    searchable: [],
    sort: ['name', 'ASC'],
    // `create` also writes one's own again (PUT) and removes it (DELETE).
    verbs: { read: everyone, create: everyone },
  },
} as const satisfies Record<string, ResourcePolicy>;
