import { row, rows, type Connection } from '../../db/statement.ts';
import type { Check } from '../verify/check.ts';
import type { PayoutResult } from './contract.ts';
import { currencySums } from './rules.ts';
import { lineGroups } from './store.ts';

/** What must hold of payouts at any moment (PAY-3, PAY-5). */
export async function payoutChecks(connection: Connection): Promise<Check[]> {
  return [
    await conserved(connection), await linesKept(connection), await runsAgree(connection), await statesAgree(connection),
    await leftoversKept(connection),
  ];
}

interface Wrong {
  what: string;
}

async function count(connection: Connection, sql: string): Promise<number> {
  return (await row<{ n: number }>(connection, sql))?.n ?? 0;
}

function checkOf(name: string, checked: number, wrong: Wrong[]): Check {
  return { name, checked, wrong: wrong.length, first: wrong[0]?.what ?? null };
}

/** Whether sums of whole units and of fractions behind them, which may outgrow a unit, are nothing together. */
const isZero = (units: string, fraction: string): string =>
  `CAST(sum(${fraction}) AS BIGINT) % 100000000 = 0 AND CAST(sum(${units}) AS BIGINT) + CAST(sum(${fraction}) AS BIGINT) / 100000000 = 0`;

/**
 * PAY-5: for each affiliate and currency what accrued, by the records, is what the lines paid and have on their way, and what is
 * open or held, by the records.
 */
async function conserved(connection: Connection): Promise<Check> {
  const wrong = await rows<Wrong>(
    connection,
    `SELECT a.uid || ' ' || w.currency AS what FROM (
       SELECT b.affiliate_id, b.currency FROM (
         SELECT c.inviter_id AS affiliate_id, c.currency, c.amount_e8 / 100000000 AS units, c.amount_e8 % 100000000 AS fraction
         FROM commission_records c WHERE c.status <> 'open'
         UNION ALL
         SELECT l.affiliate_id, l.currency, -l.amount_units, -l.amount_fraction_e8 FROM payout_lines l
         WHERE l.state IN ('ready', 'released', 'paid')) AS b
       GROUP BY b.affiliate_id, b.currency HAVING NOT (${isZero('b.units', 'b.fraction')})) AS w
     JOIN accounts a ON a.id = w.affiliate_id ORDER BY 1`,
  );
  const checked = await count(
    connection, 'SELECT count(*) AS n FROM (SELECT DISTINCT t.inviter_id, t.currency FROM commission_totals t) AS pairs',
  );
  return checkOf('payouts_conserved', checked, wrong);
}

/** The amount and number of a line are those of its records, all of its affiliate and currency; so are the totals of its batch. */
async function linesKept(connection: Connection): Promise<Check> {
  const wrong = await rows<Wrong>(
    connection,
    `SELECT CAST(l.id AS TEXT) AS what FROM payout_lines l
     LEFT JOIN (
       SELECT r.line_id, count(*) AS records, CAST(sum(c.amount_e8 / 100000000) AS BIGINT) AS units,
         CAST(sum(c.amount_e8 % 100000000) AS BIGINT) AS fraction, min(c.inviter_id) AS first_affiliate, max(c.inviter_id) AS last_affiliate,
         min(c.currency) AS first_currency, max(c.currency) AS last_currency
       FROM payout_line_records r JOIN commission_records c ON c.id = r.record_id GROUP BY r.line_id) AS d ON d.line_id = l.id
     WHERE d.line_id IS NULL OR d.records <> l.records
       OR (d.fraction - l.amount_fraction_e8) % 100000000 <> 0
       OR d.units - l.amount_units + (d.fraction - l.amount_fraction_e8) / 100000000 <> 0
       OR d.first_affiliate <> l.affiliate_id OR d.last_affiliate <> l.affiliate_id
       OR d.first_currency <> l.currency OR d.last_currency <> l.currency ORDER BY l.id`,
  );
  return checkOf('payout_lines_kept', await count(connection, 'SELECT count(*) AS n FROM payout_lines'), wrong);
}

