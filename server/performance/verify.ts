import { dialectOf } from '../../db/connection.ts';
import type { Dialect } from '../../db/dialect.ts';
import { row, rows, type Connection } from '../../db/statement.ts';
import { DAY_MS, dayOf } from '../calendar.ts';
import { emptyCheck, note, type Check } from '../verify/check.ts';
import { referralsOfBindings, sumsOfRecords, type FreshTotal } from './kept.ts';
import { dayNumber, EVER } from './periods.ts';

/** What the kept aggregates of performance say, against the records and bindings themselves (DESIGN 5). */
export async function performanceKept(connection: Connection): Promise<Check> {
  const check = emptyCheck('performance_kept');
  await compareIncome(connection, check);
  for (const { table, key, figure, derived } of counted(connection)) {
    check.checked += (await row<{ n: number }>(connection, `SELECT count(*) AS n FROM ${table}`))?.n ?? 0;
    const wrong = await rows<{ what: string }>(
      connection,
      `SELECT ${key.map((column) => `CAST(${column} AS TEXT)`).join(` || ' ' || `)} AS what FROM (
         SELECT ${key.join(', ')}, ${figure} AS n FROM ${table} UNION ALL SELECT ${key.join(', ')}, -n FROM (${derived}) AS found
       ) AS both_sides GROUP BY ${key.join(', ')} HAVING sum(n) <> 0 ORDER BY 1`,
    );
    for (const { what } of wrong) note(check, `${table} ${what}`);
  }
  return check;
}

interface Counted {
  table: string;
  key: string[];
  figure: string;
  /** A SELECT of the key and `n`, from what happened. */
  derived: string;
}

function counted(connection: Connection): Counted[] {
  const dialect = dialectOf(connection);
  const person = ['period', 'family', 'inviter_id', 'invitee_id'];
  return [
    {
      table: 'traded_invitees', key: person, figure: '1',
      derived: `SELECT ${person.join(', ')}, 1 AS n FROM (${tradedOfRecords(dialect)}) AS seen`,
    },
    {
      table: 'traded_totals', key: ['period', 'family'], figure: 'invitees',
      derived: 'SELECT period, family, count(*) AS n FROM traded_invitees GROUP BY period, family',
    },
    {
      table: 'referral_totals', key: ['day', 'country', 'kind'], figure: 'referrals',
      derived: `SELECT day, country, kind, referrals AS n FROM (${referralsOfBindings(dialect, '1 = 1')}) AS bound`,
    },
  ];
}

/** Who traded, by week, month and ever, read from the records. */
function tradedOfRecords(dialect: Dialect): string {
  const text = (day: string): string => dialect.dayText(`(${day} * ${DAY_MS})`);
  const who = 'family, inviter_id, invitee_id FROM days';
  return `WITH days AS (
      SELECT DISTINCT c.family, c.inviter_id, c.invitee_id, ${dayNumber('c.executed_at')} AS d FROM commission_records c WHERE c.kind = 'commission')
    SELECT ${text('(d - ((d + 3) % 7 + 7) % 7)')} AS period, ${who} UNION SELECT substr(${text('d')}, 1, 7), ${who} UNION SELECT '${EVER}', ${who}`;
}

async function compareIncome(connection: Connection, check: Check): Promise<void> {
  const kept = await rows<{ what: string; figures: string }>(
    connection,
    `SELECT day || ' ' || price_day || ' ' || family || ' ' || currency || ' ' || kind || ' ' || status AS what,
       CAST(records AS TEXT) || ' ' || CAST(amount_units AS TEXT) || ' ' || CAST(amount_fraction_e8 AS TEXT) AS figures FROM income_totals ORDER BY 1`,
  );
  const derived = new Map((await rows<FreshTotal>(connection, sumsOfRecords(`c.reason = ''`))).map((one) => [
    [dayOf(one.day_number * DAY_MS), dayOf((one.price_day_number ?? one.day_number) * DAY_MS), one.family, one.currency, one.kind, one.status].join(' '),
    [one.records, one.units, one.fraction].join(' '),
  ]));
  check.checked += kept.length;
  for (const { what, figures } of kept) {
    if (derived.get(what) !== figures) note(check, `income_totals ${what}`);
    derived.delete(what);
  }
  for (const what of derived.keys()) note(check, `income_totals ${what}`);
}
