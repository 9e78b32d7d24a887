import { appendOnly, type Migration } from './migration.ts';

export const runsAndCommissionRecords: Migration = {
  name: '0006_runs_and_commission_records',
  up: (engine) => [
    // one row per (kind, day or month): whoever starts it again continues it
    `CREATE TABLE runs (
       id {{identity}},
       kind {{text}} NOT NULL CHECK (kind IN ('commission', 'evaluation', 'payout', 'bonus')),
       period {{text}} NOT NULL,
       state {{text}} NOT NULL CHECK (state IN ('running', 'done', 'failed')),
       progress_bps {{integer}} NOT NULL,
       range_from {{integer}} NOT NULL,
       range_until {{integer}} NOT NULL,
       cursor_at {{integer}} NOT NULL,
       cursor_id {{integer}} NOT NULL,
       result {{text}} NOT NULL,
       error {{text}},
       requested_by {{text}} NOT NULL,
       started_at {{integer}} NOT NULL,
       finished_at {{integer}},
       UNIQUE (kind, period)
     ) {{strict}}`,
    // No foreign keys where the run itself gives the value, one more probe a record: binding, enrolment and rulebook come out of
    // the engine's own joins over append-only tables, and `verify` derives them; the run is the row that the chunk holds locked.
    `CREATE TABLE commission_records (
       id {{identity}},
       kind {{text}} NOT NULL CHECK (kind IN ('commission', 'reversal', 'correction', 'bonus')),
       trade_ref {{integer}} REFERENCES trades (id),
       inviter_id {{integer}} NOT NULL REFERENCES accounts (id),
       invitee_id {{integer}} REFERENCES accounts (id),
       binding_id {{integer}},
       enrolment_id {{integer}},
       rulebook_id {{integer}},
       programme {{text}} NOT NULL,
       executed_at {{integer}} NOT NULL,
       product {{text}} NOT NULL,
       family {{text}} NOT NULL,
       tier {{integer}},
       rate_bps {{integer}} CHECK (rate_bps BETWEEN 0 AND 10000),
       base_e8 {{integer}} NOT NULL,
       amount_e8 {{integer}} NOT NULL,
       currency {{text}} NOT NULL,
       reason {{text}} NOT NULL,
       checks {{text}} NOT NULL,
       status {{text}} NOT NULL CHECK (status IN ('zero', 'open', 'in_batch', 'paid')),
       run_id {{integer}} NOT NULL,
       run_day {{text}} NOT NULL,
       known_at {{integer}} NOT NULL,
       distributed_at {{integer}},
       reverses_id {{integer}} REFERENCES commission_records (id)
     ) {{strict}}`,
    // exactly once (REF-7); the explanation of a trade
    `CREATE UNIQUE INDEX commission_records_trade ON commission_records (trade_ref) WHERE kind = 'commission'`,
    // the records of one affiliate, newest first
    'CREATE INDEX commission_records_inviter ON commission_records (inviter_id, id)',
    // the export and lists by the trade's day
    'CREATE INDEX commission_records_executed ON commission_records (executed_at, id)',
    // kept aggregates, moved in the transaction that writes or moves a record; sums as whole units and e8 fractions;
    // where SQLite would keep the wide key twice, the key is the table
    `CREATE TABLE commission_totals (
       day {{text}} NOT NULL,
       inviter_id {{integer}} NOT NULL,
       programme {{text}} NOT NULL,
       family {{text}} NOT NULL,
       currency {{text}} NOT NULL,
       status {{text}} NOT NULL,
       reason {{text}} NOT NULL,
       kind {{text}} NOT NULL,
       records {{integer}} NOT NULL,
       amount_units {{integer}} NOT NULL,
       amount_fraction_e8 {{integer}} NOT NULL,
       PRIMARY KEY (day, inviter_id, programme, family, currency, status, reason, kind)
     ) {{strict}}${engine === 'sqlite' ? ', WITHOUT ROWID' : ''}`,
    // the totals of one affiliate
    'CREATE INDEX commission_totals_inviter ON commission_totals (inviter_id, day)',
    ...appendOnly(
      engine,
      'commission_records',
      ['id', 'kind', 'trade_ref', 'inviter_id', 'invitee_id', 'binding_id', 'enrolment_id', 'rulebook_id', 'programme', 'executed_at', 'product', 'family',
        'tier', 'rate_bps', 'base_e8', 'amount_e8', 'currency', 'reason', 'checks', 'run_id', 'run_day', 'known_at', 'reverses_id'],
    ),
  ],
  down: ['DROP TABLE commission_totals', 'DROP TABLE commission_records', 'DROP TABLE runs'],
};
