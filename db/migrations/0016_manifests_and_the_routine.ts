import { dialects, type Engine } from '../dialect.ts';
import { appendOnly, type Migration } from './migration.ts';

/** What each feed's days hold already, where a database has been at work before (server/feeds/days.ts keeps it from then on). */
function daysSoFar(engine: Engine): string[] {
  const day = (instant: string): string => dialects[engine].dayText(instant);
  const counted = (feed: string, table: string, instant: string, amount: string | null): string =>
    `INSERT INTO feed_days (feed, day, row_count, sum_units, sum_fraction_e8, last_at)
     SELECT '${feed}', ${day(instant)}, count(*), ${amount ? `CAST(sum(${amount} / 100000000) AS BIGINT)` : '0'},
       ${amount ? `CAST(sum(${amount} % 100000000) AS BIGINT)` : '0'}, max(${instant}) FROM ${table} GROUP BY ${day(instant)}`;
  return [
    counted('accounts', 'accounts', 'registered_at', null),
    counted('account-events', 'account_events', 'occurred_at', null),
    counted('activations', 'enrolments', 'activated_at', null),
    counted('deactivations', 'deactivations', 'ended_at', null),
    counted('ratios', 'ratios', 'set_at', null),
    counted('trades', 'trades', 'executed_at', 'volume_e8'),
    counted('transfers', 'transfers', 'occurred_at', 'amount_e8'),
    `INSERT INTO feed_days (feed, day, row_count, sum_units, sum_fraction_e8, last_at)
     SELECT 'prices', day, count(*), 0, 0, 0 FROM prices GROUP BY day`,
  ];
}

export const manifestsAndTheRoutine: Migration = {
  name: '0016_manifests_and_the_routine',
  up: (engine) => [
    // PAY-8: what the exchange says a feed's day holds; two people may go on without it.
    `CREATE TABLE manifests (
       id {{identity}},
       feed {{text}} NOT NULL,
       day {{text}} NOT NULL,
       row_count {{integer}} NOT NULL,
       control_units {{integer}},
       control_fraction_e8 {{integer}},
       import_id {{integer}} NOT NULL,
       received_at {{integer}} NOT NULL,
       UNIQUE (feed, day)
     ) {{strict}}`,
    ...appendOnly(engine, 'manifests', ['id', 'feed', 'day', 'row_count', 'control_units', 'control_fraction_e8', 'import_id', 'received_at']),
    `CREATE TABLE manifest_overrides (
       id {{identity}},
       manifest_id {{integer}} NOT NULL REFERENCES manifests (id),
       reason {{text}} NOT NULL,
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} NOT NULL REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}}
     ) {{strict}}`,
    `CREATE UNIQUE INDEX manifest_overrides_one ON manifest_overrides (manifest_id) WHERE state IN ('pending', 'approved')`,
    ...appendOnly(engine, 'manifest_overrides', ['id', 'manifest_id', 'reason', 'requested_by', 'requested_by_id', 'requested_at']),
    // Kept by the imports, so that a feed's day is compared with its manifest without counting it.
    `CREATE TABLE feed_days (
       feed {{text}} NOT NULL,
       day {{text}} NOT NULL,
       row_count {{integer}} NOT NULL,
       sum_units {{integer}} NOT NULL,
       sum_fraction_e8 {{integer}} NOT NULL,
       last_at {{integer}} NOT NULL,
       PRIMARY KEY (feed, day)
     ) {{strict}}`,
    ...daysSoFar(engine),
    // Who does the daily routine now: one at work however many processes run.
    `CREATE TABLE routine_lease (
       id {{integer}} PRIMARY KEY CHECK (id = 1),
       holder {{text}} NOT NULL,
       until {{integer}} NOT NULL
     ) {{strict}}`,
    `INSERT INTO routine_lease (id, holder, until) VALUES (1, '', 0)`,
  ],
  down: ['DROP TABLE routine_lease', 'DROP TABLE feed_days', 'DROP TABLE manifest_overrides', 'DROP TABLE manifests'],
};
