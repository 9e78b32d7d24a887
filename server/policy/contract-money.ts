import { machines } from '../transitions/contract-machines.ts';
import { rolesByVerb } from '../transitions/contract-steps.ts';
import { askedByOthers, everyone, exporters, type ResourcePolicy } from './contract-kinds.ts';

/** Commission records and their way to payout. */
export const moneyPolicy = {
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
    // The last two: what was open or held, or in a batch, at that day's end.
    extraFilters: { payout_line_id: 'serial', open_on: 'day', in_batch_on: 'day', owed_on: 'day' },
    sortable: ['id', 'record_id', 'executed_at', 'base', 'amount', 'run_day'],
    searchable: ['trade_id'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters },
  },
  payouts: {
    fields: {
      id: 'serial', day: 'day', state: 'text', lines: 'integer', totals: 'json', deadline_at: 'instant',
      created_by: 'text', created_at: 'instant', released_by: 'text', released_at: 'instant', comment: 'text',
      paid_at: 'instant', line_states: 'json', progress: 'fraction', kept: 'boolean',
    },
    personal: [],
    filterable: ['id', 'day', 'state', 'created_by', 'released_by'],
    extraFilters: askedByOthers,
    sortable: ['id', 'day', 'state', 'deadline_at', 'released_at'],
    searchable: [],
    sort: ['day', 'DESC'],
    verbs: { read: everyone, ...rolesByVerb(machines.payouts), export: exporters },
  },
  'payout-lines': {
    fields: {
      id: 'serial', line_id: 'serial', batch_id: 'serial', affiliate_uid: 'text', currency: 'text', amount: 'amount',
      records: 'integer', destination: 'text', ledger_type: 'text', status: 'text', day: 'day', confirmed_at: 'instant',
      reference: 'text', withdrawn_because: 'text', conflicts: 'json',
    },
    personal: [],
    filterable: ['id', 'line_id', 'batch_id', 'affiliate_uid', 'currency', 'status', 'day', 'amount'],
    extraFilters: { conflict: 'text' },
    sortable: ['id', 'line_id', 'batch_id', 'affiliate_uid', 'currency', 'amount', 'status', 'day'],
    searchable: ['affiliate_uid', 'reference'],
    sort: ['id', 'DESC'],
    verbs: { read: everyone, export: exporters, settle: ['compliance'] },
  },
  'payout-stops': {
    fields: {
      id: 'serial', reason: 'text', stopped_by: 'text', stopped_at: 'instant', state: 'text', resume_reason: 'text',
      resume_requested_by: 'text', resume_requested_at: 'instant', lifted_by: 'text', lifted_at: 'instant',
    },
    personal: [],
    filterable: ['id', 'state', 'stopped_by'],
    extraFilters: askedByOthers,
    sortable: ['id', 'state', 'stopped_at'],
    searchable: [],
    sort: ['id', 'DESC'],
    // Compliance stops alone; going on is asked by one (resume) and agreed by another (approve), PAY-7.
    verbs: { read: everyone, create: ['compliance'], ...rolesByVerb(machines['payout-stops']) },
  },
} as const satisfies Record<string, ResourcePolicy>;
