import { row, rows, type Connection } from '../../db/statement.ts';
import { joinSum } from '../money.ts';

/** Kept totals of one day and currency; `earning` are the records with an amount of their own, not those that earn nothing. */
export interface DayTotal {
  day: string;
  currency: string;
  records: number;
  earning: number;
  amount: bigint;
}

export async function totalsByDay(connection: Connection, from: string, to: string): Promise<DayTotal[]> {
  const list = await rows<Omit<DayTotal, 'amount'> & { units: string; fraction: string }>(
    connection,
    `SELECT ct.day, ct.currency, CAST(sum(ct.records) AS BIGINT) AS records,
       CAST(sum(CASE WHEN ct.reason = '' THEN ct.records ELSE 0 END) AS BIGINT) AS earning,
       CAST(sum(ct.amount_units) AS TEXT) AS units, CAST(sum(ct.amount_fraction_e8) AS TEXT) AS fraction
     FROM commission_totals ct WHERE ct.day >= :from AND ct.day <= :to
     GROUP BY ct.day, ct.currency ORDER BY ct.day, ct.currency`,
    { from, to },
  );
  return list.map(({ units, fraction, ...total }) => ({ ...total, amount: joinSum(units, fraction) }));
}

/** Prices in USDT by `currency day`; USDT is 1 by definition and not among them (REF-9). */
export async function pricesByDay(connection: Connection, from: string, to: string): Promise<Map<string, bigint>> {
  const list = await rows<{ currency: string; day: string; price: string }>(
    connection,
    'SELECT currency, day, CAST(usdt_e8 AS TEXT) AS price FROM prices WHERE day >= :from AND day <= :to',
    { from, to },
  );
  return new Map(list.map(({ currency, day, price }) => [`${currency} ${day}`, BigInt(price)]));
}

export function reasonsOfDay(connection: Connection, day: string): Promise<{ reason: string; records: number }[]> {
  return rows(
    connection,
    `SELECT ct.reason, CAST(sum(ct.records) AS BIGINT) AS records FROM commission_totals ct
     WHERE ct.day = :day AND ct.reason <> '' GROUP BY ct.reason ORDER BY 2 DESC, 1`,
    { day },
  );
}

export async function reviewCounts(connection: Connection, overdueBefore: number): Promise<{ pending: number; overdue: number }> {
  const counted = await row<{ pending: number; overdue: number }>(
    connection,
    `SELECT count(*) AS pending, CAST(COALESCE(sum(CASE WHEN created_at < :overdueBefore THEN 1 ELSE 0 END), 0) AS BIGINT) AS overdue
     FROM tier_reviews WHERE state = 'pending'`,
    { overdueBefore },
  );
  return counted ?? { pending: 0, overdue: 0 };
}
