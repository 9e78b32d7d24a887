import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { execute, rows, type Parameters, type Transaction } from '../../db/statement.ts';
import { DAY_MS, dayEnd, dayOf, dayStart, isMonth } from '../calendar.ts';
import { dayNumber, EVER, monthKey, spansMonths, weekKey } from './periods.ts';

/**
 * The kept aggregates of performance (DSH-1 to DSH-3), moved by the transactions that write what they count, so that a figure of the
 * house costs as much at ten million records as at ten. `verify` compares them with the records (server/performance/verify.ts).
 */

/** Records just written, in a table with their columns; `where` is over `c`. */
export interface Written {
  table: string;
  where: string;
  parameters: Parameters;
}

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

const tradedKey = { period: 'text', family: 'text', inviter_id: 'integer', invitee_id: 'integer' } as const;

interface Traded {
  period: string;
  family: string;
  inviter_id: number;
  invitee_id: number;
}

/**
 * Who traded for the first time in a week, a month, ever. Who has traded in the week before is not new in its month either, so that
 * most records of a run cost one look at an index; only in a week of two months they are looked up by their month too.
 */
async function keepTraded(transaction: Transaction, written: Written, days: string[]): Promise<void> {
  const fresh = await firstTrades(transaction, written, periodsToAsk(days));
  const inMonths = await alsoFirst(transaction, fresh.flatMap((one) => (
    isMonth(one.period) || spansMonths(one.period) ? [] : [{ ...one, period: monthKey(one.period) }])));
  const ofMonths = [...fresh.filter(({ period }) => isMonth(period)), ...inMonths];
  const ever = await alsoFirst(transaction, ofMonths.map((one) => ({ ...one, period: EVER })));
  await addTraded(transaction, [...fresh, ...inMonths, ...ever]);
}

/** A week, or a month as far as it lies in a week of two, and the instants `[from_at, until_at)` of it that have a day asked about. */
interface AskedPeriod {
  period: string;
  from_at: number;
  until_at: number;
}

function periodsToAsk(days: string[]): AskedPeriod[] {
  const asked = new Map<string, AskedPeriod>();
  for (const day of days) {
    const week = weekKey(day);
    for (const period of spansMonths(week) ? [week, monthKey(day)] : [week]) {
      const one = asked.get(`${week} ${period}`) ?? { period, from_at: dayStart(day), until_at: dayEnd(day) };
      asked.set(`${week} ${period}`, { period, from_at: Math.min(one.from_at, dayStart(day)), until_at: Math.max(one.until_at, dayEnd(day)) });
    }
  }
  return [...asked.values()];
}

const insertTraded = `INSERT INTO traded_invitees (${Object.keys(tradedKey).join(', ')})`;
const returningTraded = `ON CONFLICT DO NOTHING RETURNING ${Object.keys(tradedKey).join(', ')}`;

/** Of the records that lie in one of the periods. A chunk has one or two: SQLite goes through the records once for each. */
function firstTrades(transaction: Transaction, written: Written, periods: AskedPeriod[]): Promise<Traded[]> {
  return rows(
    transaction,
    `${insertTraded}
     WITH listed AS MATERIALIZED (SELECT r.period, r.from_at, r.until_at FROM {{periods}} r)
     SELECT listed.period, c.family, c.inviter_id, c.invitee_id FROM listed CROSS JOIN ${written.table} c
     WHERE ${written.where} AND c.kind = 'commission' AND c.executed_at >= listed.from_at AND c.executed_at < listed.until_at
     ${returningTraded}`,
    { ...written.parameters, periods: JSON.stringify(periods) },
    { periods: dialectOf(transaction).rowset('periods', { period: 'text', from_at: 'integer', until_at: 'integer' }) },
  );
}

async function alsoFirst(transaction: Transaction, list: Traded[]): Promise<Traded[]> {
  if (list.length === 0) return [];
  return rows(
    transaction,
    `${insertTraded} SELECT r.period, r.family, r.inviter_id, r.invitee_id FROM {{list}} r WHERE true ${returningTraded}`,
    { list: JSON.stringify(list) },
    { list: dialectOf(transaction).rowset('list', tradedKey) },
  );
}

async function addTraded(transaction: Transaction, list: Traded[]): Promise<void> {
  const counts = new Map<string, { period: string; family: string; invitees: number }>();
  for (const { period, family } of list) {
    const key = `${period} ${family}`;
    counts.set(key, { period, family, invitees: (counts.get(key)?.invitees ?? 0) + 1 });
  }
  if (counts.size === 0) return;
  await execute(
    transaction,
    `INSERT INTO traded_totals (period, family, invitees) SELECT r.period, r.family, r.invitees FROM {{list}} r WHERE true
     ON CONFLICT (period, family) DO UPDATE SET invitees = traded_totals.invitees + excluded.invitees`,
    { list: JSON.stringify([...counts.values()]) },
    { list: dialectOf(transaction).rowset('list', { period: 'text', family: 'text', invitees: 'integer' }) },
  );
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
