/**
 * Who may read, ask for and do what: one policy for the API, the page, the OpenAPI document and the tests (DESIGN 6).
 * Pure data and small pure functions; the page imports it as `#contract/policy`.
 */

export const roles = ['operations', 'compliance', 'support', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * `read` covers the list, one row and many by id; `export` is the streamed CSV; the others are
 * `POST /api/<resource>` (`create`) and `POST /api/<resource>/:id/<verb>`.
 */
export const verbs = ['read', 'export', 'create', 'approve', 'reject'] as const;
export type Verb = (typeof verbs)[number];

/**
 * How a field looks on the wire, and thus what a filter on it may hold. `serial`: our own number, as a string of
 * digits; `integer`: a JSON number (rates in basis points); `amount`: a plain decimal string; `instant`: ISO 8601
 * with `Z`; `fraction`: a number from 0 to 1; `json`: an object or array. The last two are never filtered or sorted.
 */
export type FieldKind =
  | 'serial' | 'text' | 'integer' | 'amount' | 'instant' | 'day' | 'month' | 'boolean' | 'fraction' | 'json';

export type Direction = 'ASC' | 'DESC';

export interface ResourcePolicy {
  /** Everything that a row may hold, and how. */
  fields: Readonly<Record<string, FieldKind>>;
  /** Personal data: masked to support, not there for admin; neither of them filters, sorts or searches by it. */
  personal: readonly string[];
  filterable: readonly string[];
  /** Questions that are no field of the row, such as `enrolled`. */
  extraFilters: Readonly<Record<string, FieldKind>>;
  sortable: readonly string[];
  /** What `q` looks through; empty where there is no search. */
  searchable: readonly string[];
  /** The order where none is asked for. */
  sort: readonly [field: string, direction: Direction];
  verbs: Readonly<Partial<Record<Verb, readonly Role[]>>>;
}

const everyone = roles;
const exporters = ['operations', 'compliance'] as const;

export const policy = {
  affiliates: {
    fields: {
      id: 'text', uid: 'text', programme: 'text', tier: 'integer', rate: 'integer', account_type: 'text',
      kyc_level: 'text', country: 'text', restriction: 'text', activated_at: 'instant', ended_at: 'instant',
      end_reason: 'text', referral_code: 'text', registered_at: 'instant', email: 'text', name: 'text', links: 'json',
      referrals_count: 'integer', inviter_uid: 'text',
    },
    personal: ['email', 'name'],
    filterable: ['id', 'uid', 'programme', 'tier', 'account_type', 'restriction', 'country', 'referral_code'],
    extraFilters: { enrolled: 'text' },
    sortable: [
      'id', 'uid', 'programme', 'tier', 'account_type', 'country', 'restriction', 'activated_at', 'ended_at',
      'registered_at',
    ],
    searchable: ['uid', 'referral_code', 'email'],
    sort: ['activated_at', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
  referrals: {
    // The id of a referral is its invitee's uid: there is one binding per invitee, for ever (BIN-1).
    fields: {
      id: 'text', invitee_uid: 'text', inviter_uid: 'text', kind: 'text', channel: 'text', campaign: 'text',
      bound_at: 'instant', registered_at: 'instant', country: 'text', email: 'text', trades: 'integer',
      volume_usdt: 'amount', refusal: 'text',
    },
    personal: ['email'],
    filterable: ['id', 'invitee_uid', 'inviter_uid', 'kind', 'channel', 'campaign', 'bound_at', 'country'],
    extraFilters: {},
    sortable: ['id', 'invitee_uid', 'inviter_uid', 'bound_at', 'country'],
    searchable: ['invitee_uid', 'inviter_uid'],
    sort: ['bound_at', 'DESC'],
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
    verbs: { read: everyone, approve: ['operations'], reject: ['operations'] },
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
  commissions: {
    fields: {
      id: 'serial', record_id: 'serial', trade_id: 'text', kind: 'text', inviter_uid: 'text', invitee_uid: 'text',
      programme: 'text', executed_at: 'instant', product: 'text', family: 'text', tier: 'integer', rate_bps: 'integer',
      base: 'amount', amount: 'amount', currency: 'text', reason: 'text', status: 'text', run_day: 'day',
      distributed_at: 'instant', reverses: 'serial', checks: 'json',
    },
    personal: [],
    filterable: [
      'id', 'record_id', 'trade_id', 'kind', 'inviter_uid', 'invitee_uid', 'programme', 'executed_at', 'product',
      'family', 'tier', 'rate_bps', 'base', 'amount', 'currency', 'reason', 'status', 'run_day', 'reverses',
    ],
    extraFilters: {},
    sortable: ['id', 'record_id', 'executed_at', 'base', 'amount', 'run_day'],
    searchable: ['trade_id'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
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
  reveals: {
    fields: { fields: 'json' },
    personal: [],
    filterable: [],
    extraFilters: {},
    sortable: [],
    searchable: [],
    sort: ['id', 'ASC'],
    verbs: { create: ['support'] },
  },
} as const satisfies Record<string, ResourcePolicy>;

export type Resource = keyof typeof policy;
export const resources = Object.keys(policy) as Resource[];

export function isResource(name: string): name is Resource {
  return Object.hasOwn(policy, name);
}

export function policyOf(resource: Resource): ResourcePolicy {
  return policy[resource];
}

export function may(role: Role, resource: Resource, verb: Verb): boolean {
  return policyOf(resource).verbs[verb]?.includes(role) ?? false;
}

/** How a role sees personal data: `masked` shows the form but not the value, `hidden` not even that. */
export const personalDataFor = {
  operations: 'clear', compliance: 'clear', support: 'masked', admin: 'hidden',
} as const satisfies Record<Role, 'clear' | 'masked' | 'hidden'>;

/** What one role can do with the fields of one resource. */
export interface FieldAccess {
  /** The fields of a row as this role sees it, masked ones included. */
  readable: readonly string[];
  /** Of those, the ones whose value is masked and can be revealed for a reason. */
  masked: readonly string[];
  /** Filters by name, with the kind of value they take. */
  filterable: Readonly<Record<string, FieldKind>>;
  sortable: readonly string[];
  searchable: readonly string[];
}

/**
 * Whoever does not see a field in the clear cannot filter, sort or search by it: counts and order would tell its
 * value.
 */
export function fieldsOf(role: Role, resource: Resource): FieldAccess {
  const { fields, personal, filterable, extraFilters, sortable, searchable, verbs: allowed } = policyOf(resource);
  if (!allowed.read?.includes(role)) return { readable: [], masked: [], filterable: {}, sortable: [], searchable: [] };
  const view = personalDataFor[role];
  const clear = (name: string): boolean => view === 'clear' || !personal.includes(name);
  return {
    readable: Object.keys(fields).filter((name) => clear(name) || view === 'masked'),
    masked: view === 'masked' ? [...personal] : [],
    filterable: {
      ...Object.fromEntries(filterable.filter(clear).map((name) => [name, fields[name] as FieldKind])),
      ...extraFilters,
    },
    sortable: sortable.filter(clear),
    searchable: searchable.filter(clear),
  };
}
