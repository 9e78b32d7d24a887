import type { Engine } from '../dialect.ts';
import { appendOnly, type Migration } from './migration.ts';

/** Until the sign-off a conclusion may be thought over; from then on nothing of it moves. */
function frozenOnceSigned(engine: Engine, table: string, columns: string[], movable: string[]): string[] {
  return appendOnly(engine, table, columns, movable).map((statement) =>
    statement.replace(/WHEN (.*) BEGIN/, `WHEN OLD.signed_at IS NOT NULL OR $1 BEGIN`).replace(/WHEN \((.*)\) EXECUTE/, `WHEN (OLD.signed_at IS NOT NULL OR $1) EXECUTE`));
}

const samples = (engine: Engine): string[] => [
  // A draw of records for inspection: `size` of a `population`, which is what `filter` (canonical JSON) finds among the records up to
  // `last_record_id`, by `seed`. From these alone the same records are drawn again. Signed off once, by one person.
  `CREATE TABLE audit_samples (
     id {{identity}},
     seed {{text}} NOT NULL,
     filter {{text}} NOT NULL,
     size {{integer}} NOT NULL CHECK (size > 0),
     population {{integer}} NOT NULL CHECK (population > 0),
     last_record_id {{integer}} NOT NULL,
     drawn_by {{text}} NOT NULL,
     drawn_by_id {{integer}} NOT NULL REFERENCES staff (id),
     drawn_at {{integer}} NOT NULL,
     conclusion {{text}} CHECK (conclusion IN ('satisfactory', 'with_exceptions', 'unsatisfactory')),
     comment {{text}},
     signed_by {{text}},
     signed_by_id {{integer}} REFERENCES staff (id),
     signed_at {{integer}}
   ) {{strict}}`,
  ...frozenOnceSigned(engine, 'audit_samples', ['id', 'seed', 'filter', 'size', 'population', 'last_record_id', 'drawn_by', 'drawn_by_id', 'drawn_at'], []),
  // Each record as it stood and as it came out when it was performed again (`stored`, `derived`: JSON, and the two
  // amounts apart; derived null where the engine no longer finds the trade), whether they agree, and what was concluded. `signed_at` is that of its sample, so that both freeze at once.
  `CREATE TABLE audit_sample_records (
     id {{identity}},
     sample_id {{integer}} NOT NULL REFERENCES audit_samples (id),
     position {{integer}} NOT NULL,
     record_id {{integer}} NOT NULL REFERENCES commission_records (id),
     draw {{text}} NOT NULL,
     stored {{text}} NOT NULL,
     derived {{text}},
     stored_e8 {{integer}} NOT NULL,
     derived_e8 {{integer}},
     agrees {{integer}} NOT NULL CHECK (agrees IN (0, 1)),
     performed_at {{integer}} NOT NULL,
     conclusion {{text}} CHECK (conclusion IN ('as_recorded', 'explained', 'exception')),
     note {{text}},
     concluded_by {{text}},
     concluded_at {{integer}},
     signed_at {{integer}},
     UNIQUE (sample_id, position),
     UNIQUE (sample_id, record_id)
   ) {{strict}}`,
  ...frozenOnceSigned(engine, 'audit_sample_records', ['id', 'sample_id', 'position', 'record_id', 'draw', 'stored', 'derived', 'stored_e8', 'derived_e8', 'agrees', 'performed_at'], []),
];

export const auditSamples: Migration = {
  name: '0028_audit_samples',
  up: (engine) => [
    ...samples(engine),
    // who looked at whom by an address: only the audit knows
    `CREATE INDEX audit_events_searches ON audit_events (seq) WHERE action = 'account.searched_by_email'`,
  ],
  down: ['DROP INDEX audit_events_searches', 'DROP TABLE audit_sample_records', 'DROP TABLE audit_samples'],
};
