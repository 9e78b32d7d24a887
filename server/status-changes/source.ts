import { dialectOf } from '../../db/connection.ts';
import type { Connection } from '../../db/statement.ts';
import { HOUR_MS } from '../calendar.ts';
import { askedByOthers } from '../lists/asked-by-others.ts';
import { NOTHING } from '../lists/condition.ts';
import type { ListQuery } from '../lists/query.ts';
import type { ListRow, ListSource, Narrowing } from '../lists/source.ts';
import { stateThen } from './by-the-clock.ts';
import { summaryOf, type StatusChangePreview } from './contract.ts';
import { pendingLiftsOfCompliances } from './lifts.ts';

const state = stateThen(':now');

/** The requests and what became of them. */
export function statusChangeSource(now: number): ListSource {
  return {
    resource: 'status-changes',
    from: 'status_changes c LEFT JOIN accounts a ON a.id = c.affiliate_id',
    parameters: { now },
    fields: {
      id: { sql: 'c.id' },
      affiliate_uid: { sql: 'a.uid', plain: true },
      kind: { sql: 'c.kind', plain: true },
      from: { sql: 'c.from_value', plain: true },
      to: { sql: 'c.to_value', plain: true },
      reason_code: { sql: 'c.reason_code', plain: true },
      text: { sql: '(SELECT f.text FROM free_texts f WHERE f.id = c.text_id)' },
      evidence: { sql: 'c.evidence' },
      effective_at: { sql: 'c.effective_at' },
      holds_until: { sql: `CASE WHEN c.state = 'pending' THEN c.holds_until END`, nullable: true },
      state: { sql: state, plain: true },
      source: { sql: 'c.source', plain: true },
      requested_by: { sql: 'c.requested_by' },
      requested_role: { sql: 'c.requested_role', plain: true },
      requested_at: { sql: 'c.requested_at' },
      decided_by: { sql: 'c.decided_by', nullable: true },
      decided_at: { sql: 'c.decided_at', nullable: true },
      comment: { sql: 'c.comment', nullable: true },
      applied_at: { sql: `COALESCE(c.applied_at, CASE WHEN ${state} = 'applied' THEN c.effective_at END)`, nullable: true },
      age_hours: { sql: `(COALESCE(c.decided_at, :now) - c.requested_at) / ${HOUR_MS}` },
    },
    hidden: { preview: 'c.preview' },
    // Which they are, says `narrow`.
    extraFilters: { ...askedByOthers('c.requested_by'), lifts_compliances: (value) => (value === null ? NOTHING : '1 = 1') },
    search: { affiliate_uid: (parameter) => `a.uid = ${parameter}` },
    small: true,
    newest: '(SELECT max(id) FROM status_changes)',
    narrow: byLifts,
    finish: async (connection, list) => {
      const lifts = list.some((one) => one['state'] === 'pending') ? (await pendingLiftsOfCompliances(connection)).map(String) : [];
      return list.map((one) => withEffect(one, lifts.includes(one['id'] as string)));
    },
  };
}

/** What lifts what compliance asked for is told from all that was ever laid upon an affiliate, which no condition on one row can. */
async function byLifts(connection: Connection, { filter }: ListQuery): Promise<Narrowing | null> {
  const asked = filter.flatMap((one) => {
    if (one.field !== 'lifts_compliances') return [];
    return one.operator === 'in' ? one.value : one.operator === 'eq' ? [one.value] : [];
  });
  if (asked.includes(true) === asked.includes(false)) return null;
  const lifts = await pendingLiftsOfCompliances(connection);
  const listed = dialectOf(connection).rowset('lifts', { id: 'integer' });
  return {
    sql: `c.id ${asked.includes(true) ? '' : 'NOT '}IN (SELECT l.id FROM ${listed} l)`,
    parameters: { lifts: JSON.stringify(lifts.map((id) => ({ id }))) },
  };
}

function withEffect({ preview, ...shown }: ListRow, lifts_compliances: boolean): ListRow {
  return { ...shown, lifts_compliances, effect: preview === null ? null : summaryOf(JSON.parse(preview as string) as StatusChangePreview) };
}
