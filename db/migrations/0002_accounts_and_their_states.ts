import { appendOnly, type Migration } from './migration.ts';

const FAR = 8640000000000000;

/**
 * State over time: `[from_at, to_at)` is when it held, `[known_from, known_to)` the revisions that believed so.
 * A span is superseded (its known_to set once), never overwritten (DESIGN 3).
 */
export const accountsAndTheirStates: Migration = {
  name: '0002_accounts_and_their_states',
  up: (engine) => [
    `CREATE TABLE accounts (
       id {{identity}},
       uid {{text}} NOT NULL UNIQUE,
       registered_at {{integer}} NOT NULL,
       country {{text}} NOT NULL,
       account_type {{text}} NOT NULL,
       kyc_level {{text}} NOT NULL,
       vip_level {{integer}} NOT NULL,
       referral_code {{text}} UNIQUE,
       inviter_code {{text}},
       inviter_channel {{text}},
       inviter_campaign {{text}},
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    // Personal data stands apart so that it can be erased without touching facts (DESIGN 5).
    `CREATE TABLE account_identities (
       account_id {{integer}} PRIMARY KEY REFERENCES accounts (id),
       email {{text}} NOT NULL,
       name {{text}} NOT NULL
     ) {{strict}}`,
    // search by the whole e-mail address
    'CREATE INDEX account_identities_email ON account_identities (email)',
    `CREATE TABLE account_events (
       id {{identity}},
       event_id {{text}} NOT NULL UNIQUE,
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       occurred_at {{integer}} NOT NULL,
       field {{text}} NOT NULL,
       value {{text}} NOT NULL,
       import_id {{integer}} NOT NULL
     ) {{strict}}`,
    // the history of one account
    'CREATE INDEX account_events_account ON account_events (account_id, occurred_at)',
    // field: account_type, kyc_level, vip_level, country, restriction, tier, ratio:<family>
    `CREATE TABLE account_states (
       id {{identity}},
       account_id {{integer}} NOT NULL REFERENCES accounts (id),
       field {{text}} NOT NULL,
       value {{text}} NOT NULL,
       from_at {{integer}} NOT NULL,
       to_at {{integer}} NOT NULL CHECK (from_at < to_at),
       known_from {{integer}} NOT NULL,
       known_to {{integer}} NOT NULL,
       cause {{text}} NOT NULL
     ) {{strict}}`,
    // what held at an instant: the engine's statement, as-of questions; it holds all that they ask, five probes a trade
    'CREATE INDEX account_states_at ON account_states (account_id, field, from_at, to_at, known_from, known_to, value)',
    // at most one belief about an instant's start is current
    `CREATE UNIQUE INDEX account_states_current ON account_states (account_id, field, from_at) WHERE known_to = ${FAR}`,
    ...appendOnly(engine, 'accounts', ['id', 'uid', 'registered_at', 'country', 'account_type', 'kyc_level', 'vip_level', 'referral_code', 'inviter_code',
      'inviter_channel', 'inviter_campaign', 'import_id']),
    ...appendOnly(engine, 'account_events', ['id', 'event_id', 'account_id', 'occurred_at', 'field', 'value', 'import_id']),
    ...appendOnly(engine, 'account_states', ['id', 'account_id', 'field', 'value', 'from_at', 'to_at', 'known_from', 'known_to', 'cause'], ['known_to']),
  ],
  down: ['DROP TABLE account_states', 'DROP TABLE account_events', 'DROP TABLE account_identities', 'DROP TABLE accounts'],
};
