import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { rows, type Connection, type Parameters } from '../../db/statement.ts';
import { DAY_MS, dayOf, dayStart, FOREVER } from '../calendar.ts';
import { ONE_E8, joinSum, valueAt } from '../money.ts';
import type { ReportingCurrency } from '../rulebooks/contract.ts';

/** Whose figures: an affiliate's, or null for the whole house; `cut`: the instant from which on nothing counts. */
export interface Scope {
  accountId: number | null;
  cut: number;
}

/** `[from, until)` in ms; `from` -FOREVER: since ever. */
export interface Span {
  from: number;
  until: number;
}

/** What was earned on a day in one family and currency, and its value: null where a price is missing, or that of the reporting currency is 0 (REF-9). */
export interface EarnedSum {
  at: number;
  family: string;
  currency: string;
  /** Those with an amount; the others need no price. */
  records: number;
  amount: bigint;
  value: bigint | null;
}

interface StoredSum {
  day: string;
  family: string;
  currency: string;
  records: number;
  units: string;
  fraction: string;
  price: string | null;
  reporting_price: string | null;
}

const sums = `CAST(sum(s.amount_units) AS TEXT) AS units, CAST(sum(s.amount_fraction_e8) AS TEXT) AS fraction,
  CAST(sum(CASE WHEN s.status = 'zero' THEN 0 ELSE s.records END) AS BIGINT) AS records`;
const recordSums = `CAST(sum(c.amount_e8 / 100000000) AS TEXT) AS units, CAST(sum(c.amount_e8 % 100000000) AS TEXT) AS fraction,
  CAST(sum(CASE WHEN c.status = 'zero' THEN 0 ELSE 1 END) AS BIGINT) AS records`;

/** The sums by day, family and currency of a span, each with the prices of the day that values it. */
export async function earnedSums(connection: Connection, scope: Scope, span: Span, reporting: ReportingCurrency): Promise<EarnedSum[]> {
  const until = Math.min(span.until, scope.cut);
  if (until <= span.from) return [];
  const whole = Math.floor(until / DAY_MS) * DAY_MS;
  const stored = [
    ...(await priced(connection, scope.accountId === null ? houseSums : affiliateSums(dialectOf(connection)), {
      from: span.from <= -FOREVER ? '' : dayOf(span.from), until: dayOf(whole), reporting, ...accountOf(scope),
    })),
    ...(scope.accountId !== null && whole < until
      ? await priced(connection, recordSumsOf(dialectOf(connection)), { from_at: Math.max(whole, span.from), until_at: until, reporting, ...accountOf(scope) })
      : []),
  ];
  return stored.map((one) => {
    const amount = joinSum(one.units, one.fraction);
    return { at: dayStart(one.day), family: one.family, currency: one.currency, records: one.records, amount, value: valueOf(one, amount, reporting) };
  });
}

/** The parameter of statements about one affiliate; those about the house have none. */
export function accountOf({ accountId }: Scope): Parameters {
  return accountId === null ? {} : { accountId };
}

/**
 * Decision on REF-9: what is valued is a day's sum in one family and currency, cut once to 8 decimals, not record by record: the house has
 * only sums, and one cut is nearer to the truth. So a figure may differ by some 10^-8 from its records' values, each cut by itself; the amounts
 * in their own currencies are exact on both sides. USDT is 1 by definition; what is in the reporting currency needs no price.
 */
function valueOf({ currency, price, reporting_price }: StoredSum, amount: bigint, reporting: ReportingCurrency): bigint | null {
  if (currency === reporting) return amount;
  const [own, other] = [currency === 'USDT' ? ONE_E8 : price, reporting === 'USDT' ? ONE_E8 : reporting_price];
  return own === null || other === null ? null : valueAt(amount, BigInt(own), BigInt(other));
}

function priced(connection: Connection, sql: string, parameters: Parameters): Promise<StoredSum[]> {
  return rows<StoredSum>(
    connection,
    `SELECT g.day, g.family, g.currency, g.records, g.units, g.fraction, CAST(p.usdt_e8 AS TEXT) AS price, CAST(q.usdt_e8 AS TEXT) AS reporting_price
     FROM (${sql}) AS g LEFT JOIN prices p ON p.currency = g.currency AND p.day = g.price_day
     LEFT JOIN prices q ON q.currency = :reporting AND q.day = g.price_day ORDER BY g.day, g.family, g.currency, g.price_day`,
    parameters,
  );
}

const houseSums = `SELECT s.day, s.price_day, s.family, s.currency, ${sums} FROM income_totals s
  WHERE s.day >= :from AND s.day < :until GROUP BY s.day, s.price_day, s.family, s.currency`;

/** Of one affiliate: the kept totals, but for its few reversals, which are valued at the days of what they reverse. */
function affiliateSums(dialect: Dialect): string {
  const day = dialect.dayText('c.executed_at');
  return `SELECT s.day, s.day AS price_day, s.family, s.currency, ${sums} FROM commission_totals s
    WHERE s.inviter_id = :accountId AND s.day >= :from AND s.day < :until AND s.reason = '' AND s.kind <> 'reversal'
    GROUP BY s.day, s.family, s.currency
    UNION ALL
    SELECT ${day}, ${dialect.dayText('o.executed_at')}, c.family, c.currency, ${recordSums}
    FROM commission_records c JOIN commission_records o ON o.id = c.reverses_id
    WHERE c.kind = 'reversal' AND c.inviter_id = :accountId AND ${day} >= :from AND ${day} < :until GROUP BY 1, 2, c.family, c.currency`;
}

/** Part of a day, from the records themselves. */
function recordSumsOf(dialect: Dialect): string {
  return `SELECT ${dialect.dayText('c.executed_at')} AS day, ${dialect.dayText('COALESCE(o.executed_at, c.executed_at)')} AS price_day, c.family, c.currency,
      ${recordSums}
    FROM commission_records c LEFT JOIN commission_records o ON o.id = c.reverses_id
    WHERE c.inviter_id = :accountId AND c.reason = '' AND c.executed_at >= :from_at AND c.executed_at < :until_at GROUP BY 1, 2, c.family, c.currency`;
}
