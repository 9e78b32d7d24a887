import type { ResourcePolicy } from './contract-kinds.ts';

/** Who looks after those who decide. As the audit, it is compliance's alone: it holds free texts, addresses of content, and who looked at whom. */
const overseers = ['compliance'] as const;

/** What the compliance desk gathers: decisions, who looked at whom, what is owed, samples of records, checks of the audit chain. */
export const oversightPolicy = {
  decisions: {
    fields: {
      id: 'serial', kind: 'text', subject_type: 'text', subject_id: 'text', affiliate_uid: 'text', about: 'text', from: 'text', to: 'text',
      reason_code: 'text', requested_by: 'text', requested_at: 'instant', outcome: 'text', decided_by: 'text', decided_at: 'instant', comment: 'text',
      evidence: 'json', own: 'boolean',
    },
    personal: [],
    filterable: [
      'id', 'kind', 'subject_id', 'affiliate_uid', 'reason_code', 'requested_by', 'requested_at', 'outcome', 'decided_by', 'decided_at', 'own',
    ],
    extraFilters: {},
    sortable: ['id', 'requested_at', 'decided_at'],
    searchable: ['affiliate_uid'],
    sort: ['decided_at', 'DESC'],
    verbs: { read: overseers, export: ['compliance'] },
  },
  reveals: {
    // Whose personal data was looked at, by whom and why; searches by an address count as looking (DESIGN 6).
    fields: { id: 'serial', at: 'instant', person: 'text', how: 'text', uid: 'text', fields: 'json', reason: 'text' },
    personal: [],
    filterable: ['id', 'at', 'person', 'how', 'uid'],
    extraFilters: {},
    sortable: ['id', 'at'],
    searchable: ['uid'],
    sort: ['at', 'DESC'],
    verbs: { read: overseers, create: ['support'], export: ['compliance'] },
  },
  liabilities: {
    // What is owed to each affiliate at a day's end; asked of one day, today where none is named.
    fields: {
      id: 'text', day: 'day', affiliate_uid: 'text', currency: 'text', restriction: 'text', open: 'amount', held: 'amount', in_batch: 'amount', owed: 'amount',
    },
    personal: [],
    filterable: ['id', 'day', 'affiliate_uid', 'currency', 'restriction', 'open', 'held', 'in_batch', 'owed'],
    extraFilters: {},
    sortable: ['id', 'affiliate_uid', 'currency', 'open', 'held', 'in_batch', 'owed'],
    searchable: ['affiliate_uid'],
    sort: ['owed', 'DESC'],
    verbs: { read: overseers },
  },
  'audit-samples': {
    // Records drawn for inspection: from seed, filter and last_record_id the same ones are drawn again.
    fields: {
      id: 'serial', seed: 'text', filter: 'json', size: 'integer', population: 'integer', last_record_id: 'serial', records: 'integer',
      differing: 'integer', unconcluded: 'integer', exceptions: 'integer', state: 'text', drawn_by: 'text', drawn_at: 'instant', conclusion: 'text',
      comment: 'text', signed_by: 'text', signed_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'seed', 'state', 'drawn_by', 'drawn_at', 'conclusion', 'signed_by', 'signed_at'],
    extraFilters: {},
    sortable: ['id', 'drawn_at', 'signed_at'],
    searchable: ['seed'],
    sort: ['id', 'DESC'],
    verbs: { read: overseers, create: ['compliance'], 'sign-off': ['compliance'], export: ['compliance'] },
  },
  'audit-sample-records': {
    // The work paper: each record as it stood beside what the engine made of it again.
    fields: {
      id: 'serial', sample_id: 'serial', seed: 'text', filter: 'json', population: 'integer', position: 'integer', record_id: 'serial', trade_id: 'text',
      inviter_uid: 'text', draw: 'text', currency: 'text', stored_amount: 'amount', derived_amount: 'amount', agrees: 'boolean', stored: 'json',
      derived: 'json', performed_at: 'instant', conclusion: 'text', note: 'text', concluded_by: 'text', concluded_at: 'instant',
      sample_conclusion: 'text', signed_by: 'text', signed_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'sample_id', 'record_id', 'agrees', 'conclusion', 'inviter_uid'],
    extraFilters: {},
    sortable: ['id', 'position', 'record_id'],
    searchable: [],
    sort: ['id', 'ASC'],
    verbs: { read: overseers, conclude: ['compliance'], export: ['compliance'] },
  },
  'audit-checks': {
    // When the whole audit chain was last walked from the console, by whom, and what came out.
    fields: { id: 'serial', at: 'instant', checked_by: 'text', result: 'json' },
    personal: [],
    filterable: ['id', 'at', 'checked_by'],
    extraFilters: {},
    sortable: ['id', 'at'],
    searchable: [],
    sort: ['id', 'DESC'],
    verbs: { read: overseers, create: ['compliance'] },
  },
} as const satisfies Record<string, ResourcePolicy>;
