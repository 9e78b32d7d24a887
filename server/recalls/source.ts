import type { Scalar } from '../lists/query.ts';
import type { ListSource } from '../lists/source.ts';
import { Refusal } from '../refusal.ts';
import { recallRefusalCodes } from './contract.ts';

const byUid = (column: string) => (values: string): string => `${column} IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`;

function refusedFor(value: Scalar): string {
  const code = recallRefusalCodes.find((one) => one === value);
  if (!code) throw new Refusal('bad_request', { field: 'refusal' }, `refusal is one of ${recallRefusalCodes.join(', ')}.`);
  return `';' || r.codes || ';' LIKE '%;${code};%'`;
}

/** All attempts to bind an existing account, accepted or refused. */
export const recallsSource: ListSource = {
  resource: 'recalls',
  from: 'recalls r LEFT JOIN accounts a ON a.id = r.account_id LEFT JOIN accounts inviter ON inviter.id = r.inviter_id',
  parameters: {},
  fields: {
    id: { sql: 'r.id' },
    recall_id: { sql: 'r.recall_id', plain: true },
    uid: { sql: 'a.uid', plain: true, match: byUid('r.account_id') },
    inviter_uid: { sql: 'inviter.uid', nullable: true, plain: true, match: byUid('r.inviter_id') },
    inviter_code: { sql: 'r.inviter_code' },
    via: { sql: 'r.via', plain: true },
    attempted_at: { sql: 'r.attempted_at' },
    confirmed_at: { sql: 'r.confirmed_at', nullable: true },
    outcome: { sql: `CASE WHEN r.codes = '' THEN 'accepted' ELSE 'refused' END`, plain: true },
    // The codes hold nothing that JSON would quote.
    refusals: { sql: `CASE WHEN r.codes = '' THEN '[]' ELSE '["' || replace(r.codes, ';', '","') || '"]' END` },
    arrived_at: { sql: 'r.at' },
  },
  extraFilters: {
    refusal: refusedFor,
  },
  search: {
    uid: (parameter) => `r.account_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})`,
    inviter_uid: (parameter) => `r.inviter_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})`,
    recall_id: (parameter) => `r.recall_id = ${parameter}`,
  },
  newest: '(SELECT max(id) FROM recalls)',
};
