import { appendOnly, type Migration } from './migration.ts';

const FAR = 8640000000000000;

export const bindingsAndEnrolments: Migration = {
  name: '0003_bindings_and_enrolments',
  up: (engine) => [
    // BIN-1: one inviter per invitee, for ever. late_month: the month a late registration counts for (TIE-3), else null.
    `CREATE TABLE bindings (
       id {{identity}},
       invitee_id {{integer}} NOT NULL UNIQUE REFERENCES accounts (id),
       inviter_id {{integer}} NOT NULL REFERENCES accounts (id),
       kind {{text}} NOT NULL CHECK (kind IN ('registration', 'recall')),
       bound_at {{integer}} NOT NULL,
       window_start_at {{integer}} NOT NULL,
       channel {{text}},
       campaign {{text}},
       late_month {{text}},
       known_from {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    // the referrals of an affiliate, by time
    'CREATE INDEX bindings_inviter ON bindings (inviter_id, bound_at)',
    // those who registered in a month (TIE-1)
    'CREATE INDEX bindings_bound ON bindings (bound_at)',
    `CREATE TABLE binding_refusals (
       id {{identity}},
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       inviter_id {{integer}} REFERENCES accounts (id),
       inviter_code {{text}} NOT NULL,
       codes {{text}} NOT NULL,
       at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX binding_refusals_account ON binding_refusals (account_id)',
    'CREATE INDEX binding_refusals_import ON binding_refusals (import_id)',
    `CREATE TABLE enrolments (
       id {{identity}},
       activation_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       programme {{text}} NOT NULL,
       activated_at {{integer}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX enrolments_account ON enrolments (account_id, activated_at)',
    // the interval of an enrolment as it was believed: superseded when its end becomes known
    `CREATE TABLE enrolment_periods (
       id {{identity}},
       enrolment_id {{integer}} NOT NULL REFERENCES enrolments (id),
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       programme {{text}} NOT NULL,
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL CHECK (from_at <= to_at),
       end_reason {{text}},
       known_from {{integer}} NOT NULL,
       known_to {{integer}} NOT NULL,
       cause {{text}} NOT NULL
     ) {{strict}}`,
    // is an enrolment open at an instant: the engine's statement
    'CREATE INDEX enrolment_periods_at ON enrolment_periods (account_id, from_at)',
    `CREATE UNIQUE INDEX enrolment_periods_current ON enrolment_periods (enrolment_id) WHERE known_to = ${FAR}`,
    // TIE-9: of one affiliate, or of a whole programme where account_id is null
    `CREATE TABLE boost_periods (
       id {{identity}},
       account_id {{integer}} REFERENCES accounts (id),
       programme {{text}} NOT NULL,
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL CHECK (from_at < to_at),
       known_from {{integer}} NOT NULL,
       known_to {{integer}} NOT NULL,
       cause {{text}} NOT NULL
     ) {{strict}}`,
    ...appendOnly(engine, 'bindings', ['id', 'invitee_id', 'inviter_id', 'kind', 'bound_at', 'window_start_at', 'channel', 'campaign', 'late_month', 'known_from', 'import_id']),
    ...appendOnly(engine, 'binding_refusals', ['id', 'account_id', 'inviter_id', 'inviter_code', 'codes', 'at', 'import_id']),
    ...appendOnly(engine, 'enrolments', ['id', 'activation_id', 'account_id', 'programme', 'activated_at', 'import_id']),
    ...appendOnly(engine, 'enrolment_periods', ['id', 'enrolment_id', 'account_id', 'programme', 'from_at', 'to_at', 'end_reason', 'known_from', 'known_to', 'cause'], ['known_to']),
    ...appendOnly(engine, 'boost_periods', ['id', 'account_id', 'programme', 'from_at', 'to_at', 'known_from', 'known_to', 'cause'], ['known_to']),
  ],
  down: ['DROP TABLE boost_periods', 'DROP TABLE enrolment_periods', 'DROP TABLE enrolments', 'DROP TABLE binding_refusals', 'DROP TABLE bindings'],
};
