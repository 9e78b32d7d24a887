import { statementFile } from '../../db/statement.ts';
import { expandMacros } from '../../db/dialect.ts';

/** The statement of the nine checks (engine/sql/decide.sql) for a set of trades, ready to be selected from as `amounts`. */
const decideSql = statementFile(import.meta.url, 'sql/decide.sql');

/** RUL-1: the version in force at the trade's instant. */
const inForce = `r.programme = e.programme AND r.state = 'approved' AND r.effective_from <= f.executed_at AND f.executed_at < r.effective_to`;

/** RUL-2: what a proposed version (`:proposed_id`, `:proposed_from`, `:proposed_programme`) would have decided. */
const proposed = `r.id = CASE WHEN e.programme = :proposed_programme AND f.executed_at >= :proposed_from THEN :proposed_id ELSE (
  SELECT v.id FROM rulebooks v WHERE v.programme = e.programme AND v.state = 'approved'
    AND v.effective_from <= f.executed_at AND f.executed_at < v.effective_to) END`;

export type Cases =
  /** One trade, as known at `:known_at`. */
  | 'trade'
  /** The records from `:first_id` to `:last_id`, each as known when it was made. */
  | 'records'
  /** Trades from (`:from_at`, `:from_id`) exclusive to (`:to_at`, `:to_id`) inclusive without a record, as known at `:known_at`. */
  | 'range'
  /** Those of `{{claimed}}` (taken from the late queue) executed before `:until`, without a record, as known at `:known_at`. */
  | 'late'
  /** All that a run up to `:until` would take up, after `:from_at`, as known at `:known_at`. */
  | 'pending';

const noRecord = `NOT EXISTS (SELECT 1 FROM commission_records x WHERE x.trade_ref = t.id AND x.kind = 'commission')`;

const casesSql: Record<Cases, string> = {
  trade: 'SELECT t.id AS trade_ref, :known_at AS known_at FROM trades t WHERE t.trade_id = :trade_id',
  records: `SELECT x.trade_ref, x.known_at FROM commission_records x
    WHERE x.kind = 'commission' AND x.id >= :first_id AND x.id <= :last_id`,
  range: `SELECT t.id AS trade_ref, :known_at AS known_at FROM trades t
    WHERE t.executed_at >= :from_at AND t.executed_at <= :to_at AND (t.executed_at, t.id) > (:from_at, :from_id)
      AND (t.executed_at, t.id) <= (:to_at, :to_id) AND ${noRecord}`,
  late: `SELECT t.id AS trade_ref, :known_at AS known_at
    FROM {{claimed}} l JOIN trades t ON t.id = l.trade_ref
    WHERE t.executed_at < :until AND ${noRecord}`,
  pending: `SELECT t.id AS trade_ref, :known_at AS known_at FROM trades t WHERE t.executed_at >= :from_at AND t.executed_at < :until AND ${noRecord}
    UNION SELECT t.id, :known_at FROM late_trades l JOIN trades t ON t.id = l.trade_ref WHERE t.executed_at < :until AND ${noRecord}`,
};

/** `WITH … , amounts AS (…)`: a SELECT from `amounts` follows. */
export function decideOver(cases: Cases, rulebook: 'inForce' | 'proposed' = 'inForce'): string {
  return expandMacros(decideSql, { cases: casesSql[cases], rulebook: rulebook === 'inForce' ? inForce : proposed });
}
