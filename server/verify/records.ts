import { dialectOf } from '../../db/connection.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import { newestRecord } from '../commissions/newest.ts';
import { totalsOfRecords } from '../commissions/totals.ts';
import { decideOver } from '../engine/decide.ts';
import { emptyCheck, type Check } from './check.ts';

const PAGE = 20_000;

/** Whether a record, `c`, is not what the engine's statement says of its trade, `a`. */
export const storedDiffers = `a.trade_ref IS NULL OR c.inviter_id <> a.inviter_id OR c.invitee_id <> a.invitee_id OR c.binding_id <> a.binding_id
  OR c.enrolment_id IS DISTINCT FROM a.enrolment_id OR c.rulebook_id IS DISTINCT FROM a.rulebook_id
  OR c.programme <> COALESCE(a.programme, '') OR c.executed_at <> a.executed_at OR c.product <> a.product OR c.family <> a.family
  OR c.tier IS DISTINCT FROM CAST(a.tier AS INTEGER) OR c.rate_bps IS DISTINCT FROM a.rate_bps OR c.base_e8 <> a.base_e8
  OR c.amount_e8 <> a.amount_e8 OR c.currency <> a.currency OR c.reason <> a.reason OR c.checks <> a.checks
  OR (c.status = 'zero') <> (c.amount_e8 = 0)`;

/** Each record again by the engine's statement, with what was known when it was made (REF-8). */
export async function recordsDerived(connection: Connection): Promise<Check> {
  const check = emptyCheck('records_derived');
  const newest = await newestRecord(connection);
  for (let first_id = 1; first_id <= newest; first_id += PAGE) {
    const last_id = first_id + PAGE - 1;
    const counted = await row<{ n: number }>(
      connection,
      `SELECT count(*) AS n FROM commission_records WHERE kind = 'commission' AND id >= :first_id AND id <= :last_id`,
      { first_id, last_id },
    );
    check.checked += counted?.n ?? 0;
    const wrong = await rows<{ id: number }>(
      connection,
      `${decideOver('records')} SELECT c.id FROM commission_records c LEFT JOIN amounts a ON a.trade_ref = c.trade_ref
       WHERE c.kind = 'commission' AND c.id >= :first_id AND c.id <= :last_id AND (${storedDiffers}) ORDER BY c.id`,
      { first_id, last_id },
    );
    check.wrong += wrong.length;
    if (wrong[0]) check.first ??= String(wrong[0].id);
  }
  return check;
}

/** Every trade of a bound invitee that the runs have covered has its record, or waits in the late queue (REF-7). */
export async function recordsComplete(connection: Connection): Promise<Check> {
  const running = await row(connection, `SELECT 1 AS yes FROM runs WHERE kind = 'commission' AND state = 'running'`);
  const covered = await row<{ n: number }>(
    connection,
    `SELECT count(*) AS n FROM trades t JOIN bindings b ON b.invitee_id = t.account_id AND b.bound_at <= t.executed_at
     WHERE t.executed_at < (SELECT covered_until FROM engine_head WHERE id = 1)`,
  );
  const missing = running
    ? []
    : await rows<{ trade_id: string }>(
        connection,
        `SELECT t.trade_id FROM trades t JOIN bindings b ON b.invitee_id = t.account_id AND b.bound_at <= t.executed_at
         WHERE t.executed_at < (SELECT covered_until FROM engine_head WHERE id = 1)
           AND NOT EXISTS (SELECT 1 FROM commission_records c WHERE c.trade_ref = t.id AND c.kind = 'commission')
           AND NOT EXISTS (SELECT 1 FROM late_trades l WHERE l.trade_ref = t.id) ORDER BY t.id`,
      );
  return { name: 'records_complete', checked: covered?.n ?? 0, wrong: missing.length, first: missing[0]?.trade_id ?? null };
}

const totalKey = 'day, inviter_id, programme, family, currency, status, reason, kind';

/** The kept aggregates against the records (DESIGN 5). */
export async function totalsKept(connection: Connection): Promise<Check> {
  const counted = await row<{ n: number }>(connection, 'SELECT count(*) AS n FROM commission_totals');
  const wrong = await rows<{ day: string; inviter_id: number; currency: string }>(
    connection,
    `SELECT ${totalKey} FROM (
       SELECT ${totalKey}, records, amount_units, amount_fraction_e8 FROM commission_totals
       UNION ALL
       SELECT ${totalKey}, -records, -amount_units, -amount_fraction_e8 FROM (${totalsOfRecords(dialectOf(connection), '1 = 1')}) AS derived
     ) AS both_sides GROUP BY ${totalKey}
     HAVING sum(records) <> 0 OR sum(amount_units) <> 0 OR sum(amount_fraction_e8) <> 0 ORDER BY ${totalKey}`,
  );
  const [first] = wrong;
  return {
    name: 'totals_kept',
    checked: counted?.n ?? 0,
    wrong: wrong.length,
    first: first ? `${first.day} ${first.inviter_id} ${first.currency}` : null,
  };
}
