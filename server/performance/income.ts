import { row, rows, type Connection } from '../../db/statement.ts';
import { DAY_MS, dayOf, FOREVER } from '../calendar.ts';
import { holdsPayout } from '../commissions/held.ts';
import { formatAmount, joinSum } from '../money.ts';
import type { Family } from '../rulebooks/contract.ts';
import { NO_FAMILY, type FamilyOrNone, type IncomeRow } from './contract.ts';
import { accountOf, type Scope, type Span } from './store.ts';

interface Stored {
  family: string;
  kind: string;
  status: string;
  currency: string;
  records: number;
  units: string;
  fraction: string;
}

const dimensions = 'family, kind, status, currency';

/** The income of a span by where it stands; what is open of an affiliate whose payout is held is `held` (STA-7). */
export async function incomeRows(connection: Connection, scope: Scope, span: Span, family: Family | null, now: number): Promise<IncomeRow[]> {
  const until = Math.min(span.until, scope.cut);
  if (until <= span.from) return [];
  const whole = Math.floor(until / DAY_MS) * DAY_MS;
  const parts = [keptPart(scope)];
  // The affiliate's view may end within a day, whose records are read themselves.
  const edge = scope.accountId !== null && whole < until;
  if (edge) parts.push(recordPart);
  const stored = await rows<Stored>(
    connection,
    `SELECT ${dimensions}, CAST(sum(records) AS BIGINT) AS records, CAST(sum(units) AS TEXT) AS units, CAST(sum(fraction) AS TEXT) AS fraction
     FROM (${parts.join(' UNION ALL ')}) AS parts ${family === null ? '' : 'WHERE family = :family'} GROUP BY ${dimensions} ORDER BY ${dimensions}`,
    {
      from: span.from <= -FOREVER ? '' : dayOf(span.from), until: dayOf(whole), ...accountOf(scope), ...(family === null ? {} : { family }),
      ...(edge ? { from_at: Math.max(whole, span.from), until_at: until } : {}),
    },
  );
  const held = scope.accountId !== null && (await isHeld(connection, scope.accountId, now));
  return stored.filter(({ records }) => records > 0).map(({ units, fraction, ...one }) => ({
    ...one,
    family: (one.family === '' ? NO_FAMILY : one.family) as FamilyOrNone,
    status: held && one.status === 'open' ? 'held' : one.status,
    amount: formatAmount(joinSum(units, fraction)),
  }));
}

/** The first day that the house has income of. */
export async function firstIncomeDay(connection: Connection): Promise<string | null> {
  return (await row<{ day: string | null }>(connection, 'SELECT min(day) AS day FROM income_totals'))?.day ?? null;
}

function keptPart({ accountId }: Scope): string {
  const columns = 's.family, s.kind, s.status, s.currency, s.records, s.amount_units AS units, s.amount_fraction_e8 AS fraction';
  return accountId === null
    ? `SELECT ${columns} FROM income_totals s WHERE s.day >= :from AND s.day < :until`
    : `SELECT ${columns} FROM commission_totals s WHERE s.inviter_id = :accountId AND s.day >= :from AND s.day < :until AND s.reason = ''`;
}

const recordPart = `SELECT c.family, c.kind, c.status, c.currency, 1 AS records, c.amount_e8 / 100000000 AS units, c.amount_e8 % 100000000 AS fraction
  FROM commission_records c WHERE c.inviter_id = :accountId AND c.reason = '' AND c.executed_at >= :from_at AND c.executed_at < :until_at`;

async function isHeld(connection: Connection, accountId: number, at: number): Promise<boolean> {
  const found = await row<{ held: number }>(connection, `SELECT CASE WHEN ${holdsPayout(':accountId')} THEN 1 ELSE 0 END AS held`, { accountId, at });
  return found?.held === 1;
}
