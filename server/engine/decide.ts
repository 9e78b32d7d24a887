import { statementFile } from '../../db/statement.ts';
import { expandMacros } from '../../db/dialect.ts';

/** The statement of the nine checks (engine/sql/decide.sql) for a set of trades, ready to be selected from as `amounts`. */
const decideSql = statementFile(import.meta.url, 'sql/decide.sql');

/** What makes checks 3 to 9 of REF-1 fail, over the facts; NULL is no failure. 1 and 2 are whether activation and enrolment are there. */
const failures = {
  fails_3: `restriction = 'suspended'`,
  fails_4: 'executed_at / 86400000 - window_start_at / 86400000 > window_days',
  fails_5: `covered = 0 OR (binding_kind = 'recall' AND recall_covered = 0)`,
  fails_6: 'api_excluded = 1 AND via_api = 1',
  fails_7: 'vip_level >= vip_below',
  fails_8: 'region_closed = 1',
  fails_9: 'fee_e8 <= offset_e8',
};

export type Cases =
  /** One trade, as known at `:known_at`. */
  | 'trade'
  /** The records from `:first_id` to `:last_id`, each as known when it was made. */
  | 'records'
  /** The records of `{{chosen}}` (record_id), each as known when it was made. */
  | 'chosen'
  /** Trades from (`:from_at`, `:from_id`) exclusive to (`:to_at`, `:to_id`) inclusive, as known at `:known_at`. */
  | 'range'
  /** Those of `{{claimed}}` (taken from the late queue) executed before `:until`, without a record, as known at `:known_at`. */
  | 'late'
  /** All that a run up to `:until` would take up, after `:from_at`, as known at `:known_at`. */
  | 'pending'
  /** Trades with a record that a late fact may touch: of and below the accounts of `{{changes}}` (account_id, from_at), as known at `:known_at` (STA-10). */
  | 'changed';

const noRecord = `NOT EXISTS (SELECT 1 FROM commission_records x WHERE x.trade_ref = t.id AND x.kind = 'commission')`;

/** Trades with a record, of the accounts of `{{changes}}` and of those below them. */
const touchedTrades = [
  'trades t ON t.account_id = h.account_id AND t.executed_at >= h.from_at',
  'bindings y ON y.inviter_id = h.account_id JOIN trades t ON t.account_id = y.invitee_id AND t.executed_at >= h.from_at',
].map((trades) => `SELECT t.id FROM {{changes}} h JOIN ${trades} JOIN commission_records x ON x.trade_ref = t.id AND x.kind = 'commission'`);

/** One of the cases `changed`, if there is any. */
export const anyChanged = `${touchedTrades.join(' UNION ALL ')} LIMIT 1`;

const casesSql: Record<Cases, string> = {
  trade: 'SELECT t.*, :known_at AS known_at FROM trades t WHERE t.trade_id = :trade_id',
  records: `SELECT t.*, x.known_at FROM commission_records x CROSS JOIN trades t
    WHERE x.kind = 'commission' AND x.id >= :first_id AND x.id <= :last_id AND t.id = x.trade_ref`,
  chosen: `SELECT t.*, x.known_at FROM {{chosen}} k CROSS JOIN commission_records x CROSS JOIN trades t
    WHERE x.kind = 'commission' AND x.id = k.record_id AND t.id = x.trade_ref`,
  range: `SELECT t.*, :known_at AS known_at FROM trades t
    WHERE t.executed_at >= :from_at AND t.executed_at <= :to_at AND (t.executed_at, t.id) > (:from_at, :from_id)
      AND (t.executed_at, t.id) <= (:to_at, :to_id)`,
  late: `SELECT t.*, :known_at AS known_at FROM {{claimed}} l CROSS JOIN trades t
    WHERE t.id = l.trade_ref AND t.executed_at < :until AND ${noRecord}`,
  pending: `SELECT t.*, :known_at AS known_at FROM (
      SELECT t.id FROM trades t WHERE t.executed_at >= :from_at AND t.executed_at < :until AND ${noRecord}
      UNION SELECT t.id FROM late_trades l JOIN trades t ON t.id = l.trade_ref WHERE t.executed_at < :until AND ${noRecord}) p
    CROSS JOIN trades t WHERE t.id = p.id`,
  changed: `SELECT t.*, :known_at AS known_at FROM (${touchedTrades.join(' UNION ')}) p CROSS JOIN trades t WHERE t.id = p.id`,
};

/** `WITH … , amounts AS (…)`: a SELECT from `amounts` follows. */
export function decideOver(cases: Cases): string {
  return expandMacros(decideSql, { ...failures, cases: casesSql[cases] });
}
