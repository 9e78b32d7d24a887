import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { execute, rows, type Connection, type Parameters, type Transaction } from '../../db/statement.ts';
import { DAY_MS } from '../calendar.ts';
import { keepRecords, sumsOfRecords, type FreshTotal } from '../performance/kept.ts';
import { dayNumber } from '../performance/periods.ts';

/** What the sums of an affiliate are kept apart by, but for the day. */
const dimensions = { inviter_id: 'integer', programme: 'text', family: 'text', currency: 'text', status: 'text', reason: 'text', kind: 'text' } as const;
const sums = { records: 'integer', amount_units: 'integer', amount_fraction_e8: 'integer' } as const;
const dimensionNames = Object.keys(dimensions);
const columnNames = [...dimensionNames, ...Object.keys(sums)];

/** The sums with the number of their day. */
function sumsByAffiliate(where: string, table: string): string {
  const apart = dimensionNames.map((name) => `c.${name}`).join(', ');
  return `SELECT ${dayNumber('c.executed_at')} AS day_number, ${apart}, count(*) AS records,
      CAST(sum(c.amount_e8 / 100000000) AS BIGINT) AS amount_units, CAST(sum(c.amount_e8 % 100000000) AS BIGINT) AS amount_fraction_e8
    FROM ${table} c WHERE ${where} GROUP BY 1, ${apart}`;
}

/** The day as a number first: its text once a sum instead of once a record is a third of the whole. */
function withDay(dialect: Dialect, from: string): string {
  return `SELECT ${dialect.dayText(`(g.day_number * ${DAY_MS})`)} AS day, ${columnNames.map((name) => `g.${name}`).join(', ')} FROM ${from} AS g`;
}

/** What the kept aggregates must say of records; `verify` compares them with this over all (DESIGN 5). */
export function totalsOfRecords(dialect: Dialect, where: string): string {
  return withDay(dialect, `(${sumsByAffiliate(where, 'commission_records')})`);
}

async function addTotals(transaction: Transaction, totals: string, parameters: Parameters): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO commission_totals (day, ${columnNames.join(', ')})
     SELECT * FROM (${totals}) AS fresh WHERE true
     ON CONFLICT (day, ${dimensionNames.join(', ')}) DO UPDATE SET
       records = commission_totals.records + excluded.records,
       amount_units = commission_totals.amount_units + excluded.amount_units,
       amount_fraction_e8 = commission_totals.amount_fraction_e8 + excluded.amount_fraction_e8`,
    parameters,
  );
}

/** Adds the records with ids above `after` to the kept aggregates, in the transaction that wrote them. */
export async function addToTotals(transaction: Transaction, after: number): Promise<void> {
  const written = { table: 'commission_records', where: 'c.id > :after', parameters: { after } };
  await addTotals(transaction, totalsOfRecords(dialectOf(transaction), written.where), written.parameters);
  await keepRecords(transaction, written, await rows<FreshTotal>(transaction, sumsOfRecords(written.where), written.parameters));
}

/** The columns of `decided_totals`, as they are declared. */
export const decidedTotals = Object.entries({ day_number: 'integer', ...dimensions, ...sums }).map(([name, kind]) => `${name} {{${kind}}}`).join(', ');

/** No commission reverses another record: none is valued with another day's price. */
const freshTotals = `
  SELECT t.day_number, NULL AS price_day_number, t.family, t.currency, t.kind, t.status, t.reason, CAST(sum(t.records) AS BIGINT) AS records,
    CAST(sum(t.amount_units) AS TEXT) AS units, CAST(sum(t.amount_fraction_e8) AS TEXT) AS fraction
  FROM decided_totals t GROUP BY t.day_number, t.family, t.currency, t.kind, t.status, t.reason`;

/**
 * Sums up the records of `decided_records`, and answers what they come to. They are gone through once: the sums of the affiliates, a
 * quarter of them or fewer, are kept beside them in `decided_totals`, and the house's are made from those.
 */
export async function sumDecided(connection: Connection): Promise<FreshTotal[]> {
  await execute(connection, `INSERT INTO decided_totals (day_number, ${columnNames.join(', ')}) ${sumsByAffiliate('1 = 1', 'decided_records')}`);
  return rows<FreshTotal>(connection, freshTotals);
}

/** Adds what `sumDecided` made to the kept aggregates, in the transaction that writes the records. */
export async function addDecided(transaction: Transaction, fresh: FreshTotal[]): Promise<void> {
  await addTotals(transaction, withDay(dialectOf(transaction), 'decided_totals'), {});
  await keepRecords(transaction, { table: 'decided_records', where: '1 = 1', parameters: {} }, fresh);
}
