import { dialects } from '../dialect.ts';
import type { Migration } from './migration.ts';

/** Days since 1970, rounded down also before it. */
const dayNumber = (instant: string): string => `((${instant} - ((${instant} % 86400000) + 86400000) % 86400000) / 86400000)`;
/** The Monday of the week of a day. */
const mondayOf = (day: string): string => `(${day} - ((${day} + 3) % 7 + 7) % 7)`;

export const performanceKeptAsItHappens: Migration = {
  name: '0027_performance_kept_as_it_happens',
  up: (engine) => {
    const dayText = (day: string): string => dialects[engine].dayText(`(${day} * 86400000)`);
    return [
      // What the house has earned on a day (DSH-1, DSH-3). `price_day`: whose prices value it, of a reversal the original's (REF-9).
      `CREATE TABLE income_totals (
         day {{text}} NOT NULL,
         price_day {{text}} NOT NULL,
         family {{text}} NOT NULL,
         currency {{text}} NOT NULL,
         kind {{text}} NOT NULL,
         status {{text}} NOT NULL,
         records {{integer}} NOT NULL,
         amount_units {{integer}} NOT NULL,
         amount_fraction_e8 {{integer}} NOT NULL,
         PRIMARY KEY (day, price_day, family, currency, kind, status)
       ) ${keyed(engine)}`,
      `INSERT INTO income_totals
       SELECT ${dayText('g.d')}, ${dayText('g.p')}, g.family, g.currency, g.kind, g.status, g.records, g.units, g.fraction FROM (
         SELECT ${dayNumber('c.executed_at')} AS d, ${dayNumber('COALESCE(o.executed_at, c.executed_at)')} AS p, c.family, c.currency, c.kind, c.status,
           count(*) AS records, CAST(sum(c.amount_e8 / 100000000) AS BIGINT) AS units, CAST(sum(c.amount_e8 % 100000000) AS BIGINT) AS fraction
         FROM commission_records c LEFT JOIN commission_records o ON o.id = c.reverses_id
         WHERE c.reason = '' GROUP BY 1, 2, c.family, c.currency, c.kind, c.status) AS g`,
      // Who traded: in a week (its Monday), in a month, or ever (''). One row each, so that a number of people is a count of rows.
      `CREATE TABLE traded_invitees (
         period {{text}} NOT NULL,
         family {{text}} NOT NULL,
         inviter_id {{integer}} NOT NULL,
         invitee_id {{integer}} NOT NULL,
         PRIMARY KEY (period, family, inviter_id, invitee_id)
       ) ${keyed(engine)}`,
      `INSERT INTO traded_invitees
       WITH days AS (
         SELECT DISTINCT c.inviter_id, c.invitee_id, c.family, ${dayNumber('c.executed_at')} AS d FROM commission_records c WHERE c.kind = 'commission')
       SELECT ${dayText(mondayOf('d'))} AS period, family, inviter_id, invitee_id FROM days
       UNION SELECT substr(${dayText('d')}, 1, 7), family, inviter_id, invitee_id FROM days
       UNION SELECT '', family, inviter_id, invitee_id FROM days`,
      // The same of the whole house, counted.
      `CREATE TABLE traded_totals (
         period {{text}} NOT NULL,
         family {{text}} NOT NULL,
         invitees {{integer}} NOT NULL,
         PRIMARY KEY (period, family)
       ) ${keyed(engine)}`,
      'INSERT INTO traded_totals SELECT period, family, count(*) FROM traded_invitees GROUP BY period, family',
      // How many were bound on a day, by the country they registered from (DSH-2).
      `CREATE TABLE referral_totals (
         day {{text}} NOT NULL,
         country {{text}} NOT NULL,
         kind {{text}} NOT NULL,
         referrals {{integer}} NOT NULL,
         PRIMARY KEY (day, country, kind)
       ) ${keyed(engine)}`,
      `INSERT INTO referral_totals
       SELECT ${dayText('g.d')}, g.country, g.kind, g.referrals FROM (
         SELECT ${dayNumber('b.bound_at')} AS d, a.country, b.kind, count(*) AS referrals
         FROM bindings b JOIN accounts a ON a.id = b.invitee_id GROUP BY 1, a.country, b.kind) AS g`,
      // the reversals of one affiliate, valued at the originals' days; no record of a run enters it
      `CREATE INDEX commission_records_reversals ON commission_records (inviter_id, executed_at) WHERE kind = 'reversal'`,
    ];
  },
  down: [
    'DROP INDEX commission_records_reversals',
    'DROP TABLE referral_totals',
    'DROP TABLE traded_totals',
    'DROP TABLE traded_invitees',
    'DROP TABLE income_totals',
  ],
};

/** Rows in the order of their key, without a number of their own. */
function keyed(engine: 'sqlite' | 'postgres'): string {
  return `{{strict}}${engine === 'sqlite' ? ', WITHOUT ROWID' : ''}`;
}
