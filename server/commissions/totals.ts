import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { execute, type Transaction } from '../../db/statement.ts';
import { DAY_MS } from '../calendar.ts';
import { keepRecords, type FreshTotal, type Written } from '../performance/kept.ts';
import { dayNumber } from '../performance/periods.ts';

/** What the kept aggregates must say of records; `verify` compares them with this over all (DESIGN 5). */
export function totalsOfRecords(dialect: Dialect, where: string, table = 'commission_records'): string {
  // The day as a number first: its text once a sum instead of once a record is a third of the whole.
  return `SELECT ${dialect.dayText(`(g.day_number * ${DAY_MS})`)} AS day, g.inviter_id, g.programme, g.family, g.currency, g.status, g.reason, g.kind,
      g.records, g.amount_units, g.amount_fraction_e8
    FROM (
      SELECT ${dayNumber('c.executed_at')} AS day_number, c.inviter_id, c.programme, c.family, c.currency, c.status, c.reason, c.kind,
        count(*) AS records, CAST(sum(c.amount_e8 / 100000000) AS BIGINT) AS amount_units,
        CAST(sum(c.amount_e8 % 100000000) AS BIGINT) AS amount_fraction_e8
      FROM ${table} c WHERE ${where}
      GROUP BY 1, c.inviter_id, c.programme, c.family, c.currency, c.status, c.reason, c.kind) AS g`;
}

/** Adds the records with ids above `after` to the kept aggregates, in the transaction that wrote them; answers what they come to. */
export function addToTotals(transaction: Transaction, after: number): Promise<FreshTotal[]> {
  return addWritten(transaction, { table: 'commission_records', where: 'c.id > :after', parameters: { after } });
}

/** The same of records that stand in another table as well. */
export async function addWritten(transaction: Transaction, written: Written): Promise<FreshTotal[]> {
  await execute(
    transaction,
    `INSERT INTO commission_totals (day, inviter_id, programme, family, currency, status, reason, kind, records, amount_units, amount_fraction_e8)
     SELECT * FROM (${totalsOfRecords(dialectOf(transaction), written.where, written.table)}) AS fresh WHERE true
     ON CONFLICT (day, inviter_id, programme, family, currency, status, reason, kind) DO UPDATE SET
       records = commission_totals.records + excluded.records,
       amount_units = commission_totals.amount_units + excluded.amount_units,
       amount_fraction_e8 = commission_totals.amount_fraction_e8 + excluded.amount_fraction_e8`,
    written.parameters,
  );
  return keepRecords(transaction, written);
}
