import { dialectOf } from '../../db/connection.ts';
import { rows, type Connection } from '../../db/statement.ts';
import { formatInstant } from '../calendar.ts';
import { askedByOthers } from '../lists/asked-by-others.ts';
import { keptSum } from '../lists/kept-sum.ts';
import type { Scalar } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { BONUS_LEDGER_TYPE } from '../bonuses/contract.ts';
import { Refusal } from '../refusal.ts';
import { DESTINATION, LEDGER_TYPE, payoutColumns, type PayoutLineRow, type PayoutState } from './contract.ts';
import { figuresOf } from './rules.ts';
import { lineGroups } from './store.ts';

/** The batches; `at` decides whether a deadline has passed. */
export function payoutsSource(at: number): ListSource {
  return {
    resource: 'payouts',
    from: 'payout_batches p',
    parameters: {},
    fields: {
      id: { sql: 'p.id' },
      day: { sql: 'p.day', plain: true },
      state: { sql: 'p.state', plain: true },
      lines: { sql: '(SELECT count(*) FROM payout_lines l WHERE l.batch_id = p.id)' },
      deadline_at: { sql: 'p.deadline_at' },
      created_by: { sql: 'p.created_by' },
      created_at: { sql: 'p.created_at' },
      released_by: { sql: 'p.released_by', nullable: true },
      released_at: { sql: 'p.released_at', nullable: true },
      comment: { sql: 'p.comment', nullable: true },
      paid_at: { sql: 'p.paid_at', nullable: true },
    },
    extraFilters: askedByOthers('p.created_by'),
    hidden: { batch_id: 'p.id', deadline: 'p.deadline_at' },
    small: true,
    newest: '(SELECT max(id) FROM payout_batches)',
    finish: (connection, list) => withFigures(connection, list, at),
  };
}

async function withFigures(connection: Connection, list: ListRow[], at: number): Promise<ListRow[]> {
  const groups = await lineGroups(connection, list.map((one) => one['batch_id'] as number));
  return list.map(({ batch_id, deadline, ...shown }) => {
    const batch = { state: shown['state'] as PayoutState, deadline_at: deadline as number };
    return { ...shown, ...figuresOf(batch, groups.filter((group) => group.batch_id === batch_id), at) };
  });
}

/**
 * PAY-1 sums all of an affiliate and currency into one line, so a line has one ledger type: that of bonuses where it holds nothing else, their
 * reversals included (CAM-6), and that of commissions (PAY-2) as soon as one other record is in it. Which is which, the line's records say.
 */
const ledgerType = `CASE WHEN EXISTS (SELECT 1 FROM payout_line_records q JOIN commission_records w ON w.id = q.record_id
  LEFT JOIN commission_records o ON o.id = w.reverses_id WHERE q.line_id = l.id AND COALESCE(o.kind, w.kind) <> 'bonus')
  THEN '${LEDGER_TYPE}' ELSE '${BONUS_LEDGER_TYPE}' END`;

/** The lines of all batches; PAY-2 says where they go and as what. */
export const payoutLinesSource: ListSource = {
  resource: 'payout-lines',
  from: `payout_lines l
    LEFT JOIN accounts a ON a.id = l.affiliate_id
    LEFT JOIN payout_batches p ON p.id = l.batch_id`,
  parameters: {},
  fields: {
    id: { sql: 'l.id', plain: true },
    line_id: { sql: 'l.id', plain: true },
    batch_id: { sql: 'l.batch_id', plain: true },
    affiliate_uid: {
      sql: 'a.uid',
      plain: true,
      match: (values) => `l.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`,
    },
    currency: { sql: 'l.currency' },
    amount: keptSum('l.amount_units', 'l.amount_fraction_e8'),
    records: { sql: 'l.records' },
    destination: { sql: `'${DESTINATION}'`, plain: true },
    ledger_type: { sql: ledgerType, plain: true },
    status: { sql: 'l.state', plain: true },
    day: { sql: 'p.day', plain: true },
    confirmed_at: { sql: 'l.confirmed_at', nullable: true },
    reference: { sql: 'l.reference', nullable: true },
    withdrawn_because: { sql: 'l.withdrawn_because', nullable: true, plain: true },
  },
  search: {
    affiliate_uid: (parameter) => `l.affiliate_id IN (SELECT x.id FROM accounts x WHERE x.uid = ${parameter})`,
    reference: (parameter) => `l.reference = ${parameter}`,
  },
  extraFilters: { conflict: inConflict },
  newest: '(SELECT max(id) FROM payout_lines)',
  finish: withConflicts,
  columns: payoutColumns,
};

/** Lines with a contradicting confirmation in this state; of null those without any. */
function inConflict(state: Scalar): string {
  if (state === null) return 'l.id NOT IN (SELECT k.line_id FROM payout_conflicts k)';
  if (state !== 'open' && state !== 'settled') throw new Refusal('bad_request', { field: 'conflict' }, 'conflict is open, settled or null.');
  return `l.id IN (SELECT k.line_id FROM payout_conflicts k WHERE k.state = '${state}')`;
}

async function withConflicts(connection: Connection, list: ListRow[]): Promise<ListRow[]> {
  const found = await rows<Omit<PayoutLineRow['conflicts'][number], 'at'> & { line_id: number; at: number }>(
    connection,
    `SELECT k.line_id, k.status, k.at, k.reference, k.state, k.settled_by, k.comment FROM payout_conflicts k
     WHERE k.line_id IN (SELECT s.id FROM {{lines}} s) ORDER BY k.id`,
    { lines: JSON.stringify(list.map(({ id }) => ({ id }))) },
    { lines: dialectOf(connection).rowset('lines', { id: 'integer' }) },
  );
  return list.map((line) => ({
    ...line,
    conflicts: found
      .filter(({ line_id }) => String(line_id) === line['id'])
      .map(({ line_id: _line, at, ...conflict }) => ({ ...conflict, at: formatInstant(at) })),
  }));
}

export const payoutStopsSource: ListSource = {
  resource: 'payout-stops',
  from: 'payout_stops s',
  parameters: {},
  fields: {
    id: { sql: 's.id' },
    reason: { sql: 's.reason' },
    stopped_by: { sql: 's.stopped_by' },
    stopped_at: { sql: 's.stopped_at' },
    state: { sql: 's.state', plain: true },
    resume_reason: { sql: 's.resume_reason', nullable: true },
    resume_requested_by: { sql: 's.resume_requested_by', nullable: true },
    resume_requested_at: { sql: 's.resume_requested_at', nullable: true },
    lifted_by: { sql: 's.lifted_by', nullable: true },
    lifted_at: { sql: 's.lifted_at', nullable: true },
  },
  extraFilters: askedByOthers('s.resume_requested_by'),
  small: true,
  newest: '(SELECT max(id) FROM payout_stops)',
};
