import { askedByOthers } from '../lists/asked-by-others.ts';
import type { ListSource } from '../lists/source.ts';
import type { RequestTable } from './store.ts';

/** Reversals and corrections as lists: asked alike, shown alike. */
export function requestSource(resource: RequestTable): ListSource {
  return {
    resource,
    from: `${resource} v
      LEFT JOIN commission_records c ON c.id = v.record_id
      LEFT JOIN accounts a ON a.id = c.inviter_id
      LEFT JOIN trades t ON t.id = c.trade_ref`,
    parameters: {},
    fields: {
      id: { sql: 'v.id' },
      record_id: { sql: 'v.record_id' },
      affiliate_uid: { sql: 'a.uid', plain: true },
      trade_id: { sql: 't.trade_id', nullable: true, plain: true },
      amount: { sql: 'v.amount_e8' },
      currency: { sql: 'v.currency', plain: true },
      reason_code: { sql: 'v.reason_code', plain: true },
      text: { sql: '(SELECT f.text FROM free_texts f WHERE f.id = v.text_id)' },
      source: { sql: 'v.source', plain: true },
      cause: { sql: 'v.cause', nullable: true },
      requested_by: { sql: 'v.requested_by' },
      requested_at: { sql: 'v.requested_at' },
      state: { sql: 'v.state', plain: true },
      decided_by: { sql: 'v.decided_by', nullable: true },
      decided_at: { sql: 'v.decided_at', nullable: true },
      comment: { sql: 'v.comment', nullable: true },
      result_record_id: { sql: 'v.result_record_id', nullable: true },
    },
    extraFilters: askedByOthers('v.requested_by'),
    search: { affiliate_uid: (parameter) => `a.uid = ${parameter}`, trade_id: (parameter) => `t.trade_id = ${parameter}` },
    small: true,
    newest: `(SELECT max(id) FROM ${resource})`,
  };
}
