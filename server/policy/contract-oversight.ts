import type { ResourcePolicy } from './contract-kinds.ts';

/** Who looks after those who decide: compliance, and the administrator reads along. */
const overseers = ['compliance', 'admin'] as const;

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
} as const satisfies Record<string, ResourcePolicy>;
