import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { execute, rows, type Parameters, type Transaction } from '../../db/statement.ts';
import { DAY_MS, dayOf } from '../calendar.ts';
import { dayNumber } from './periods.ts';
import { keepTraded, type Written } from './traded.ts';

/**
 * The kept aggregates of performance (DSH-1 to DSH-3), moved by the transactions that write what they count, so that a figure of the
 * house costs as much at ten million records as at ten. `verify` compares them with the records (server/performance/verify.ts).
 */

/** Sums of records by what the house's figures are kept apart by, and by reason; '' earns. */
export interface FreshTotal {
  day_number: number;
  /** Of a reversal, the day of what it reverses; null: its own. */
  price_day_number: number | null;
  family: string;
  currency: string;
  kind: string;
  status: string;
  reason: string;
  records: number;
  units: string;
  fraction: string;
}

/** The records that `where` names (over `c`) by day, family, currency, kind, status and reason: a few dozen rows for thousands. */
export function sumsOfRecords(where: string): string {
  const original = '(SELECT o.executed_at FROM commission_records o WHERE o.id = c.reverses_id)';
  return `SELECT ${dayNumber('c.executed_at')} AS day_number, CASE WHEN c.reverses_id IS NOT NULL THEN ${dayNumber(original)} END AS price_day_number,
      c.family, c.currency, c.kind, c.status, c.reason, count(*) AS records,
      CAST(sum(c.amount_e8 / 100000000) AS TEXT) AS units, CAST(sum(c.amount_e8 % 100000000) AS TEXT) AS fraction
    FROM commission_records c
    WHERE ${where} GROUP BY 1, 2, c.family, c.currency, c.kind, c.status, c.reason`;
}

const incomeKey = { day: 'text', price_day: 'text', family: 'text', currency: 'text', kind: 'text', status: 'text' } as const;
const incomeDimensions = Object.keys(incomeKey).join(', ');
const incomeColumns = { ...incomeKey, records: 'integer', amount_units: 'integer', amount_fraction_e8: 'integer' } as const;

/** Counts the records, whose sums are `fresh`. */
export async function keepRecords(transaction: Transaction, written: Written, fresh: FreshTotal[]): Promise<void> {
  await addIncome(transaction, fresh.filter(({ reason }) => reason === '').map(incomeRow));
  const traded = new Set(fresh.filter(({ kind }) => kind === 'commission').map(({ day_number }) => day_number));
  if (traded.size > 0) await keepTraded(transaction, written, [...traded].map((day_number) => dayOf(day_number * DAY_MS)));
}

type IncomeRow = Record<keyof typeof incomeKey, string> & { records: number; amount_units: string; amount_fraction_e8: string };

function incomeRow({ day_number, price_day_number, family, currency, kind, status, records, units, fraction }: FreshTotal): IncomeRow {
  return {
    day: dayOf(day_number * DAY_MS), price_day: dayOf((price_day_number ?? day_number) * DAY_MS), family, currency, kind, status, records, amount_units: units,
    amount_fraction_e8: fraction,
  };
}

async function addIncome(transaction: Transaction, list: IncomeRow[]): Promise<void> {
  if (list.length === 0) return;
  const touched = await rows<{ records: number }>(
    transaction,
    `INSERT INTO income_totals (${Object.keys(incomeColumns).join(', ')})
     SELECT ${Object.keys(incomeColumns).map((name) => `r.${name}`).join(', ')} FROM {{list}} r WHERE true
     ON CONFLICT (${incomeDimensions}) DO UPDATE SET
       records = income_totals.records + excluded.records,
       amount_units = income_totals.amount_units + excluded.amount_units,
       amount_fraction_e8 = income_totals.amount_fraction_e8 + excluded.amount_fraction_e8
     RETURNING ${incomeDimensions}, records`,
    { list: JSON.stringify(list) },
    { list: dialectOf(transaction).rowset('list', incomeColumns) },
  );
  const empty = touched.filter(({ records }) => records === 0);
  if (empty.length === 0) return;
  await execute(
    transaction,
    `DELETE FROM income_totals WHERE (${incomeDimensions}) IN (SELECT ${incomeDimensions} FROM {{empty}} e)`,
    { empty: JSON.stringify(empty) },
    { empty: dialectOf(transaction).rowset('empty', incomeKey) },
  );
}

/** Records that are about to move to another status; `where` is over `c`, before the move. */
export async function moveIncome(transaction: Transaction, to: string, where: string, parameters: Parameters): Promise<void> {
  const moved = (await rows<FreshTotal>(transaction, sumsOfRecords(`(${where}) AND c.reason = ''`), parameters)).map(incomeRow);
  const leaving = moved.map((one) => ({
    ...one, records: -one.records, amount_units: String(-BigInt(one.amount_units)), amount_fraction_e8: String(-BigInt(one.amount_fraction_e8)),
  }));
  await addIncome(transaction, [...leaving, ...moved.map((one) => ({ ...one, status: to }))]);
}

/** How many were bound on a day, by the country they registered from and how; `where` is over `b`. */
export function referralsOfBindings(dialect: Dialect, where: string): string {
  return `SELECT ${dialect.dayText('b.bound_at')} AS day, a.country, b.kind, count(*) AS referrals
    FROM bindings b JOIN accounts a ON a.id = b.invitee_id WHERE ${where} GROUP BY 1, a.country, b.kind`;
}

/** Counts the bindings of these invitees, in the transaction that made them. */
export async function keepBindings(transaction: Transaction, bindings: { account_id: number | undefined }[]): Promise<void> {
  const dialect = dialectOf(transaction);
  await execute(
    transaction,
    `INSERT INTO referral_totals (day, country, kind, referrals)
     SELECT day, country, kind, referrals FROM (
       ${referralsOfBindings(dialect, 'b.invitee_id IN (SELECT r.account_id FROM {{list}} r)')}) AS fresh WHERE true
     ON CONFLICT (day, country, kind) DO UPDATE SET referrals = referral_totals.referrals + excluded.referrals`,
    { list: JSON.stringify(bindings.map(({ account_id }) => ({ account_id }))) },
    { list: dialect.rowset('list', { account_id: 'integer' }) },
  );
}
