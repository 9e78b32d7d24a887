import type { ListSource } from '../lists/source.ts';

/** Numbers of reveals do not meet those of searches. */
const SEARCHES_FROM = 1_000_000_000_000;

/**
 * Who looked at whom: reveals for a reason, and searches by a whole address. The latter stand in the audit alone; `found` names everybody that
 * the address led to, `uid` the first of them, nobody where it led nowhere.
 */
const looks = `(
  SELECT r.id AS id, r.at, s.email AS person, 'reveal' AS how, a.uid, r.account_id, CAST(NULL AS TEXT) AS found, r.fields, r.reason
  FROM reveals r JOIN staff s ON s.id = r.staff_id JOIN accounts a ON a.id = r.account_id
  UNION ALL
  SELECT ${SEARCHES_FROM} + e.seq, e.at, e.actor, 'email_search', CASE WHEN e.subject_id = '-' THEN NULL ELSE e.subject_id END, CAST(NULL AS BIGINT),
    e.changes, '["email"]', e.reason
  FROM audit_events e WHERE e.action = 'account.searched_by_email')`;

/** An address may have led to several people: each of them was looked at. A uid holds nothing that JSON would escape. */
const lookedAt = (uid: string): string => `(l.account_id = (SELECT x.id FROM accounts x WHERE x.uid = ${uid})
  OR (l.found IS NOT NULL AND replace(l.found, '"' || ${uid} || '"', '') <> l.found))`;

export const revealsSource: ListSource = {
  resource: 'reveals',
  from: `${looks} l`,
  parameters: {},
  fields: {
    id: { sql: 'l.id', plain: true },
    at: { sql: 'l.at' },
    person: { sql: 'l.person' },
    how: { sql: 'l.how', plain: true },
    uid: { sql: 'l.uid', nullable: true, plain: true, match: (values) => `(${values.split(', ').map(lookedAt).join(' OR ')})` },
    fields: { sql: 'l.fields' },
    reason: { sql: 'l.reason', nullable: true },
  },
  search: { uid: lookedAt },
  newest: '(SELECT seq FROM audit_head WHERE id = 1)',
  columns: ['id', 'at', 'person', 'how', 'uid', 'fields', 'reason'],
};
