import type { ListSource } from '../lists/source.ts';
import { decisionsSql } from './arms.ts';

/** Who decided what, and who had asked, over all kinds of requests; the latest first. */
export const decisionsSource: ListSource = {
  resource: 'decisions',
  // Nothing beside it: a join would keep filter and order from the arms.
  from: `${decisionsSql} d`,
  parameters: {},
  fields: {
    id: { sql: 'd.id', plain: true },
    kind: { sql: 'd.kind', plain: true },
    subject_type: { sql: 'd.subject_type', plain: true },
    subject_id: { sql: 'd.subject_id', plain: true },
    affiliate_uid: {
      sql: '(SELECT a.uid FROM accounts a WHERE a.id = d.affiliate_id)', nullable: true, plain: true,
      match: (values, single) => single
        ? `d.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${values})`
        : `d.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`,
    },
    about: { sql: 'd.about', nullable: true },
    from: { sql: 'd.from_value', nullable: true },
    to: { sql: 'd.to_value', nullable: true },
    reason_code: { sql: 'd.reason_code', nullable: true, plain: true },
    requested_by: { sql: 'd.requested_by', nullable: true },
    requested_at: { sql: 'd.requested_at', nullable: true },
    outcome: { sql: 'd.outcome', plain: true },
    decided_by: { sql: 'd.decided_by', nullable: true },
    decided_at: { sql: 'd.decided_at' },
    comment: { sql: 'd.comment', nullable: true },
    evidence: { sql: 'd.evidence' },
    own: { sql: 'd.own' },
  },
  search: { affiliate_uid: (parameter) => `d.affiliate_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})` },
  // Every decision leaves its event.
  newest: '(SELECT seq FROM audit_head WHERE id = 1)',
};
