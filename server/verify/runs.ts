import { row, rows, type Connection } from '../../db/statement.ts';
import { addTally, emptyTally, resultOf, tallyColumns, type Tally, type TallyRow } from '../commissions/tally.ts';
import type { StoredRun } from '../runs/store.ts';
import { emptyCheck, note, type Check } from './check.ts';

/**
 * What the runs say that they made, against what names them: a commission run's figures against its records (REF-7, so far
 * as it has come), an evaluation's against its month. A record or a month of no such run, or of another day's, is wrong too.
 */
export async function runsKept(connection: Connection): Promise<Check> {
  const check = emptyCheck('runs_kept');
  await commissionRuns(connection, check);
  await strayRecords(connection, check);
  await evaluationRuns(connection, check);
  return check;
}

async function commissionRuns(connection: Connection, check: Check): Promise<void> {
  const made = new Map<number, TallyRow[]>();
  const list = await rows<TallyRow & { run_id: number }>(
    connection,
    `SELECT run_id, ${tallyColumns} FROM commission_records WHERE kind = 'commission' GROUP BY run_id, reason, currency`,
  );
  for (const one of list) made.set(one.run_id, [...(made.get(one.run_id) ?? []), one]);
  for (const run of await runsOfKind(connection, 'commission')) {
    check.checked += 1;
    const said = JSON.stringify(resultOf(JSON.parse(run.result) as Tally, run.period, run.id));
    if (said !== JSON.stringify(resultOf(addTally(emptyTally, made.get(run.id) ?? []), run.period, run.id))) note(check, `run ${run.id}`);
  }
}

/** Records whose run is none, is of another day than they say, or could not yet have seen their trade. */
async function strayRecords(connection: Connection, check: Check): Promise<void> {
  const stray = `FROM commission_records c LEFT JOIN runs r ON r.id = c.run_id AND r.kind = 'commission'
    WHERE c.kind = 'commission' AND (r.id IS NULL OR c.run_day <> r.period OR c.executed_at >= r.range_until)`;
  const found = await row<{ n: number; id: number | null }>(connection, `SELECT count(*) AS n, min(c.id) AS id ${stray}`);
  if (!found || found.id === null) return;
  check.wrong += found.n;
  check.first ??= `record ${found.id}`;
}

async function evaluationRuns(connection: Connection, check: Check): Promise<void> {
  const months = await rows<{ month: string; run_id: number; evaluated: number; promotions: number; retentions: number; demotions: number }>(
    connection,
    `SELECT m.month, m.run_id, count(e.id) AS evaluated, count(CASE WHEN e.outcome = 'promotion' THEN 1 END) AS promotions,
       count(CASE WHEN e.outcome = 'retention' THEN 1 END) AS retentions, count(CASE WHEN e.outcome = 'demotion' THEN 1 END) AS demotions
     FROM closed_months m LEFT JOIN evaluations e ON e.month = m.month GROUP BY m.month, m.run_id ORDER BY m.month`,
  );
  const closed = new Map(months.map((one) => [one.run_id, one]));
  for (const run of await runsOfKind(connection, 'evaluation')) {
    const month = closed.get(run.id);
    closed.delete(run.id);
    if (run.state === 'running') continue;
    check.checked += 1;
    const { run_id: _, ...said } = JSON.parse(run.result) as Record<string, unknown>;
    const { run_id: __, ...made } = month ?? { run_id: 0 };
    if (run.period !== month?.month || !sameFigures(said, made)) note(check, `run ${run.id}`);
  }
  for (const { month } of closed.values()) note(check, `month ${month}`);
}

function sameFigures(said: Record<string, unknown>, made: Record<string, unknown>): boolean {
  return Object.keys(made).every((name) => said[name] === made[name]);
}

function runsOfKind(connection: Connection, kind: string): Promise<StoredRun[]> {
  return rows<StoredRun>(connection, 'SELECT * FROM runs WHERE kind = :kind ORDER BY id', { kind });
}
