import type { Engine } from '../dialect.ts';
import { appendOnly, type Migration } from './migration.ts';

const lines = (engine: Engine): string[] => [
  // A sum of amounts may go beyond 64 bits of e8 units: kept as whole units and the fraction behind them.
  `CREATE TABLE payout_lines (
     id {{identity}},
     batch_id {{integer}} NOT NULL REFERENCES payout_batches (id),
     affiliate_id {{integer}} NOT NULL REFERENCES accounts (id),
     currency {{text}} NOT NULL,
     amount_units {{integer}} NOT NULL CHECK (amount_units >= 0),
     amount_fraction_e8 {{integer}} NOT NULL CHECK (amount_fraction_e8 BETWEEN 0 AND 99999999),
     records {{integer}} NOT NULL CHECK (records > 0),
     state {{text}} NOT NULL CHECK (state IN ('ready', 'released', 'paid', 'failed', 'withdrawn')),
     withdrawn_because {{text}},
     confirmed_at {{integer}},
     reference {{text}},
     import_id {{integer}},
     UNIQUE (batch_id, affiliate_id, currency),
     CHECK (amount_units > 0 OR amount_fraction_e8 > 0)
   ) {{strict}}`,
  'CREATE INDEX payout_lines_affiliate ON payout_lines (affiliate_id, id)',
  // what is on its way: few rows at any time
  `CREATE INDEX payout_lines_open ON payout_lines (state, id) WHERE state IN ('ready', 'released')`,
  ...appendOnly(engine, 'payout_lines', ['id', 'batch_id', 'affiliate_id', 'currency', 'amount_units', 'amount_fraction_e8', 'records']),
  // The records of a line, for ever; `active` 0 once the line failed or was withdrawn. No record is in two lines at once (PAY-3).
  `CREATE TABLE payout_line_records (
     line_id {{integer}} NOT NULL REFERENCES payout_lines (id),
     record_id {{integer}} NOT NULL REFERENCES commission_records (id),
     active {{integer}} NOT NULL CHECK (active IN (0, 1)),
     PRIMARY KEY (line_id, record_id)
   ) {{strict}}${engine === 'sqlite' ? ', WITHOUT ROWID' : ''}`,
  'CREATE UNIQUE INDEX payout_line_records_active ON payout_line_records (record_id) WHERE active = 1',
  ...appendOnly(engine, 'payout_line_records', ['line_id', 'record_id']),
  // Records that the last batch has seen and that are still open: held, of a sum of zero or less, given back by a line.
  `CREATE TABLE payout_leftovers (record_id {{integer}} PRIMARY KEY REFERENCES commission_records (id)) {{strict}}`,
];

const stops = (engine: Engine): string[] => [
  // PAY-7: a stop by one, going on by two.
  `CREATE TABLE payout_stops (
     id {{identity}},
     reason {{text}} NOT NULL,
     stopped_by {{text}} NOT NULL,
     stopped_by_id {{integer}} NOT NULL REFERENCES staff (id),
     stopped_at {{integer}} NOT NULL,
     state {{text}} NOT NULL CHECK (state IN ('active', 'resume_requested', 'lifted')),
     resume_reason {{text}},
     resume_requested_by {{text}},
     resume_requested_by_id {{integer}} REFERENCES staff (id),
     resume_requested_at {{integer}},
     lifted_by {{text}},
     lifted_by_id {{integer}} REFERENCES staff (id),
     lifted_at {{integer}}
   ) {{strict}}`,
  // one stop at a time
  `CREATE UNIQUE INDEX payout_stops_one ON payout_stops ((1)) WHERE state <> 'lifted'`,
  ...appendOnly(engine, 'payout_stops', ['id', 'reason', 'stopped_by', 'stopped_by_id', 'stopped_at']),
];

export const payouts: Migration = {
  name: '0014_payouts',
  up: (engine) => [
    // PAY-1: one batch a day. `last_record_id`: up to which record this batch has looked at every one; what it left open
    // stands in payout_leftovers. So no index of the open records burdens the commission run.
    `CREATE TABLE payout_batches (
       id {{identity}},
       day {{text}} NOT NULL UNIQUE,
       run_id {{integer}} NOT NULL REFERENCES runs (id),
       last_record_id {{integer}} NOT NULL,
       created_by {{text}} NOT NULL,
       created_by_id {{integer}} REFERENCES staff (id),
       created_at {{integer}} NOT NULL,
       deadline_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('ready', 'released', 'paid')),
       released_by {{text}},
       released_at {{integer}},
       comment {{text}},
       paid_at {{integer}}
     ) {{strict}}`,
    ...appendOnly(engine, 'payout_batches', ['id', 'day', 'run_id', 'last_record_id', 'created_by', 'created_by_id', 'created_at', 'deadline_at']),
    ...lines(engine),
    ...conflictsAndStops(engine),
  ],
  down: [
    'DROP TABLE payout_stops', 'DROP TABLE payout_conflicts', 'DROP TABLE payout_leftovers', 'DROP TABLE payout_line_records',
    'DROP TABLE payout_lines', 'DROP TABLE payout_batches',
  ],
};

function conflictsAndStops(engine: Engine): string[] {
  return [
    // A confirmation that contradicts an earlier one (PAY-3).
    `CREATE TABLE payout_conflicts (
       id {{identity}},
       line_id {{integer}} NOT NULL REFERENCES payout_lines (id),
       status {{text}} NOT NULL,
       at {{integer}} NOT NULL,
       reference {{text}} NOT NULL,
       import_id {{integer}} NOT NULL,
       found_at {{integer}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('open', 'settled')),
       settled_by {{text}},
       settled_at {{integer}},
       comment {{text}},
       UNIQUE (line_id, status, at, reference)
     ) {{strict}}`,
    ...appendOnly(engine, 'payout_conflicts', ['id', 'line_id', 'status', 'at', 'reference', 'import_id', 'found_at']),
    ...stops(engine),
  ];
}
