import type { Connection } from '../../db/statement.ts';
import { admissionRefusals } from '../affiliates/admit.ts';
import { FOREVER, HOUR_MS } from '../calendar.ts';
import { askedByOthers } from '../lists/asked-by-others.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { admissionBooks } from './service.ts';

const stateNow = (field: string): string => `(SELECT s.value FROM account_states s WHERE s.account_id = p.account_id AND s.field = '${field}'
  AND s.known_to = ${FOREVER} AND s.from_at <= :now AND :now < s.to_at)`;
const identity = (column: string): string => `(SELECT i.${column} FROM account_identities i WHERE i.account_id = p.account_id)`;
const written = (column: string): string => `(SELECT f.text FROM free_texts f WHERE f.id = p.${column})`;

/** The applications to `pro`, with what is known about each person now. */
export function applicationSource(now: number): ListSource {
  return {
    resource: 'applications',
    from: 'applications p LEFT JOIN accounts a ON a.id = p.account_id',
    parameters: { now },
    fields: {
      id: { sql: 'p.id' },
      application_id: { sql: 'p.application_id', plain: true },
      uid: { sql: 'a.uid', plain: true, match: (values) => `p.account_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))` },
      applied_at: { sql: 'p.applied_at' },
      channels: { sql: written('channels_id') },
      audience: { sql: written('audience_id') },
      text: { sql: written('text_id') },
      source: { sql: 'p.source', plain: true },
      requested_by: { sql: 'p.requested_by' },
      requested_at: { sql: 'p.requested_at' },
      state: { sql: 'p.state', plain: true },
      decided_by: { sql: 'p.decided_by', nullable: true },
      decided_at: { sql: 'p.decided_at', nullable: true },
      comment: { sql: 'p.comment', nullable: true },
      email: { sql: identity('email'), nullable: true },
      name: { sql: identity('name'), nullable: true },
      registered_at: { sql: 'a.registered_at' },
      country: { sql: stateNow('country'), nullable: true, plain: true },
      account_type: { sql: stateNow('account_type'), nullable: true, plain: true },
      kyc_level: { sql: stateNow('kyc_level'), nullable: true, plain: true },
      age_hours: { sql: `(COALESCE(p.decided_at, :now) - p.requested_at) / ${HOUR_MS}` },
    },
    hidden: { account_id: 'p.account_id', is_pending: `CASE WHEN p.state = 'pending' THEN 1 ELSE 0 END` },
    extraFilters: askedByOthers('p.requested_by'),
    search: {
      uid: (parameter) => `p.account_id = (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})`,
      application_id: (parameter) => `p.application_id = ${parameter}`,
    },
    newest: '(SELECT max(id) FROM applications)',
    finish: (connection, list) => withRefusals(connection, list, now),
  };
}

async function withRefusals(connection: Connection, list: ListRow[], now: number): Promise<ListRow[]> {
  const waiting = list.filter((one) => one['is_pending'] === 1).map((one) => one['account_id'] as number);
  const books = await admissionBooks(connection, waiting);
  return list.map(({ account_id, is_pending, ...shown }) => ({
    ...shown,
    refusals: is_pending === 1 ? admissionRefusals(books, { account_id: account_id as number, programme: 'pro', activated_at: now }) : [],
  }));
}