/** What each run says that it made is what its batch holds. */
async function runsAgree(connection: Connection): Promise<Check> {
  const runs = await rows<{ id: number; result: string; batch_id: number | null; day: string | null }>(
    connection,
    `SELECT r.id, r.result, b.id AS batch_id, b.day FROM runs r LEFT JOIN payout_batches b ON b.run_id = r.id AND b.day = r.period
     WHERE r.kind = 'payout' AND r.state = 'done' ORDER BY r.id`,
  );
  const groups = await lineGroups(connection, runs.flatMap(({ batch_id }) => (batch_id === null ? [] : [batch_id])));
  const wrong = runs.filter(({ id, result, batch_id, day }) => {
    const own = groups.filter((group) => group.batch_id === batch_id);
    const made: PayoutResult = {
      day: String(day), run_id: String(id), batch_id: String(batch_id), lines: own.reduce((sum, group) => sum + group.lines, 0), totals: currencySums(own),
    };
    return result !== JSON.stringify(made);
  });
  return checkOf('payout_runs_kept', runs.length, wrong.map(({ id }) => ({ what: `run ${id}` })));
}

/** PAY-3: a batch by its lines, and each record by the one line that it is in; records in no line are neither paid nor in a batch. */
async function statesAgree(connection: Connection): Promise<Check> {
  const wrong = await rows<Wrong>(
    connection,
    `SELECT 'batch ' || b.id AS what FROM payout_batches b
     WHERE CASE b.state
       WHEN 'ready' THEN EXISTS (SELECT 1 FROM payout_lines l WHERE l.batch_id = b.id AND l.state <> 'ready')
         OR NOT EXISTS (SELECT 1 FROM payout_lines l WHERE l.batch_id = b.id) OR b.released_at IS NOT NULL
       WHEN 'released' THEN EXISTS (SELECT 1 FROM payout_lines l WHERE l.batch_id = b.id AND l.state = 'ready')
         OR NOT EXISTS (SELECT 1 FROM payout_lines l WHERE l.batch_id = b.id AND l.state = 'released') OR b.released_at IS NULL
       ELSE EXISTS (SELECT 1 FROM payout_lines l WHERE l.batch_id = b.id AND l.state IN ('ready', 'released')) OR b.paid_at IS NULL END
     UNION ALL
     SELECT 'line ' || l.id FROM payout_lines l JOIN payout_line_records r ON r.line_id = l.id JOIN commission_records c ON c.id = r.record_id
     WHERE r.active <> CASE WHEN l.state IN ('ready', 'released', 'paid') THEN 1 ELSE 0 END
       OR (r.active = 1 AND (c.status <> CASE l.state WHEN 'paid' THEN 'paid' ELSE 'in_batch' END
         OR c.distributed_at IS DISTINCT FROM CASE l.state WHEN 'paid' THEN l.confirmed_at END))
     UNION ALL
     SELECT 'record ' || c.id FROM commission_records c LEFT JOIN payout_line_records r ON r.record_id = c.id AND r.active = 1
     WHERE c.status IN ('in_batch', 'paid') AND r.record_id IS NULL ORDER BY 1`,
  );
  const checked = await count(
    connection, 'SELECT (SELECT count(*) FROM payout_batches) + (SELECT count(*) FROM payout_line_records) AS n',
  );
  return checkOf('payout_states', checked, wrong);
}

/** What the last batch has seen and left open, and nothing else, is looked at again by the next one. */
async function leftoversKept(connection: Connection): Promise<Check> {
  const seen = '(SELECT COALESCE(max(b.last_record_id), 0) FROM payout_batches b)';
  const wrong = await rows<Wrong>(
    connection,
    `SELECT 'record ' || c.id AS what FROM commission_records c LEFT JOIN payout_leftovers l ON l.record_id = c.id
     WHERE c.id <= ${seen} AND c.status = 'open' AND l.record_id IS NULL
     UNION ALL
     SELECT 'record ' || l.record_id FROM payout_leftovers l JOIN commission_records c ON c.id = l.record_id
     WHERE c.status <> 'open' OR c.id > ${seen} ORDER BY 1`,
  );
  return checkOf('payout_leftovers', await count(connection, `SELECT count(*) AS n FROM commission_records WHERE id <= ${seen}`), wrong);
}
