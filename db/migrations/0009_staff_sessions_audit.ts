import { appendOnly, type Migration } from './migration.ts';

export const staffSessionsAudit: Migration = {
  name: '0009_staff_sessions_audit',
  up: (engine) => [
    `CREATE TABLE staff (
       id {{identity}},
       email {{text}} NOT NULL UNIQUE,
       name {{text}} NOT NULL,
       role {{text}} NOT NULL CHECK (role IN ('operations', 'compliance', 'support', 'admin')),
       state {{text}} NOT NULL CHECK (state IN ('invited', 'active', 'disabled')),
       password_hash {{text}},
       password_changed_at {{integer}},
       setup_token_hash {{text}},
       setup_token_until {{integer}},
       session_epoch {{integer}} NOT NULL,
       created_at {{integer}} NOT NULL
     ) {{strict}}`,
    `CREATE TABLE sessions (
       sid {{text}} PRIMARY KEY,
       staff_id {{integer}} NOT NULL REFERENCES staff (id),
       csrf_token {{text}} NOT NULL,
       session_epoch {{integer}} NOT NULL,
       created_at {{integer}} NOT NULL,
       touched_at {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX sessions_staff ON sessions (staff_id)',
    // failed sign-ins, so that the limiter counts the same in every process
    `CREATE TABLE sign_in_failures (
       id {{identity}},
       email {{text}} NOT NULL,
       address {{text}} NOT NULL,
       at {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX sign_in_failures_email ON sign_in_failures (email, at)',
    'CREATE INDEX sign_in_failures_address ON sign_in_failures (address, at)',
    `CREATE TABLE audit_head (
       id {{integer}} PRIMARY KEY CHECK (id = 1),
       seq {{integer}} NOT NULL,
       hash {{text}} NOT NULL
     ) {{strict}}`,
    `INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '${'0'.repeat(64)}')`,
    `CREATE TABLE audit_events (
       seq {{integer}} PRIMARY KEY,
       at {{integer}} NOT NULL,
       actor {{text}} NOT NULL,
       role {{text}} NOT NULL,
       action {{text}} NOT NULL,
       subject_type {{text}} NOT NULL,
       subject_id {{text}} NOT NULL,
       changes {{text}} NOT NULL,
       reason {{text}},
       request_id {{text}},
       prev {{text}} NOT NULL,
       hash {{text}} NOT NULL
     ) {{strict}}`,
    // the history of one record
    'CREATE INDEX audit_events_subject ON audit_events (subject_type, subject_id, seq)',
    'CREATE INDEX audit_events_at ON audit_events (at)',
    'CREATE INDEX audit_events_actor ON audit_events (actor, seq)',
    // what was revealed of whom to whom and why; shown to compliance
    `CREATE TABLE reveals (
       id {{identity}},
       staff_id {{integer}} NOT NULL REFERENCES staff (id),
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       fields {{text}} NOT NULL,
       reason {{text}} NOT NULL,
       at {{integer}} NOT NULL
     ) {{strict}}`,
    'CREATE INDEX reveals_staff ON reveals (staff_id, at)',
    'CREATE INDEX reveals_account ON reveals (account_id, at)',
    ...appendOnly(engine, 'audit_events', ['seq', 'at', 'actor', 'role', 'action', 'subject_type', 'subject_id', 'changes', 'reason', 'request_id', 'prev', 'hash']),
    ...appendOnly(engine, 'reveals', ['id', 'staff_id', 'account_id', 'fields', 'reason', 'at']),
  ],
  down: ['DROP TABLE reveals', 'DROP TABLE audit_events', 'DROP TABLE audit_head', 'DROP TABLE sign_in_failures', 'DROP TABLE sessions', 'DROP TABLE staff'],
};
