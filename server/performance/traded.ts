import { dialectOf } from '../../db/connection.ts';
import { execute, type Parameters, type Transaction } from '../../db/statement.ts';
import { dayEnd, dayStart } from '../calendar.ts';
import { EVER, monthKey, spansMonths, weekKey } from './periods.ts';

/** Records just written, in a table with their columns; `where` is over `c`. */
export interface Written {
  table: string;
  where: string;
  parameters: Parameters;
}

const key = 'period, family, inviter_id, invitee_id';

/** In the order of the key, in which they are written: each page of the kept ones is come by once. */
const createFresh = `
  CREATE TEMP TABLE fresh_traded (
    period {{text}} NOT NULL, family {{text}} NOT NULL, inviter_id {{integer}} NOT NULL, invitee_id {{integer}} NOT NULL, PRIMARY KEY (${key})
  ) {{byKey}}`;

/** Who is not kept yet, of `period` and the columns of a record `c`. */
const isNew = (period: string): string => `NOT EXISTS (
  SELECT 1 FROM traded_invitees t WHERE t.period = ${period} AND t.family = c.family AND t.inviter_id = c.inviter_id AND t.invitee_id = c.invitee_id)`;

/**
 * Who traded for the first time in a week, a month, ever. Who has traded in the week before is not new in its month either, so that
 * most records of a run cost one look at an index; only in a week of two months they are looked up by their month too.
 */
export async function keepTraded(transaction: Transaction, written: Written, days: string[]): Promise<void> {
  const weeks = [...new Set(days.map(weekKey))];
  const months = [...new Set(days.map(monthKey))];
  await execute(transaction, createFresh);
  await listFresh(transaction, written, periodsToAsk(days));
  await listWider(transaction, weeks.filter((week) => !spansMonths(week)).map((week) => ({ period: week, wider: monthKey(week) })));
  await listWider(transaction, months.map((month) => ({ period: month, wider: EVER })));
  await execute(
    transaction,
    `INSERT INTO traded_totals (period, family, invitees) SELECT f.period, f.family, count(*) FROM fresh_traded f WHERE true GROUP BY f.period, f.family
     ON CONFLICT (period, family) DO UPDATE SET invitees = traded_totals.invitees + excluded.invitees`,
  );
  await execute(transaction, `INSERT INTO traded_invitees (${key}) SELECT ${key} FROM fresh_traded`);
  await execute(transaction, 'DROP TABLE fresh_traded');
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

/** Of the records that lie in one of the periods. A chunk has one or two: SQLite goes through the records once for each. */
async function listFresh(transaction: Transaction, { table, where, parameters }: Written, periods: AskedPeriod[]): Promise<void> {
  await execute(
    transaction,
    `INSERT INTO fresh_traded (${key})
     WITH listed AS MATERIALIZED (SELECT r.period, r.from_at, r.until_at FROM {{periods}} r)
     SELECT listed.period, c.family, c.inviter_id, c.invitee_id FROM listed CROSS JOIN ${table} c
     WHERE ${where} AND c.kind = 'commission' AND c.executed_at >= listed.from_at AND c.executed_at < listed.until_at AND ${isNew('listed.period')}
     ON CONFLICT DO NOTHING`,
    { ...parameters, periods: JSON.stringify(periods) },
    { periods: dialectOf(transaction).rowset('periods', { period: 'text', from_at: 'integer', until_at: 'integer' }) },
  );
}

/** Of those who are new in one of the periods, who is so in the wider one that it lies in. */
async function listWider(transaction: Transaction, periods: { period: string; wider: string }[]): Promise<void> {
  if (periods.length === 0) return;
  await execute(
    transaction,
    `INSERT INTO fresh_traded (${key})
     SELECT p.wider, c.family, c.inviter_id, c.invitee_id FROM {{periods}} p CROSS JOIN fresh_traded c
     WHERE c.period = p.period AND ${isNew('p.wider')}
     ON CONFLICT DO NOTHING`,
    { periods: JSON.stringify(periods) },
    { periods: dialectOf(transaction).rowset('periods', { period: 'text', wider: 'text' }) },
  );
}
