import { dayEnd } from '../calendar.ts';
import { NOTHING } from '../lists/condition.ts';
import type { Scalar } from '../lists/query.ts';
import type { ListRow, ListSource } from '../lists/source.ts';
import { indexedSorts, narrowByRunDay, refuseUnbounded } from './bounds.ts';
import { commissionColumns } from './contract.ts';
import { countFromTotals } from './counts.ts';
import { holdsPayout } from './held.ts';
import { jumpTo } from './jump.ts';
import { inBatchAt, openAt, owedAt } from './unpaid.ts';

/** The ids of the records about trades; the one place that knows how a record is found by its trade. */
const recordsOf = (trades: string): string =>
  `r.id IN (SELECT c.id FROM ${trades} JOIN commission_records c ON c.trade_ref = y.id AND c.kind = 'commission' WHERE`;

const byTrade = (values: string): string => `${recordsOf('trades y')} y.trade_id IN (${values}))`;

/** The records of a line, also of one that failed or was withdrawn; of no line where the value is none. */
function ofPayoutLine(value: Scalar): string {
  return value === null ? NOTHING : `r.id IN (SELECT p.record_id FROM payout_line_records p WHERE p.line_id = ${Number(value)})`;
}

/** The commission records, in order of arrival; `at` decides what is held. */
export function commissionsSource(at: number): ListSource {
  return {
    resource: 'commissions',
    from: `commission_records r
      LEFT JOIN accounts inviter ON inviter.id = r.inviter_id
      LEFT JOIN accounts invitee ON invitee.id = r.invitee_id
      LEFT JOIN trades t ON t.id = r.trade_ref`,
    parameters: { at },
    fields: {
      id: { sql: 'r.id', plain: true },
      record_id: { sql: 'r.id', plain: true },
      trade_id: { sql: 't.trade_id', nullable: true, plain: true, match: byTrade },
      kind: { sql: 'r.kind', plain: true },
      inviter_uid: {
        sql: 'inviter.uid',
        plain: true,
        match: (values, single) => single
          ? `r.inviter_id = (SELECT x.id FROM accounts x WHERE x.uid = ${values})`
          : `r.inviter_id IN (SELECT x.id FROM accounts x WHERE x.uid IN (${values}))`,
      },
      invitee_uid: {
        sql: 'invitee.uid',
        nullable: true,
        plain: true,
        match: (values) => `${recordsOf('accounts x JOIN trades y ON y.account_id = x.id')} x.uid IN (${values}))`,
      },
      programme: { sql: `NULLIF(r.programme, '')`, nullable: true, plain: true },
      executed_at: { sql: 'r.executed_at' },
      product: { sql: `NULLIF(r.product, '')`, nullable: true, plain: true },
      family: { sql: `NULLIF(r.family, '')`, nullable: true, plain: true },
      tier: { sql: 'r.tier', nullable: true },
      rate_bps: { sql: 'r.rate_bps', nullable: true },
      base: { sql: 'r.base_e8' },
      amount: { sql: 'r.amount_e8' },
      currency: { sql: 'r.currency', plain: true },
      reason: { sql: `NULLIF(r.reason, '')`, nullable: true, plain: true },
      status: { sql: `CASE WHEN r.status = 'open' AND ${holdsPayout('r.inviter_id')} THEN 'held' ELSE r.status END`, plain: true },
      run_day: { sql: 'r.run_day', plain: true },
      distributed_at: { sql: 'r.distributed_at', nullable: true },
      reverses: { sql: 'r.reverses_id', nullable: true },
    },
    hidden: { checks_text: 'r.checks' },
    search: { trade_id: byTrade },
    extraFilters: {
      payout_line_id: ofPayoutLine,
      open_on: (day) => (day === null ? NOTHING : openAt(dayEnd(String(day)))),
      owed_on: (day) => (day === null ? NOTHING : owedAt(dayEnd(String(day)))),
      in_batch_on: (day) => (day === null ? NOTHING : inBatchAt(dayEnd(String(day)))),
    },
    indexed: indexedSorts,
    newest: '(SELECT max(id) FROM commission_records)',
    guard: refuseUnbounded,
    narrow: narrowByRunDay,
    count: (connection, query) => countFromTotals(connection, query, at),
    jump: jumpTo,
    finish: (_connection, list) => Promise.resolve(list.map(withChecks)),
    columns: commissionColumns,
  };
}

function withChecks(record: ListRow): ListRow {
  const outcome: Record<string, boolean> = { 1: true, 0: false };
  return { ...record, checks: [...String(record.checks_text)].map((mark) => outcome[mark] ?? null) };
}
