import { appendOnly, type Migration } from './migration.ts';

const request = `
       record_id {{integer}} NOT NULL REFERENCES commission_records (id),
       affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
       amount_e8 {{integer}} NOT NULL,
       currency {{text}} NOT NULL,
       reason_code {{text}} NOT NULL,
       text_id {{integer}} NOT NULL REFERENCES free_texts (id),
       source {{text}} NOT NULL CHECK (source IN ('staff', 'system')),
       cause {{text}},
       requested_by {{text}} NOT NULL,
       requested_by_id {{integer}} REFERENCES staff (id),
       requested_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
       decided_by {{text}},
       decided_by_id {{integer}} REFERENCES staff (id),
       decided_at {{integer}},
       comment {{text}},
       result_record_id {{integer}} REFERENCES commission_records (id)`;

const fixed = ['id', 'record_id', 'affiliate_id', 'amount_e8', 'currency', 'reason_code', 'text_id', 'source', 'cause', 'requested_by', 'requested_by_id', 'requested_at'];

export const reversalsAndCorrections: Migration = {
  name: '0015_reversals_and_corrections',
  up: (engine) => [
    `CREATE TABLE reversals (id {{identity}}, ${request}) {{strict}}`,
    // At most one reversal per record (PAY-4), and one request for it at a time.
    `CREATE UNIQUE INDEX reversals_once ON reversals (record_id) WHERE state IN ('pending', 'approved')`,
    'CREATE INDEX reversals_state ON reversals (state, id)',
    // the timeline of one affiliate
    'CREATE INDEX reversals_affiliate ON reversals (affiliate_id, id)',
    `CREATE TABLE corrections (id {{identity}}, ${request}) {{strict}}`,
    // The reversal of a record; few rows, the commission run does not touch it.
    'CREATE UNIQUE INDEX commission_records_reverses ON commission_records (reverses_id) WHERE reverses_id IS NOT NULL',
    // a filter by run day: where records that are about no trade stand (server/commissions/bounds.ts)
    `CREATE INDEX commission_records_others ON commission_records (run_day, id) WHERE kind <> 'commission'`,
    `CREATE UNIQUE INDEX corrections_pending ON corrections (record_id) WHERE state = 'pending'`,
    'CREATE INDEX corrections_record ON corrections (record_id)',
    // which record a correction corrects (PAY-6)
    'CREATE UNIQUE INDEX corrections_result ON corrections (result_record_id)',
    'CREATE INDEX corrections_state ON corrections (state, id)',
    'CREATE INDEX corrections_affiliate ON corrections (affiliate_id, id)',
    ...appendOnly(engine, 'reversals', fixed),
    ...appendOnly(engine, 'corrections', fixed),
    // STA-10: records that would come out higher by what is known since; the engine's own difference is derived when asked for.
    `CREATE TABLE shortfalls (
       id {{identity}},
       record_id {{integer}} NOT NULL UNIQUE REFERENCES commission_records (id),
       cause {{text}} NOT NULL,
       found_at {{integer}} NOT NULL
     ) {{strict}}`,
    ...appendOnly(engine, 'shortfalls', ['id', 'record_id', 'cause', 'found_at']),
  ],
  down: ['DROP INDEX commission_records_others', 'DROP INDEX commission_records_reverses', 'DROP TABLE shortfalls', 'DROP TABLE corrections', 'DROP TABLE reversals'],
};
